"""Who sees an incident, and who reads its words."""

import pytest

from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.sight import Seen, Sight, may_read, may_see

MUNICIPALITY, HOUSING, POLICE, PARK = 1, 2, 3, 4


def seen(**said):
    given = {
        "within": MUNICIPALITY,
        "by": HOUSING,
        "owner": None,
        "shared": False,
        "text_state": TextState.UNCHECKED,
    }
    return Seen(**{**given, **said})


def of(one, *, authority=False, group=False):
    own = frozenset({one})
    return Sight(
        own=own,
        authorities=own if authority else frozenset(),
        groups={MUNICIPALITY: own} if group else {},
    )


@pytest.mark.parametrize(
    ("viewer", "about", "sees", "reads"),
    [
        (of(MUNICIPALITY, authority=True), seen(), True, True),
        (of(HOUSING), seen(), True, True),
        (of(POLICE, authority=True), seen(), False, False),
        (of(POLICE, authority=True, group=True), seen(), False, False),
        (of(POLICE, authority=True, group=True), seen(shared=True), True, True),
        (of(PARK, group=True), seen(shared=True), True, False),
        (of(PARK, group=True), seen(shared=True, text_state=TextState.CHECKED), True, True),
        (of(PARK), seen(owner=PARK), True, False),
        (of(PARK), seen(owner=PARK, text_state=TextState.REDACTED), True, True),
        (of(HOUSING), seen(text_state=TextState.HELD), True, False),
        (of(MUNICIPALITY, authority=True), seen(text_state=TextState.HELD), True, False),
    ],
)
def test_each_sees_its_own_and_what_is_shared(viewer, about, sees, reads):
    assert (may_see(viewer, about), may_read(viewer, about)) == (sees, reads)
