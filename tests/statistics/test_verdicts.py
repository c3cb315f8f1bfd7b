import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.comparisons import svy_change
from handslag.statistics.counts import rate_ratio
from handslag.statistics.design import design
from handslag.statistics.effects.displacement import wdd
from handslag.statistics.effects.ratios import ratio_of_ratios
from handslag.statistics.intervals import share
from handslag.statistics.surveys import svy_prop
from handslag.statistics.temporal.changes import change
from handslag.statistics.temporal.reporting import reporting_split
from handslag.statistics.temporal.trends import trend
from handslag.statistics.verdicts import (
    KEYS,
    Again,
    Alarm,
    Hot,
    Measured,
    Preliminary,
    Standing,
    verdict,
)


def ratio(lower, upper, mde=0.2, flags=()):
    middle = (lower * upper) ** 0.5
    return Measured(middle, lower, upper, 0.95, 100, method="", flags=flags, mde=mde)


def answers(hits, n):
    return svy_prop(np.arange(n) < hits, design(np.ones(n)))


# The table of the design: what the result is, the key, its variant, the shape.
TABLE = [
    (ratio(1.05, 1.6), "up", "", "up"),
    (ratio(0.5, 0.9), "down", "", "down"),
    (ratio(0.8, 1.3), "none", "", "unsure"),
    (ratio(0.95, 1.06), "same", "", "level"),
    (ratio(0.4, 1.8, mde=0.68), "few", "", "unsure"),
    (ratio(0.4, 1.8, flags=("too_few",)), "few", "", "unsure"),
    (ratio(1.02, 1.08), "up", "small", "up"),
    (ratio(0.3, 0.8, mde=0.68), "down", "", "down"),
    (rate_ratio(60, 1, 30, 1), "up", "", "up"),
    (answers(5, 20), "fewans", "", "unsure"),
    (answers(20, 64), "weak", "", "unsure"),
    (answers(310, 1000), "value", "", "note"),
    (svy_change(answers(310, 1000), answers(251, 1000)), "down", "", "down"),
    (svy_change(answers(300, 1000), answers(305, 1000)), "same", "", "level"),
    (svy_change(answers(30, 100), answers(31, 100)), "none", "", "unsure"),
    (Preliminary(0.9), "prelim", "", "unsure"),
    (reporting_split(400, 460, (0.4, 0.02), (0.5, 0.02)), "report", "", "up"),
    (reporting_split(500, 400, (0.6, 0.02), (0.3, 0.02)), "dark", "", "down"),
    (reporting_split(500, 300, (0.5, 0.02), (0.5, 0.02)), "down", "", "down"),
    (reporting_split(3, 4, (0.5, 0.02), (0.5, 0.02)), "few", "", "unsure"),
    (change(20, [62, 58, 66, 60, 61]), "down", "", "down"),
    (change(9, [12, 10, 14, 11, 13]), "few", "", "unsure"),
    (trend(np.arange(40, 100)), "up", "", "up"),
    (trend(np.tile([50, 40], 30)), "none", "", "unsure"),
    (ratio_of_ratios(120, 60, 130, 125), "effect", "fewer", "down"),
    (ratio_of_ratios(60, 120, 130, 125), "effect", "more", "up"),
    (ratio_of_ratios(200, 190, 210, 205), "noeffect", "", "unsure"),
    (ratio_of_ratios(20, 18, 21, 20), "noeffect", "few", "unsure"),
    (wdd((90, 40), (80, 80), (40, 90), (50, 50)), "displ", "moved", "up"),
    (wdd((90, 40), (80, 80), (50, 48), (50, 50)), "displ", "none", "unsure"),
    (wdd((90, 40), (80, 80), (90, 40), (50, 50)), "displ", "spread", "down"),
    (Hot(14, 4.2, 0.01), "hot", "", "up"),
    (Hot(14, 4.2, 0.06), "hot", "none", "unsure"),
    (Again(49, 31.5, 0.01), "again", "", "up"),
    (Again(49, 38.2, 0.06), "again", "none", "unsure"),
    (Again(31, 49.0, 0.01), "again", "none", "unsure"),
    (Again(2, 1.4, 0.3), "few", "", "unsure"),
    (Alarm(19, 11), "alarm", "", "up"),
    (Alarm(11, 11), "alarm", "none", "unsure"),
    (Standing(2), "peers", "higher", "up"),
    (Standing(-1), "peers", "lower", "down"),
    (Standing(0), "peers", "level", "level"),
]


@pytest.mark.parametrize(("result", "key", "variant", "icon"), TABLE)
def test_each_result_has_the_key_of_the_design(result, key, variant, icon):
    found = verdict(result)
    assert (found.key, found.variant, found.icon, found.goal) == (key, variant, icon, "")


def test_the_table_has_every_key_and_colour_never_goes_without_its_shape():
    assert {key for _result, key, _variant, _icon in TABLE} == set(KEYS)
    shapes = {"rise": {"up"}, "fall": {"down"}, "level": {"level", "unsure"}}
    for result, *_rest in TABLE:
        found = verdict(result)
        assert found.icon in shapes.get(found.role, {"note", "unsure", "up", "down"})


@pytest.mark.parametrize(
    ("result", "desired", "goal"),
    [
        (ratio(1.05, 1.6), "down", "bad"),
        (ratio(1.05, 1.6), "up", "good"),
        (ratio(0.5, 0.9), "level", "bad"),
        (ratio(0.95, 1.06), "level", "good"),
        (ratio(0.95, 1.06), "down", ""),
        (ratio(0.8, 1.3), "down", ""),
        (ratio(1.02, 1.08), "down", ""),
        (Standing(1), "down", "bad"),
        (Standing(1), "level", ""),
        (reporting_split(400, 460, (0.4, 0.02), (0.5, 0.02)), "down", ""),
        (ratio_of_ratios(120, 60, 130, 125), "down", "good"),
        (Hot(14, 4.2, 0.01), "down", ""),
    ],
)
def test_the_goal_decides_what_is_good(result, desired, goal):
    assert verdict(result, desired).goal == goal


@given(st.floats(0.01, 5), st.floats(1, 3), st.floats(0.01, 0.5))
def test_certain_is_never_called_chance_and_chance_never_certain(lower, width, practical):
    result = ratio(lower, lower * width)
    found = verdict(result, "down", practical)
    assert (found.key in {"up", "down"}) == (lower > 1 or lower * width < 1)
    is_inside = lower >= 1 / (1 + practical) and lower * width <= 1 + practical
    assert (found.key == "same" or found.variant == "small") == is_inside


def test_what_has_no_sentence_is_refused():
    for wrong in (share(1, 4), wdd((90, 40), (80, 80))):
        with pytest.raises(ValueError, match="E_KIND"):
            verdict(wrong)
    assert verdict(ratio(np.nan, np.nan)).key == "few"
