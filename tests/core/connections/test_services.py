from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.audit.models import Entry
from handslag.core.connections import services
from handslag.core.connections.models import Connection, RefusedLine, Run
from handslag.core.connections.rules import (
    MOST_BAD,
    Connector,
    Counts,
    File,
    Outcome,
    pace_of,
)
from handslag.core.refusals import NotAllowedError
from handslag.integrations.http import Answer
from handslag.integrations.values import BadLine
from tests.together import at_once

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TASK = system("test")
POLISEN = Connector.POLISEN


def begin(after=timedelta(0)):
    return services.begin_call(TASK, POLISEN, now=NOW + after)


def end(status, **more):
    services.end_call(TASK, POLISEN, Answer(status, **more), now=NOW)


def row():
    return Connection.objects.get(connector=POLISEN)


@pytest.fixture
def on(coordinator):
    services.turn(coordinator, POLISEN, on=True)
    return coordinator


def note(counts=None, **more):
    outcome = Outcome(counts or Counts(), more.pop("failure", ""), more.pop("file", File()))
    return services.note_run(TASK, POLISEN, outcome, **{"dry": False, "now": NOW, **more})


def test_nothing_is_asked_before_it_is_turned_on(db):
    assert not begin()


def test_only_who_may_turns_it_on_and_it_is_written_down(on, reader, liaison_officer):
    assert row().is_on
    assert Entry.objects.get(action="connection.turned").details["on"] is True
    for actor in (reader, liaison_officer):
        with pytest.raises(ForbiddenError):
            services.turn(actor, POLISEN, on=False)
        with pytest.raises(ForbiddenError):
            services.ask_for_trial(actor, POLISEN)


def test_a_file_can_be_neither_turned_on_nor_tried(coordinator):
    for deed in (
        lambda: services.turn(coordinator, Connector.TABLE, on=True),
        lambda: services.ask_for_trial(coordinator, Connector.TABLE),
    ):
        with pytest.raises(NotAllowedError) as said:
            deed()
        assert said.value.code == "connections.only_files"


def test_ten_seconds_lie_between_two_calls(on):
    assert begin()
    assert not begin(timedelta(seconds=9))
    assert begin(timedelta(seconds=10))


def test_turning_off_and_on_again_gives_no_call_more(on):
    assert begin()
    services.turn(on, POLISEN, on=False)
    services.turn(on, POLISEN, on=True)
    assert not begin(timedelta(seconds=5))


def test_what_is_gone_is_turned_off_and_asked_no_more_until_somebody_has_looked(on):
    begin()
    end(404)
    assert not row().is_on
    assert Entry.objects.filter(action="connection.gone").exists()
    with pytest.raises(NotAllowedError) as said:
        services.ask_for_trial(on, POLISEN)
    assert said.value.code == "connections.gone"
    assert not begin(timedelta(days=30))
    services.turn(on, POLISEN, on=True)
    assert begin(timedelta(days=30))


def test_too_often_is_waited_out_as_long_as_they_say(on):
    begin()
    end(429, retry_after=7200)
    assert row().next_at == NOW + timedelta(hours=2)
    assert not begin(timedelta(minutes=119))
    assert begin(timedelta(hours=2))


def test_an_answer_does_not_forget_the_call_that_another_made_meanwhile(on):
    begin()
    begin(timedelta(seconds=10))
    end(200)
    assert len(pace_of(row().pace).calls) == 2


def test_a_run_says_how_it_went(on):
    bad = (BadLine(3, "not_a_time"),)
    key = UUID(int=7)
    run = note(
        Counts(new=2, same=1, changed=1, bad=bad), key=key, file=File("a.json", "0" * 64)
    )
    assert (run.public_id, run.new, run.refused) == (key, 2, 1)
    assert [(one.nr, one.reason) for one in run.lines.all()] == [(3, "not_a_time")]
    assert row().last_success == NOW
    assert row().last_failure is None


def test_a_failure_is_noted_and_leaves_the_last_success(on):
    note()
    note(failure="silent", now=NOW + timedelta(hours=1))
    assert (row().last_success, row().failure) == (NOW, "silent")
    assert row().last_failure == NOW + timedelta(hours=1)
    assert row().next_at == NOW + timedelta(hours=2)


def test_a_trial_is_no_success_and_does_not_move_the_next_time(on):
    note(dry=True)
    assert (row().last_success, row().next_at) == (None, None)


def test_no_more_lines_are_named_than_can_be_read(on):
    run = note(Counts(bad=tuple(BadLine(nr, "x") for nr in range(MOST_BAD + 5))))
    assert (run.refused, run.lines.count()) == (MOST_BAD + 5, MOST_BAD)


def test_taken_back_is_noted_once(on):
    run = note()
    services.note_undone(on, run, now=NOW)
    services.note_undone(on, run, now=NOW + timedelta(days=1))
    assert Run.objects.get(pk=run.pk).undone_at == NOW
    assert Entry.objects.filter(action="connection.run_undone").count() == 1


def test_runs_go_after_two_years_with_their_lines(on):
    note(Counts(bad=(BadLine(1, "x"),)), now=datetime(2024, 3, 1, 9, tzinfo=UTC))
    kept = note(now=datetime(2024, 3, 2, 9, tzinfo=UTC))
    assert services.forget_runs(TASK, now=NOW) == 1
    assert list(Run.objects.all()) == [kept]
    assert not RefusedLine.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_processes_that_ask_at_once_one_is_told_no(coordinator):
    services.turn(coordinator, POLISEN, on=True)
    assert set(at_once(begin, begin)) == {False, True}
