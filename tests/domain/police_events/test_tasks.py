import json
from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import system
from handslag.core.connections.models import Connection, Run
from handslag.core.connections.rules import Connector
from handslag.core.connections.services import ask_for_trial, turn
from handslag.domain.police_events.models import PoliceEvent
from handslag.domain.police_events.tasks import ask_the_police
from handslag.integrations.http import Answer
from tests.domain.police_events.test_services import one

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
FINE = Answer(200, json.dumps([one()]).encode())


class Police:
    """Answers the same each time, and remembers who asked."""

    def __init__(self, answer=FINE):
        self.answer, self.asked = answer, []

    def __call__(self, address, name, _sent):
        self.asked.append((address, name))
        return self.answer


def ask(police, after=timedelta(0)):
    return ask_the_police(system("test"), now=NOW + after, fetch=police)


@pytest.fixture
def on(coordinator, settings):
    settings.CONNECTION_CONTACT = "https://lundby.example/kontakt"
    turn(coordinator, Connector.POLISEN, on=True)
    return coordinator


def test_they_are_not_asked_before_it_is_turned_on(coordinator):
    police = Police()
    assert (ask(police), police.asked) == (0, [])


def test_they_are_asked_once_an_hour_by_one_who_says_whom_to_reach(on):
    police = Police()
    assert ask(police) == 1
    assert police.asked == [
        ("https://polisen.se/api/events", "Handslag/1.0 (+https://lundby.example/kontakt)")
    ]
    assert ask(police, timedelta(minutes=59)) == 0
    assert len(police.asked) == 1
    ask(police, timedelta(minutes=60))
    assert len(police.asked) == 2


def test_without_somebody_to_reach_nobody_is_asked(on, settings):
    settings.CONNECTION_CONTACT = ""
    police = Police()
    ask(police)
    assert (police.asked, Run.objects.get().failure) == ([], "no_contact")


@pytest.mark.parametrize(
    ("answer", "failure", "is_on"),
    [
        (Answer(404), "gone", False),
        (Answer(429), "too_often", True),
        (Answer(0), "silent", True),
        (Answer(200, b"<html>"), "not_json", True),
    ],
)
def test_what_is_no_answer_is_noted_and_waited_out(on, answer, failure, is_on):
    police = Police(answer)
    ask(police)
    ask(police, timedelta(minutes=5))
    row = Connection.objects.get()
    assert (row.failure, row.is_on, row.last_success) == (failure, is_on, None)
    assert len(police.asked) == 1


def test_a_trial_asks_once_though_it_is_off_and_keeps_nothing(on):
    turn(on, Connector.POLISEN, on=False)
    ask_for_trial(on, Connector.POLISEN)
    police = Police()
    ask(police)
    ask(police, timedelta(hours=2))
    run = Run.objects.get()
    assert (run.is_dry, run.new, len(police.asked)) == (True, 1, 1)
    assert not PoliceEvent.objects.exists()
