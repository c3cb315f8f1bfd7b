"""What stops an agreement, and what would better it."""

from dataclasses import replace

import pytest

from handslag.domain.agreements.rules.quality import (
    Contents,
    Hint,
    Side,
    hints,
    is_bounded,
    stops,
)
from handslag.domain.agreements.rules.words import Prolongation

READY = Contents(
    sides=(Side("Lundby kommun", True, 1, True), Side("Polisen", True, 1, True)),
    purposes=1,
    fields=1,
    has_period=True,
    has_last_day=True,
    prolongation=Prolongation.NONE,
    goals=(("Tio vandringar om året", ""),),
    problems=1,
    follow_up_by="kommunchefen",
    documentation="I Handslag.",
)


def test_one_with_all_it_needs_is_stopped_by_nothing():
    assert stops(READY) == []
    assert list(hints(READY)) == []


@pytest.mark.parametrize(
    ("lacking", "code"),
    [
        ({"purposes": 0}, "agreement.no_purpose"),
        ({"fields": 0}, "agreement.no_field"),
        ({"sides": READY.sides[:1]}, "agreement.one_party"),
        ({"has_period": False}, "agreement.no_period"),
        (
            {"has_last_day": False, "prolongation": Prolongation.BY_MONTHS},
            "agreement.prolonged_without_last_day",
        ),
        (
            {"sides": tuple(replace(one, approves=False) for one in READY.sides)},
            "agreement.nobody_approves",
        ),
    ],
)
def test_what_is_missing_stops_it(lacking, code):
    assert stops(replace(READY, **lacking)) == [code]


def test_what_would_better_it_stops_nothing():
    bare = replace(
        READY,
        sides=(Side("Lundby kommun", True, 0, False), READY.sides[1]),
        goals=(("Trygghet", ""),),
        problems=0,
        follow_up_by="",
        documentation="",
    )
    assert stops(bare) == []
    assert list(hints(bare)) == [
        (Hint.BOUNDED, "Trygghet"),
        (Hint.COMMITMENTS, "Lundby kommun"),
        (Hint.CONTACT, "Lundby kommun"),
        (Hint.PROBLEMS, ""),
        (Hint.FOLLOW_UP, ""),
        (Hint.DOCUMENTATION, ""),
    ]


def test_a_goal_is_bounded_by_a_number_or_by_how_one_sees_it():
    assert is_bounded("Minska till 30 procent", "")
    assert is_bounded("Alla skolor har en grupp", "")
    assert is_bounded("Ökad trygghet", "trygghetsmätning")
    assert not is_bounded("Ökad trygghet", " ")
