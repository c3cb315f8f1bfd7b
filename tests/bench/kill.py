"""A web process is killed at random while reports come in: what was answered is there."""

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client

from handslag.core.access import Role
from handslag.domain.incidents.models import Count, Incident, Report, Tally
from handslag.domain.incidents.services.training import pass_training
from handslag.domain.organisations.models import Kind, Tie
from tests import make
from tests.bench import _reported
from tests.bench._bounds import at_least, at_most
from tests.make import incidents as made

POSTS, CLIENTS = 2_000, 4
FEWEST_KILLS = 3
SHORTEST, LONGEST = 1.0, 3.0  # seconds from one kill to the next
PATIENCE = 60.0
HOST, SEND = "127.0.0.1", "/arbete/rapportera/skicka/"
ROOT = Path(__file__).parents[2]


@dataclass
class Sent:
    """What one client was answered: the report of each key, and how often it tried."""

    answered: dict[UUID, str]
    retries: int = 0


def measure_kill() -> Mapping[str, float | int | str]:
    """Two thousand reports from four who send again until they are answered."""
    post, headers = _reporter()
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    connection.close()
    server, over, kills = _server(port), Event(), [0]
    killer = Thread(target=_kill, args=(server.pid, over, kills))
    began = time.monotonic()
    try:
        _wait(port)
        killer.start()
        with ThreadPoolExecutor(CLIENTS) as pool:
            asked = [pool.submit(_send, port, post, headers) for _ in range(CLIENTS)]
            sent = [one.result() for one in asked]
    finally:
        over.set()
        if killer.is_alive():
            killer.join()
        server.terminate()
        server.wait(PATIENCE)
    return {"kill_seconds": time.monotonic() - began, **_figures(sent, kills[0])}


def _figures(sent: list[Sent], kills: int) -> Mapping[str, float | int | str]:
    answered = {key: report for one in sent for key, report in one.answered.items()}
    stored = dict(Report.objects.values_list("key", "public_id"))
    lost = sum(str(stored.get(key, "")) != report for key, report in answered.items())
    before = _counters()
    _reported.recount()
    return {
        "kill_kills": at_least(FEWEST_KILLS, kills),
        "kill_posts": len(answered),
        "kill_retries": sum(one.retries for one in sent),
        "kill_answered_and_lost": at_most(0, lost),
        "kill_stored_more_than_sent": at_most(0, len(stored) - POSTS),
        "kill_incidents_too_many": at_most(0, Incident.objects.count() - POSTS),
        "kill_counters_that_differ": at_most(0, len(before ^ _counters())),
    }


def _counters() -> set[tuple[object, ...]]:
    cells = Count.objects.exclude(n=0).values_list(
        "within", "size", "grain", "start", "top", "cell", "n"
    )
    tallies = Tally.objects.exclude(n=0)
    return {*cells, *tallies.values_list("within", "channel", "top", "phase", "n")}


def _reporter() -> tuple[str, dict[str, str]]:
    """Somebody in service who is signed in: where they report, and what their browser
    says of itself."""
    municipality = make.municipality("Storstads kommun")
    made.desk(municipality)
    company = make.organisation("Storstadshem", Kind.HOUSING_COMPANY)
    make.relation(company, Tie.OWNED_BY, municipality)
    actor = make.member(company, Role.REPORTER)
    pass_training(actor, now=made.NOW)
    client = Client()
    person = company.memberships.select_related("person").get().person
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    token = _get_new_csrf_string()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}"
    return f"{company.public_id}.{municipality.public_id}", {
        "Cookie": f"{cookies}; {settings.CSRF_COOKIE_NAME}={token}",
        "X-CSRFToken": token,
        "Content-Type": "application/json",
        "Accept": "application/json",
    }


def _server(port: int) -> subprocess.Popen[bytes]:
    """As `make run` starts it, with the database of this measurement."""
    words = [sys.executable, "-m", "gunicorn", "--preload", "--workers", "2"]
    words += ["--threads", "4", "--bind", f"{HOST}:{port}", "--log-level", "error"]
    words += ["--no-control-socket", "handslag.config.wsgi"]
    env = {**os.environ, "PUBLIC_ADDRESS": f"http://{HOST}:{port}"}
    return subprocess.Popen(words, cwd=ROOT, env=env)  # noqa: S603 - our own words


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server does not answer.")


def _kill(master: int, over: Event, kills: list[int]) -> None:
    """Now and then one of the processes that answer is gone, in the middle of anything."""
    chance = random.Random(7)
    while not over.wait(chance.uniform(SHORTEST, LONGEST)):
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        if children:
            os.kill(int(chance.choice(children)), signal.SIGKILL)
            kills[0] += 1


def _send(port: int, post: str, headers: dict[str, str]) -> Sent:
    """As the queue of a device: each report under its key until it is answered."""
    sent = Sent({})
    for number in range(POSTS // CLIENTS):
        key = uuid4()
        event = {"top": "damage", "kind_damage": "graffiti", "when": "now", "do": "send"}
        place = {"lon": f"{14.437 + number / 5_000:.5f}", "lat": "59.236"}
        body = json.dumps(
            {
                "key": str(key),
                "post": post,
                "written_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                "events": [{**event, **place}],
            }
        )
        sent.answered[key] = _until_answered(port, headers, body, sent)
    return sent


def _until_answered(port: int, headers: dict[str, str], body: str, sent: Sent) -> str:
    until, last = time.monotonic() + PATIENCE, ""
    while time.monotonic() < until:
        line = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            line.request("POST", SEND, body, headers)
            answer = line.getresponse()
            said = answer.read()
            if answer.status == http.client.OK:
                return str(json.loads(said)["report"])
            if answer.status < http.client.INTERNAL_SERVER_ERROR:
                raise RuntimeError(f"{answer.status}: {said!r:.300}")
            last = f"{answer.status}: {said!r:.300}"
        except (OSError, http.client.HTTPException) as error:
            last = repr(error)
        finally:
            line.close()
        sent.retries += 1
        time.sleep(0.05)
    raise RuntimeError(f"No answer, however often it was sent. {last}")
