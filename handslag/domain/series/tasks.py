"""Asking Kolada and Statistics Sweden, when that is turned on and its time has come."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.connections.queries import is_due, wants_trial
from handslag.core.connections.rules import Connector, File, Outcome, failure_of
from handslag.core.connections.services import begin_call, end_call, note_run
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.shipped import sweden
from handslag.domain.series.models import Series
from handslag.domain.series.reading import outcome_of
from handslag.domain.series.rules import NATION, Source
from handslag.domain.series.rules.importing import Chosen, FileKind
from handslag.domain.series.services import put_figures
from handslag.integrations import http, kolada, polisen, scb_population
from handslag.integrations.http import Answer, Fetch
from handslag.integrations.values import Reading, UnreadableError

YEARS = 10
SHARED_IN_MARCH = 3  # the population of the last of December is published in February
_FINE = 200
_Ask = Callable[[Fetch, str], Reading]


def fetch_population(actor: Actor, *, now: datetime, fetch: Fetch = http.fetch) -> int:
    """Ask for the population of all municipalities and counties. Says how many values
    were new or changed."""
    require_system(actor)
    land = sweden()
    areas = [NATION, *(one.code for one in land.counties)]
    areas += [one.code for one in land.municipalities]
    today = stockholm_day(now)
    last = today.year - (1 if today.month >= SHARED_IN_MARCH else 2)
    years = range(last - YEARS + 1, last + 1)

    def ask(once: Fetch, agent: str) -> Reading:
        return scb_population.ask(once, areas=areas, years=years, agent=agent)

    source = Connector.SCB_POPULATION
    return _fetched(actor, source, FileKind.POPULATION, ask, now=now, fetch=fetch)


def fetch_kolada(actor: Actor, *, now: datetime, fetch: Fetch = http.fetch) -> int:
    """Ask for the key figures that are held, of all municipalities and counties and the
    nation: whoever follows one compares it. Says how many values were new or changed."""
    require_system(actor)
    held = Series.objects.filter(owner=None, source=Source.KOLADA)
    kpis = list(held.values_list("external_id", flat=True))
    land = sweden()
    areas = [kolada.NATION, *(f"00{one.code}" for one in land.counties)]
    areas += [one.code for one in land.municipalities]
    last = stockholm_day(now).year
    years = range(last - YEARS + 1, last + 1)
    if not kpis:
        return 0

    def ask(once: Fetch, agent: str) -> Reading:
        answered = kolada.ask(once, kpis=kpis, areas=areas, years=years, agent=agent)
        return answered.reading

    return _fetched(actor, Connector.KOLADA, FileKind.KOLADA, ask, now=now, fetch=fetch)


def _fetched(
    actor: Actor,
    source: Connector,
    kind: FileKind,
    ask: _Ask,
    *,
    now: datetime,
    fetch: Fetch,
) -> int:
    """Ask if it is due, and put in what came: all of it or nothing."""
    if not is_due(source, now=now):
        return 0
    dry, answers = wants_trial(source), [Answer(0)]

    def once(address: str, agent: str, sent: bytes | None) -> Answer:
        answers.append(fetch(address, agent, sent))
        return answers[-1]

    try:
        name = polisen.agent(settings.CONNECTION_CONTACT)
    except ValueError:
        note_run(actor, source, Outcome(failure="no_contact"), dry=dry, now=now)
        return 0
    if not begin_call(actor, source, now=now):
        return 0
    failure, reading = "", Reading(())
    try:
        reading = ask(once, name)
    except UnreadableError:
        status = answers[-1].status
        failure = "not_json" if status == _FINE else failure_of(status)
    end_call(actor, source, answers[-1], now=now)
    if failure:
        note_run(actor, source, Outcome(failure=failure), dry=dry, now=now)
        return 0
    return _put(actor, source, kind, reading, dry=dry, now=now)


def _put(
    actor: Actor,
    source: Connector,
    kind: FileKind,
    reading: Reading,
    *,
    dry: bool,
    now: datetime,
) -> int:
    run = uuid4()
    with transaction.atomic():
        told = put_figures(
            actor, kind, reading, chosen=Chosen(), owner=None, run=run, now=now
        )
        transaction.set_rollback(dry)
    note_run(actor, source, outcome_of(told, File()), dry=dry, now=now, key=run)
    return 0 if dry else told.sum_of("new") + told.sum_of("changed")
