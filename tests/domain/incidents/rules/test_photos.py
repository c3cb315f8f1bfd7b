"""A photo is seen by more people the further it has come."""

from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.photos import PhotoState, may_see_photo, state_of
from handslag.domain.incidents.rules.sight import Seen, Sight


def test_a_photo_is_seen_when_it_was_shown_by_those_who_see_the_incident():
    group = Sight(own=frozenset({3}), groups={1: frozenset({3})})
    seen = Seen(within=1, by=2, owner=None, shared=True, text_state=TextState.EMPTY)
    states = {state: may_see_photo(group, seen, state) for state in PhotoState}
    assert [state for state, may in states.items() if may] == [PhotoState.SHOWN]
    stranger = Sight(own=frozenset({4}))
    assert not may_see_photo(stranger, seen, PhotoState.SHOWN)


def test_how_far_a_photo_has_come():
    def state(**said: bool) -> PhotoState:
        rest = dict.fromkeys(("is_marked", "is_shown", "is_refused"), False)
        return state_of(**{**rest, **said})

    assert state() is PhotoState.WITH_REPORTER
    assert state(is_marked=True) is PhotoState.WITH_MODERATOR
    assert state(is_marked=True, is_shown=True) is PhotoState.SHOWN
    assert state(is_marked=True, is_refused=True) is PhotoState.REFUSED
