"""A week against the usual: what is compared, what is judged, how often it cries wolf."""

from datetime import date
from math import exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.unusual import adjusted, unusual, windows

DRAWS = 400


def test_a_week_is_compared_with_the_same_weekdays_of_26_weeks():
    found = windows(date(2026, 11, 10), date(2026, 11, 16), earliest=date(2020, 1, 1))
    assert len(found.earlier) == 26
    assert found.earlier[0] == (date(2026, 11, 3), date(2026, 11, 9))
    assert found.earlier[-1][0] == date(2026, 5, 12)


def test_ten_days_are_compared_with_ten_days_of_the_same_weekdays_that_do_not_touch():
    found = windows(date(2026, 11, 7), date(2026, 11, 16), earliest=date(2020, 1, 1))
    assert found.earlier[0] == (date(2026, 10, 24), date(2026, 11, 2))
    assert len(found.earlier) == 13


def test_a_month_is_compared_by_its_last_whole_weeks_with_single_weeks():
    found = windows(date(2026, 10, 17), date(2026, 11, 16), earliest=date(2020, 1, 1))
    assert (found.now, found.times) == ((date(2026, 10, 20), date(2026, 11, 16)), 4)
    assert found.earlier[0] == (date(2026, 10, 13), date(2026, 10, 19))


def test_before_the_first_report_there_is_no_usual():
    found = windows(date(2026, 11, 10), date(2026, 11, 16), earliest=date(2026, 10, 1))
    assert [starts for starts, _ in found.earlier][-1] == date(2026, 10, 6)


def test_few_and_short_are_said_and_nothing_else():
    assert unusual(9, [1, 0, 2]).flags == ("short",)
    assert unusual(2, [0, 1, 1, *[2] * 23]).flags == ("few",)
    assert unusual(3, [0, 1, 1, *[2] * 23]).can_be_judged


def test_three_times_the_usual_is_unusual_and_what_came_before_is_not():
    usual = [4, 6, 3, 5, 4, 2, 6, 5, 4, 3, 7, 4, 5] * 2
    assert unusual(14, usual).p < 0.02
    # As many have come before: the rank says how often, whatever the tail says.
    assert unusual(14, [2] * 25 + [14]).p == 2 / 27


def test_the_usual_says_its_dispersion_on_a_worked_example():
    # Mean 4, Pearson's sum 26/4 on 25 degrees of freedom would be below one: Poisson.
    even = unusual(5, [3, 5] * 13)
    assert (even.estimate, even.phi) == (4.0, 1.0)
    # Mean 4, squares 16 each: 26 * 16 / 4 / 25.
    assert unusual(5, [0, 8] * 13).phi == pytest.approx(4.16)


@pytest.mark.parametrize("windows_", [13, 26])
@pytest.mark.parametrize("phi", [1.0, 2.0, 4.0])
def test_without_any_change_at_most_six_in_a_hundred_are_marked(windows_, phi):
    """Counted over means from 1 to 25, also where counts vary more than by chance."""
    random = Random(20261122)
    marked = judged = 0
    for mean in (1, 3, 8, 25):
        for _ in range(DRAWS):
            draws = [_drawn(random, mean, phi) for _ in range(windows_ + 1)]
            found = unusual(draws[0], draws[1:])
            judged += 1
            marked += found.can_be_judged and found.p <= 0.05
    assert marked / judged <= 0.06


def _drawn(random: Random, mean: float, phi: float) -> int:
    """A Poisson count, whose mean varies by a gamma when phi is more than 1."""
    if phi > 1:
        size = mean / (phi - 1)
        mean = random.gammavariate(size, mean / size)
    chance, least, k = random.random(), exp(-mean), 0
    while chance > least:
        chance, k = chance * random.random(), k + 1
    return k


def test_many_at_once_are_judged_together_as_in_the_article():
    # Benjamini & Hochberg (1995), section 3.2: with 15 p-values four stand at 0.05.
    ps = [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
    ]
    assert sum(one <= 0.05 for one in adjusted(ps)) == 4


@given(st.lists(st.floats(0, 1), max_size=20))
def test_looking_at_more_never_makes_anything_surer(ps):
    assert all(after >= before for before, after in zip(ps, adjusted(ps), strict=True))
