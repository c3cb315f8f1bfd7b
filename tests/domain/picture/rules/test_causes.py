import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.rules.causes import (
    DEEPEST,
    MOST,
    CauseKind,
    Corner,
    Horizon,
    Node,
    Perspective,
    Step,
    children,
    depth,
    hung,
    may_be_done,
    may_hang,
    read,
    room_for_one,
    stepped,
    taken_out,
    under,
    unlit,
    usual_horizon,
    usual_kind,
)

KEYS = st.integers(0, 7)
MOVES = st.lists(
    st.tuples(KEYS, st.one_of(st.none(), KEYS), st.integers(0, 8))
    | st.tuples(KEYS, st.sampled_from(Step)),
    max_size=25,
)


def row(*keys: int) -> list[Node]:
    """Causes beside each other, under the problem."""
    return [Node(key, None, place) for place, key in enumerate(keys)]


def chain(length: int) -> list[Node]:
    """Each explains the one before."""
    return [Node(key, key - 1 if key else None) for key in range(length)]


def after(moves) -> list[Node]:
    """Eight causes, moved about as somebody tries; what is refused is left."""
    tree = row(*range(8))
    for move in moves:
        try:
            tree = stepped(tree, *move) if len(move) == 2 else _hung(tree, *move)
        except NotAllowedError:
            continue
    return tree


def _hung(tree, key, under_, at):
    return hung(tree, key, under_, at=at)


def numbers(tree) -> dict[int, str]:
    return {one.key: one.number for one in read(tree)}


@given(MOVES)
def test_whatever_is_moved_every_cause_stays_once_in_a_tree_without_cycles(moves):
    tree = after(moves)
    assert {one.key for one in read(tree)} == set(range(8))
    assert len(list(read(tree))) == 8
    assert all(key not in under(tree, key)[1:] for key in range(8))


@given(MOVES)
def test_whatever_is_moved_nothing_hangs_too_deep(moves):
    tree = after(moves)
    assert max(one.depth for one in read(tree)) <= DEEPEST
    assert all(one.depth == depth(tree, one.key) for one in read(tree))


@given(MOVES, KEYS, KEYS)
def test_a_cause_never_explains_itself(moves, key, other):
    tree = after(moves)
    if other in under(tree, key):
        with pytest.raises(NotAllowedError, match=r"picture\.cause_cycle"):
            hung(tree, key, other)


@given(MOVES, KEYS, st.sampled_from(Step))
def test_only_the_steps_that_are_offered_can_be_taken(moves, key, step):
    tree = after(moves)
    offered = next(one.steps for one in read(tree) if one.key == key)
    if step not in offered:
        with pytest.raises(NotAllowedError, match=f"picture.cause_not_{step}"):
            stepped(tree, key, step)


@given(MOVES, KEYS, st.sampled_from([(Step.UP, Step.DOWN), (Step.DOWN, Step.UP)]))
def test_a_step_up_is_undone_by_a_step_down(moves, key, there_and_back):
    tree = after(moves)
    there, back = there_and_back
    if there in next(one.steps for one in read(tree) if one.key == key):
        moved = stepped(tree, key, there)
        assert numbers(moved) != numbers(tree)
        assert numbers(stepped(moved, key, back)) == numbers(tree)


def test_a_step_in_makes_it_a_cause_of_the_one_above_it():
    tree = stepped(row(1, 2, 3), 2, Step.IN)
    assert numbers(tree) == {1: "1", 2: "1.1", 3: "2"}


def test_a_step_out_puts_it_after_the_one_it_explained():
    tree = stepped(hung(row(1, 2, 3), 2, 1), 2, Step.OUT)
    assert numbers(tree) == {1: "1", 2: "2", 3: "3"}


def test_what_hangs_under_a_cause_follows_it():
    tree = hung(hung(row(1, 2, 3), 3, 2), 2, 1)
    assert numbers(tree) == {1: "1", 2: "1.1", 3: "1.1.1"}


@given(MOVES, KEYS)
def test_taking_one_out_loses_no_other_and_keeps_their_order(moves, key):
    tree = after(moves)
    kept = [one.key for one in read(tree) if one.key != key]
    assert [one.key for one in read(taken_out(tree, key))] == kept


def test_what_hung_under_the_one_taken_out_takes_its_place():
    tree = hung(hung(row(1, 2, 3, 4), 3, 2), 4, 2)
    assert numbers(taken_out(tree, 2)) == {1: "1", 3: "2", 4: "3"}


def test_a_branch_is_refused_where_its_lowest_would_hang_too_deep():
    tree = [*chain(DEEPEST - 1), Node(10, None, 1), Node(11, 10)]
    with pytest.raises(NotAllowedError) as refused:
        hung(tree, 10, DEEPEST - 2)
    assert (refused.value.code, refused.value.facts) == (
        "picture.cause_too_deep",
        {"deepest": DEEPEST},
    )
    assert depth(hung(tree, 11, DEEPEST - 2), 11) == DEEPEST


def test_a_new_cause_is_refused_under_the_deepest():
    tree = chain(DEEPEST)
    may_hang(tree, DEEPEST - 2)
    with pytest.raises(NotAllowedError, match=r"picture\.cause_too_deep"):
        may_hang(tree, DEEPEST - 1)


def test_a_tree_takes_no_more_than_one_can_take_in():
    room_for_one(row(*range(MOST - 1)))
    with pytest.raises(NotAllowedError, match=r"picture\.too_many_causes"):
        room_for_one(row(*range(MOST)))


def test_the_place_asked_for_is_the_place_given():
    assert [one.key for one in children(hung(row(1, 2, 3), 3, None, at=0), None)] == [
        3,
        1,
        2,
    ]


def test_everything_is_dark_before_anything_is_written():
    dark = unlit([], worded=[])
    assert dark.corners == tuple(Corner)
    assert dark.perspectives == tuple(Perspective)


def test_words_alone_light_a_corner_but_no_perspective():
    dark = unlit([], worded=[Corner.TARGET])
    assert Corner.TARGET not in dark.corners
    assert dark.perspectives == tuple(Perspective)


def test_nothing_is_dark_when_causes_are_seen_from_everywhere():
    assert not unlit(zip(Perspective, Corner, strict=True), worded=[])


def test_a_cause_without_a_corner_lights_none():
    assert unlit([(Perspective.OFFENDER, None)], worded=[]).corners == tuple(Corner)


def test_an_analysis_needs_a_cause_to_be_done():
    may_be_done(1)
    with pytest.raises(NotAllowedError, match=r"picture\.analysis_without_causes"):
        may_be_done(0)


def test_why_somebody_does_it_is_social_and_slow_unless_one_says_otherwise():
    kinds = {one: usual_kind(one) for one in Perspective}
    assert kinds == {
        Perspective.SITUATIONAL: CauseKind.SITUATIONAL,
        Perspective.VICTIMISATION: CauseKind.SITUATIONAL,
        Perspective.OFFENDER: CauseKind.SOCIAL,
    }
    assert usual_horizon(CauseKind.SOCIAL) is Horizon.LONG
    assert usual_horizon(CauseKind.SITUATIONAL) is Horizon.SHORT
