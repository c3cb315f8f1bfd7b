from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.analysis.rules import EffectDraft, Part, Wanted
from handslag.domain.analysis.rules.effects import check_effect, part_of
from handslag.domain.incidents.rules import Top

DRAFT = EffectDraft(
    name="Ny belysning i parken",
    tops=(Top.DAMAGE,),
    place=1,
    metres=300,
    begins=date(2026, 5, 12),
)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "analysis.no_name"),
        ({"name": "x" * 201}, "analysis.name_too_long"),
        ({"tops": ()}, "analysis.nothing_to_count"),
        ({"tops": (Top.SAFE_PLACE,)}, "analysis.nothing_to_count"),
        ({"wanted": Wanted.MORE}, "analysis.why_more"),
        ({"comparison": 1}, "analysis.compared_with_itself"),
        ({"metres": 99}, "analysis.metres_out_of_bounds"),
        ({"ring": 2001}, "analysis.ring_out_of_bounds"),
        ({"before": 11}, "analysis.before_out_of_bounds"),
        ({"after": 25}, "analysis.after_out_of_bounds"),
    ],
)
def test_a_plan_that_could_not_be_followed_is_refused(changed, code):
    check_effect(DRAFT)
    with pytest.raises(NotAllowedError) as refused:
        check_effect(replace(DRAFT, **changed))
    assert refused.value.code == code


def test_more_can_be_hoped_for_with_a_reason():
    check_effect(replace(DRAFT, wanted=Wanted.MORE, wanted_why="Fler vågar anmäla."))


@given(
    away=st.floats(0, 5000),
    radius=st.integers(100, 2000),
    ring=st.integers(0, 1000),
    other=st.one_of(st.none(), st.floats(0, 5000)),
)
def test_nothing_lies_in_two_parts(away, radius, ring, other):
    part = part_of(away, radius=radius, ring=ring, other=other)
    if away <= radius:
        assert part is Part.AREA
    elif away <= radius + ring:
        assert part is Part.RING
    else:
        near = other is None or other <= radius
        assert part is (Part.COMPARISON if near else None)
