"""The list of kinds: an order that keeps its categories, codes that are never taken."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.incidents.rules import Top
from handslag.domain.incidents.rules.settings import Kind, code_for, moved

LIST = (
    Kind(1, Top.DAMAGE, is_head=True),
    Kind(2, Top.DAMAGE, is_head=False),
    Kind(3, Top.DAMAGE, is_head=False),
    Kind(4, Top.DISORDER, is_head=True),
    Kind(5, Top.DISORDER, is_head=False),
)


def test_a_kind_moves_among_those_of_its_category():
    assert moved(LIST, 3, up=True) == [1, 3, 2, 4, 5]
    assert moved(LIST, 2, up=True) == [1, 2, 3, 4, 5]  # not above its category
    assert moved(LIST, 3, up=False) == [1, 2, 3, 4, 5]  # not into the next


def test_a_category_takes_its_kinds_along():
    assert moved(LIST, 4, up=True) == [4, 5, 1, 2, 3]


@given(st.sampled_from(LIST), st.booleans())
def test_nothing_is_lost_by_moving(kind, up):
    assert sorted(moved(LIST, kind.key, up=up)) == [1, 2, 3, 4, 5]


def test_a_code_is_never_given_twice():
    taken = frozenset({"elsparkcyklar", "elsparkcyklar-2"})
    assert code_for("Elsparkcyklar", taken) == "elsparkcyklar-3"
