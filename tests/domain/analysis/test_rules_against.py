"""What two sources say together: the table of the method page."""

import pytest

from handslag.domain.analysis.rules.against import Moved, Together, moved, together

UP, DOWN, UNSURE = Moved.UP, Moved.DOWN, Moved.UNSURE


@pytest.mark.parametrize(
    ("reports", "exposed", "said"),
    [
        (UP, UP, Together.WORSE),
        (UP, UNSURE, Together.REPORT),
        (UP, DOWN, Together.REPORT),
        (DOWN, DOWN, Together.SAFER),
        (DOWN, UNSURE, Together.FEWER),
        (DOWN, UP, Together.DARK),
        (UNSURE, UNSURE, Together.NONE),
        (UNSURE, UP, Together.ASKED),
        (UNSURE, DOWN, Together.ASKED),
    ],
)
def test_nine_cases_and_nothing_is_said_that_only_one_source_shows(reports, exposed, said):
    assert together(reports, exposed) is said


def test_an_interval_that_reaches_no_change_is_not_sure():
    assert moved(1.0, 1.4, still=1.0) is UNSURE
    assert moved(1.01, 1.4, still=1.0) is UP
    assert moved(-0.2, -0.01, still=0.0) is DOWN
