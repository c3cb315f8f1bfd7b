"""What a quarter of a million answers to forty questions cost: to count, to look at, to
take out, and whoever comes to answer after them."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial

from django.core.signals import request_started
from django.db import connection, reset_queries
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from handslag.core.access import Actor, Role, system
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys import services
from handslag.domain.surveys.figures.grouping import divisions
from handslag.domain.surveys.figures.reading import answers_of
from handslag.domain.surveys.figures.weighing import weigh
from handslag.domain.surveys.models import Count, Release, Survey
from handslag.domain.surveys.queries import sizes_of
from handslag.domain.surveys.rules.counting import STEP
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.tasks import prepare_release
from tests import make
from tests.bench import _answered
from tests.bench._bounds import at_least, at_most
from tests.bench.reports import in_database, spent
from tests.make import surveys
from tests.make.surveys import NOW
from tests.web import pages

FORM_RUNS, PAGE_RUNS = 40, 15
FORM_GROWTH = 1.25
FIRST_SECONDS, PAGE_MILLISECONDS = 3, 50
RAKING_SECONDS = 15
EXPORT_MEGABYTES, OK = 150, 200
TIMER = system("timer")

Figures = Mapping[str, float | int | str]


def measure_results() -> Figures:
    """One survey: nobody has answered, then everybody, then it closes."""
    request_started.disconnect(reset_queries)
    setattr(timezone, "now", lambda: NOW)  # noqa: B010 - a day on which it is open
    home = make.municipality("Lundby kommun")
    actor = make.member(home, Role.COORDINATOR)
    row = _answered.survey(actor, home)
    figures = dict(_form(row, "0"))
    _answered.answer(actor, row)
    figures |= _form(row, "250k")
    figures |= _grown(figures)
    figures |= _steps(row)
    figures |= _raked(row)
    figures |= _pages(home, row)
    services.close_survey(TIMER, row, now=NOW)
    row.refresh_from_db()
    figures |= _taken_out(row)
    figures |= _released(actor, home, row)
    return figures


def _form(row: Survey, name: str) -> Figures:
    """The first page, and the one with all forty questions."""
    address = f"/lundby/delta/{row.occasion.slug}/"
    client = Client(SERVER_NAME="localhost", headers={"Sec-Fetch-Site": "same-origin"})
    form = pages.opened(client, address).form(having="go")
    begins = {**form.fields, "go": "begin", "code": surveys.code(row, 1)}
    asks = partial(client.post, address, begins)
    if asks().content.count(b"<fieldset") < _answered.QUESTIONS:
        raise RuntimeError("not asked")
    figures: dict[str, float | int | str] = {}
    for page, get in (("form", partial(client.get, address)), ("questions", asks)):
        here, there = spent(partial(_ok, get), FORM_RUNS)
        with CaptureQueriesContext(connection) as asked:
            _ok(get)
        figures[f"{page}_with_{name}_answers_milliseconds"] = here + there
        figures[f"{page}_with_{name}_answers_queries"] = len(asked)
    return figures


def _grown(figures: Figures) -> Figures:
    """How much more the form costs when everybody has answered."""
    grown: dict[str, float | int | str] = {}
    for page in ("form", "questions"):
        none, many = (f"{page}_with_{name}_answers_" for name in ("0", "250k"))
        times = float(figures[f"{many}milliseconds"]) / float(
            figures[f"{none}milliseconds"]
        )
        more = int(figures[f"{many}queries"]) - int(figures[f"{none}queries"])
        grown[f"{page}_times_as_long"] = at_most(FORM_GROWTH, times)
        grown[f"{page}_more_queries"] = at_most(0, more)
    return grown


def _steps(row: Survey) -> Figures:
    """Counted in the task; and counted again after nine and after ten more."""
    began, there = time.process_time(), in_database()
    services.count_survey(TIMER, row, now=NOW)
    first = time.process_time() - began + in_database() - there
    steps = []
    for more in range(1, STEP + 1):
        Survey.objects.filter(pk=row.pk).update(answered=_answered.ANSWERS + more)
        if services.count_survey(TIMER, row, now=NOW):
            steps.append(more)
    Survey.objects.filter(pk=row.pk).update(answered=_answered.ANSWERS)
    Count.objects.filter(survey=row).update(n=_answered.ANSWERS)
    return {
        "results_first_count_seconds": at_most(FIRST_SECONDS, first),
        "results_counted_again_after_answers": at_least(STEP, steps[0]),
    }


def _raked(row: Survey) -> Figures:
    """The weights alone, as the task makes them."""
    asked, answered = read(row.document), answers_of(row)
    margins: dict[str, dict[str, int]] = {}
    for (what, code), n in sizes_of(row).items():
        margins.setdefault(what, {})[code] = n
    by = divisions(asked, answered)
    began = time.process_time()
    weighed = weigh(answered, by, margins, is_drawn=True)
    seconds = time.process_time() - began
    if weighed.method != "raking" or weighed.flags:
        raise RuntimeError(weighed.flags)
    return {"results_raked_by_3_seconds": at_most(RAKING_SECONDS, seconds)}


def _pages(home: Organisation, row: Survey) -> Figures:
    """Staff: all together, and in twenty areas."""
    client = _signed_in(home)
    figures: dict[str, float | int | str] = {}
    for name, query in (
        ("all", ""),
        ("by_area", "?grupp=omrade"),
        ("by_age", "?grupp=alder"),
    ):
        address = f"/arbete/enkater/{row.public_id}/resultat/{query}"
        here, there = spent(partial(_ok, partial(client.get, address)), PAGE_RUNS)
        with CaptureQueriesContext(connection) as asked:
            _ok(partial(client.get, address))
        figures[f"results_{name}_milliseconds"] = at_most(PAGE_MILLISECONDS, here + there)
        figures[f"results_{name}_queries"] = len(asked)
    return figures


def _released(actor: Actor, home: Organisation, row: Survey) -> Figures:
    """Anyone: the first reader, and whoever comes after."""
    keys = [one.key for one in read(row.document).questions()]
    release = services.ask_release(actor, row, keys)
    began = time.process_time()
    prepare_release(TIMER, release)
    protecting = time.process_time() - began
    release = Release.objects.get(pk=release.pk)
    services.publish_release(actor, release, now=NOW)
    address = f"/lundby/ni-sa/{row.occasion.slug}/resultat/"
    client = Client(SERVER_NAME="localhost")
    began = time.process_time()
    _ok(partial(client.get, address))
    first = time.process_time() - began
    here, there = spent(partial(_ok, partial(client.get, address)), PAGE_RUNS)
    return {
        "public_protecting_seconds": protecting,
        "public_first_seconds": at_most(FIRST_SECONDS, first),
        "public_then_milliseconds": at_most(PAGE_MILLISECONDS, here + there),
    }


def _taken_out(row: Survey) -> Figures:
    """Through the page, in a process that does nothing else."""
    figures: dict[str, float | int | str] = {}
    for form in ("programs", "workbook"):
        command = [
            sys.executable,
            "-m",
            "tests.bench._taking_out",
            str(row.public_id),
            form,
        ]
        said = subprocess.run(  # noqa: S603 - our own
            command, check=True, capture_output=True, text=True, env={**os.environ}
        )
        seconds, at_rest, held, size, rows = json.loads(said.stdout.splitlines()[-1])
        if rows != _answered.ANSWERS:
            raise RuntimeError(rows)
        figures |= {
            f"export_{form}_peak_megabytes": at_most(EXPORT_MEGABYTES, held),
            f"export_{form}_of_them_at_rest": at_rest,
            f"export_{form}_seconds": seconds,
            f"export_{form}_megabytes": size,
        }
    return figures


def _signed_in(home: Organisation) -> Client:
    client = Client(SERVER_NAME="localhost")
    member = home.memberships.select_related("person").latest("pk")
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(member.person, backend=backend)
    return client


def _ok(get: Callable[[], HttpResponseBase]) -> None:
    answer = get()
    if answer.status_code != OK:
        raise RuntimeError(answer)
