"""Every address × everyone: what is answered is what the row says."""

from collections.abc import Collection

import pytest
from django.db import connection, transaction

from handslag.core import access
from handslag.core.access import Act, Role
from tests.web.matrix.asking import ask, browser
from tests.web.matrix.row import CAST, Row
from tests.web.matrix.rows import ROWS
from tests.web.matrix.world import build, cast, routes

# Those of Lundby who may do most are asked about Sjövik's objects too.
ASK_ABOUT_OTHERS = {"coordinator", "administrator", "approver"}
PARTS = 2  # so that two can ask at the same time


@pytest.fixture
def worlds(db, settings):
    settings.DEMO = True  # the outbox has an address only in the demonstration
    # Who one is stands in the cookie: ten thousand questions to the database fewer.
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    return build("Lundby"), build("Sjövik")


@pytest.fixture
def people(worlds):
    actors = cast(*worlds)
    return {who: browser(actors[who]) for who in CAST}


def askers(row: Row) -> Collection[str]:
    """Everyone, where who may do what is tested. On the other database the one whom the
    page has most to show for: there it is the page's questions that could go wrong."""
    if connection.vendor == "sqlite":
        return CAST
    return {max(CAST, key=lambda who: row.of(who).split("/").count("in"))}


def differences(worlds, people, asked: Collection[str], askers=askers) -> list[str]:
    """Where the answer of one of these addresses is another than the row's."""
    here, there = worlds
    found = []
    for route, pattern in routes().items():
        if route not in asked:
            continue
        row = ROWS.get(route)
        if row is None:
            found.append(f"{route}: an address without a row in tests/web/matrix/rows.py")
            continue
        named = bool(pattern.pattern.converters)
        for who in askers(row):
            client = people[who]
            cases = [(here, row.of(who))]
            if named and who in ASK_ABOUT_OTHERS:
                cases.append((there, row.about_others))
            for world, expected in cases:
                # What one is let in to do must not change what the next one is asked about.
                before = transaction.savepoint()
                answer = ask(client, route, pattern, world)
                transaction.savepoint_rollback(before)
                if answer != expected:
                    whose = world.municipality.short_name
                    found.append(f"{route} {who} about {whose}: {answer}, not {expected}")
    return found


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_address_answers_everyone_as_its_row_says(part, worlds, people):
    assert differences(worlds, people, sorted(routes())[part::PARTS]) == []


def test_every_row_has_an_address():
    assert set(ROWS) <= set(routes())


def test_a_check_that_is_taken_away_is_seen(worlds, people, monkeypatch):
    """The matrix is no matrix if it cannot fail: let readers write, and look."""
    reads = access.GRANTS[Role.READER]
    loose = {**access.GRANTS, Role.READER: reads | {Act.WRITE_PROMISE}}
    monkeypatch.setattr(access, "GRANTS", loose)
    seen = differences(worlds, people, ["workspace:parties"], lambda row: ["reader"])
    assert seen == ["workspace:parties reader about Lundby: in/in, not refused/refused"]
