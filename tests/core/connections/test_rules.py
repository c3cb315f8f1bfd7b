from datetime import UTC, datetime, timedelta

from handslag.core.connections.rules import failure_of, pace_of, stored
from handslag.integrations.polisen import Pace

NOW = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)


def test_a_pace_comes_back_as_it_was_stored():
    pace = Pace((NOW, NOW + timedelta(seconds=10)), NOW + timedelta(hours=1), 3)
    assert pace_of(stored(pace)) == pace
    assert pace_of(stored(Pace(is_off=True))) == Pace(is_off=True)
    assert pace_of({}) == Pace()


def test_each_status_that_is_no_answer_has_its_code():
    codes = [failure_of(status) for status in (0, 403, 404, 413, 429, 503, 301)]
    assert codes == [
        "silent",
        "forbidden",
        "gone",
        "too_large",
        "too_often",
        "server",
        "refused",
    ]
