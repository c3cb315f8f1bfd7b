from datetime import UTC, datetime, timedelta

from handslag.core.schedule.rules import LONGEST_WAIT, next_run

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def waits(every: int) -> list[float]:
    return [
        (next_run(every, started=NOON, failures=count) - NOON).total_seconds()
        for count in range(12)
    ]


def test_a_job_that_goes_well_keeps_its_rhythm():
    assert waits(2)[0] == 2
    assert waits(86400)[0] == 86400


def test_a_job_that_fails_is_tried_less_and_less_often_but_never_given_up():
    assert waits(2)[1:4] == [4, 8, 16]
    assert max(waits(2)) == LONGEST_WAIT.total_seconds()


def test_a_daily_job_that_fails_is_not_tried_more_often_than_daily():
    assert set(waits(86400)) == {86400}
    assert timedelta(days=1) > LONGEST_WAIT
