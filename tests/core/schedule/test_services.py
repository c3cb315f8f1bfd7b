from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Barrier

import pytest

from handslag.core.schedule.models import Run
from handslag.core.schedule.rules import Job
from handslag.core.schedule.services import run_due
from tests.together import at_once

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def at(seconds: float) -> Callable[[], datetime]:
    return lambda: NOON + timedelta(seconds=seconds)


class Counted:
    """A job that remembers when it ran."""

    def __init__(self) -> None:
        self.ran: list[datetime] = []

    def __call__(self, now: datetime) -> None:
        self.ran.append(now)


class Failing(Counted):
    """A job that fails each time."""

    def __call__(self, now: datetime) -> None:
        super().__call__(now)
        raise OSError("anna@example.org")


def ran_at(job: Counted) -> list[float]:
    return [(now - NOON).total_seconds() for now in job.ran]


def test_a_job_runs_at_once_and_then_in_its_rhythm():
    job = Counted()
    for second in range(7):
        run_due([Job("job", 2, job)], clock=at(second))
    assert ran_at(job) == [0, 2, 4, 6]


def test_each_job_has_its_own_rhythm():
    often, seldom = Counted(), Counted()
    jobs = [Job("often", 1, often), Job("seldom", 3, seldom)]
    ran = [run_due(jobs, clock=at(second)) for second in range(4)]
    assert ran == [2, 1, 1, 2]
    assert (ran_at(often), ran_at(seldom)) == ([0, 1, 2, 3], [0, 3])


def test_it_is_written_down_when_a_job_ran():
    run_due([Job("job", 2, Counted())], clock=at(1))
    run = Run.objects.get(name="job")
    assert run.last_started == run.last_finished == NOON + timedelta(seconds=1)
    assert (run.last_error, run.failures, run.held_until) == ("", 0, None)


def test_a_job_that_fails_is_named_and_tried_later_and_the_others_run(caplog):
    bad, good = Failing(), Counted()
    jobs = [Job("bad", 2, bad), Job("good", 2, good)]
    for second in range(0, 20, 2):
        run_due(jobs, clock=at(second))
    assert ran_at(bad) == [0, 4, 12]
    assert len(good.ran) == 10
    run = Run.objects.get(name="bad")
    assert (run.last_error, run.failures) == ("OSError", 3)
    assert "The job bad failed" in caplog.text


def test_a_job_that_goes_well_again_is_back_in_its_rhythm():
    Run.objects.create(name="job", failures=5, last_error="OSError")
    job = Counted()
    for second in range(0, 6, 2):
        run_due([Job("job", 2, job)], clock=at(second))
    assert ran_at(job) == [0, 2, 4]
    assert Run.objects.get().last_error == ""


def test_a_job_that_is_running_is_left_alone_until_its_worker_must_be_dead():
    job = Counted()
    until = NOON + timedelta(seconds=10)
    Run.objects.create(name="job", last_started=NOON, held_until=until)
    for second in (1, 9.9, 10):
        run_due([Job("job", 1, job, lease=10)], clock=at(second))
    assert ran_at(job) == [10]


def test_a_worker_that_was_slow_does_not_undo_what_its_successor_noted():
    later = NOON + timedelta(hours=1)

    def overtaken(now: datetime) -> None:
        Run.objects.update(last_started=later, held_until=later)

    run_due([Job("job", 2, overtaken)], clock=at(0))
    run = Run.objects.get()
    assert (run.last_started, run.held_until, run.last_finished) == (later, later, None)


def test_no_further_job_begins_when_the_worker_is_asked_to_stop():
    first, second = Counted(), Counted()
    jobs = [Job("first", 1, first), Job("second", 1, second)]
    run_due(jobs, clock=at(0), may_go_on=lambda: not first.ran)
    assert (len(first.ran), second.ran) == (1, [])


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_run_the_same_job_at_once():
    job, both_looked = Counted(), Barrier(2)
    Run.objects.create(name="job")

    def worker() -> int:
        looks = count()

        def clock() -> datetime:
            if next(looks) == 1:  # both have found it due, and neither has claimed it
                both_looked.wait(timeout=10)
            return NOON

        return run_due([Job("job", 60, job)], clock=clock)

    assert sorted(map(str, at_once(worker, worker))) == ["0", "1"]
    assert len(job.ran) == 1
