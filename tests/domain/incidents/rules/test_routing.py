"""Whose task an incident is."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.incidents.rules.routing import Way, chosen

ANY = Way(owner=1, days=14)
LIGHTS = Way(owner=2, days=30, category="lighting", top="unsafe_place", position=1)
SQUARE = Way(owner=3, days=7, places=frozenset({10}), position=2)


def owner(ways, category="graffiti", top="damage", places=()):
    found = chosen(ways, category=category, top=top, places=frozenset(places))
    return found.owner if found else None


@given(st.permutations([ANY, LIGHTS, SQUARE]))
def test_the_narrowest_rule_wins_in_whatever_order_they_stand(ways):
    assert owner(ways) == 1
    assert owner(ways, "lighting", "unsafe_place") == 2
    assert owner(ways, "lighting", "unsafe_place", places={10}) == 3
    assert owner(ways, places={10, 11}) == 3


def test_of_two_alike_the_first_in_the_list_wins():
    later = Way(owner=9, days=1, position=5)
    assert owner([later, ANY]) == 1


def test_what_no_rule_fits_is_nobodys_task_yet():
    assert owner([LIGHTS, SQUARE]) is None
