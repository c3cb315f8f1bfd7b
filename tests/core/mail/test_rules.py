from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.mail import rules

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_the_first_fault_is_tried_again_soon_and_later_ones_less_often():
    waits = [rules.next_attempt(count, NOON) for count in range(1, rules.MOST_ATTEMPTS)]
    seconds = [(wait - NOON).total_seconds() for wait in waits if wait is not None]
    assert seconds[:3] == [30, 60, 120]
    assert seconds == sorted(seconds)
    assert max(seconds) <= timedelta(hours=4).total_seconds()


def test_a_message_is_given_up_in_the_end():
    assert rules.next_attempt(rules.MOST_ATTEMPTS, NOON) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [("A\r\nBcc: x@example.org", "A Bcc: x@example.org"), (" a  b ", "a b")],
)
def test_a_subject_is_one_line(given, kept):
    assert rules.one_line(given) == kept
