import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.protection import attack, protect
from handslag.statistics.releases import Relation, Release, crossed, linked

ALL = None


def table(rows, **limits):
    return crossed("q", np.array(rows), **limits)


def possible(release, hidden, inner, most):
    """Another adversary: tries every table there is, and keeps those that a reader
    cannot rule out. `inner` are the counts that all others are sums of."""
    tried = np.indices([most + 1] * len(inner), np.int16).reshape(len(inner), -1)
    counts = _with_sums(release, dict(zip(inner, tried, strict=True)))
    fits = np.ones(tried.shape[1], bool)
    for key, many in counts.items():
        fits &= _fits(release, hidden, key, many)
    for relation in release.relations:
        for part in () if relation.adds_up else relation.parts:
            fits &= counts[part] <= counts[relation.total]
    return {key: set(counts[key][fits].tolist()) for key in hidden}


def _with_sums(release, counts):
    while len(counts) < len(release.counts):
        for relation in release.relations:
            if relation.adds_up and all(part in counts for part in relation.parts):
                counts[relation.total] = sum(counts[part] for part in relation.parts)
    return counts


def _fits(release, hidden, key, many):
    if key not in hidden:
        return many == release.counts[key]
    below = release.below.get(key, 0)
    if not below or release.owners.get(key) in hidden:
        return many >= 0
    return (many < below) == (release.counts[key] < below)


INNER = [("q", row, column) for row in range(2) for column in range(3)]
SMALL = st.lists(
    st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=2
).filter(lambda rows: np.sum(rows) <= 7)


@settings(max_examples=40, deadline=None)
@given(SMALL, st.data(), st.integers(0, 3), st.integers(0, 4))
def test_the_reader_who_solves_finds_what_the_reader_who_tries_everything_finds(
    rows, data, cell_below, group_below
):
    release = table(rows, cell_below=cell_below, group_below=group_below)
    keys = [key for key in release.counts if key != ("q", ALL, ALL)]
    hidden = frozenset(data.draw(st.sets(st.sampled_from(keys))))
    tried = possible(release, hidden, INNER, int(np.sum(rows)))
    solved = attack(release, hidden)
    assert solved == {key: (min(them), max(them)) for key, them in tried.items()}


@settings(max_examples=40, deadline=None)
@given(SMALL, st.integers(1, 3), st.integers(0, 3))
def test_whatever_is_hidden_can_be_enough_numbers_to_whoever_tries_them_all(
    rows, k, cell_below
):
    release = table(rows, cell_below=cell_below)
    hidden = protect(release, k=k)
    # One more than there are, since the whole may be hidden too.
    tried = possible(release, hidden, INNER, 5)
    for key, them in tried.items():
        small = 0 < release.below[key] > release.counts[key]
        small = small and release.owners.get(key) not in hidden
        assert len(them) >= (min(k, release.below[key]) if small else k), key


BIG = st.lists(st.lists(st.integers(0, 60), min_size=3, max_size=3), min_size=2, max_size=5)


@settings(max_examples=40, deadline=None)
@given(BIG, st.sampled_from([3, 5]))
def test_no_hidden_count_can_be_worked_out_and_all_small_ones_are_hidden(rows, k):
    release = table(rows, group_below=30, cell_below=k)
    hidden = protect(release, k=k)
    for key, (least, most) in attack(release, hidden).items():
        assert most - least + 1 >= k
        assert least <= release.counts[key] <= most
    assert {key for key, n in release.counts.items() if n < release.below[key]} <= hidden
    assert protect(release, k=k) == hidden


def test_one_hidden_group_would_be_what_is_left_of_the_whole():
    rows = [[40, 30], [5, 7], [50, 20], [35, 41]]
    hidden = protect(table(rows, group_below=30), k=5)
    small = {("q", 1, ALL), ("q", 1, 0), ("q", 1, 1)}
    # The group of twelve takes the smallest of the others, whole, with it.
    assert hidden == small | {("q", 0, ALL), ("q", 0, 0), ("q", 0, 1)}


def test_nothing_small_hides_nothing():
    assert protect(table([[40, 30], [50, 20]], group_below=30), k=5) == frozenset()
    assert attack(table([[40, 30]]), frozenset()) == {}


def test_two_small_counts_that_are_nearly_known_together_take_a_third():
    # 0 and 1 of five alternatives: their sum 1 is what the row leaves, so that each
    # would be 0 or 1; with a third they can be anything.
    release = table([[0, 1, 40, 60, 80]], cell_below=5)
    hidden = protect(release, k=5)
    assert {("q", 0, 0), ("q", 0, 1)} < hidden
    intervals = attack(release, hidden)
    assert {intervals["q", 0, 0], intervals["q", 0, 1]} == {(0, 4)}


def test_the_reader_uses_the_rule():
    """30 to share between a group under 30 and one that is not small: without the rule
    the small one could be 0 to 30, with it the other is at least 30."""
    counts = {"small": 2, "other": 31, "whole": 33}
    sums = [Relation("whole", ("small", "other"))]
    hidden = frozenset({"small", "other"})
    assert attack(Release(counts, sums), hidden)["small"] == (0, 33)
    release = Release(counts, sums, below={"small": 30, "other": 30})
    assert attack(release, hidden)["small"] == (0, 3)
    # Four numbers are too few for five: the whole goes, and the other may be shown.
    assert protect(release, k=5) == frozenset({"small", "whole"})
    assert protect(release, k=4) == hidden


def test_a_total_in_two_tables_ties_them():
    one = crossed("sex", np.array([[3, 60], [70, 80]]), cell_below=5)
    other = crossed("age", np.array([[40, 60], [33, 80]]))
    joined = linked(
        [one, other],
        [Relation(("sex", ALL, column), (("age", ALL, column),)) for column in (0, 1)],
    )
    hidden = protect(joined, k=5)
    alone = protect(one, k=5)
    intervals = attack(joined, hidden)
    assert all(most - least + 1 >= 5 for least, most in intervals.values())
    # Hiding the column's total in the one table alone does not hide it.
    assert ("sex", 0, 0) in alone & hidden


def test_areas_of_areas_are_one_release():
    counts = {"county": 400, "a": 150, "b": 250, "a1": 3, "a2": 147, "b1": 100, "b2": 150}
    sums = [
        Relation("county", ("a", "b")),
        Relation("a", ("a1", "a2")),
        Relation("b", ("b1", "b2")),
    ]
    hidden = protect(Release(counts, sums, below={"a1": 30}), k=5)
    assert hidden == frozenset({"a1", "a2"})
    # The district was shown last time: now the area must go, and then another.
    later = Release(counts, sums, below={"a1": 30}, shown=frozenset({"a2"}))
    hidden = protect(later, k=5)
    assert "a2" not in hidden
    assert {"a1", "a"} < hidden
    assert all(most - least >= 4 for least, most in attack(later, hidden).values())


def test_what_was_shown_before_may_give_it_away():
    release = Release(
        {"whole": 50, "few": 3, "rest": 47},
        [Relation("whole", ("few", "rest"))],
        below={"few": 30},
        shown=frozenset({"whole", "rest"}),
    )
    with pytest.raises(ValueError, match="E_CANNOT_PROTECT"):
        protect(release, k=5)


def test_what_was_hidden_before_stays_hidden_and_is_protected_too():
    counts = {"whole": 150, "a": 50, "b": 60, "c": 40}
    release = Release(counts, [Relation("whole", ("a", "b", "c"))], hidden=frozenset({"a"}))
    assert protect(release, k=5) == frozenset({"a", "c"})


def test_answers_that_may_be_several_are_at_most_all():
    # 31 answered, 30 of them chose the one: a reader of the part alone knows the least.
    counts = {"n": 31, "one": 30, "other": 4}
    release = Release(
        counts, [Relation("n", ("one", "other"), adds_up=False)], below={"n": 40}
    )
    hidden = protect(release, k=5)
    # The number of answers would be 30 to 39, since the one is shown: ten numbers.
    assert hidden == frozenset({"n"})
    assert attack(release, hidden)["n"] == (30, 39)
    assert protect(release, k=11) == frozenset({"n", "one"})


def test_a_cube_of_answers_is_solved_in_whole_numbers():
    """Every sum over one thing of three is shown."""
    rng = np.random.default_rng(6)
    for _ in range(6):
        cube = rng.integers(0, 3, (2, 2, 2))
        cells = {index: int(cube[index]) for index in np.ndindex(2, 2, 2)}
        sums, counts = [], dict(cells)
        for axis in range(3):
            for rest in np.ndindex(2, 2):
                parts = tuple(tuple(np.insert(rest, axis, at).tolist()) for at in (0, 1))
                total = ("sum", axis, *rest)
                counts[total] = sum(cells[part] for part in parts)
                sums.append(Relation(total, parts))
        release, hidden = Release(counts, sums), frozenset(cells)
        tried = possible(release, hidden, list(cells), 4)
        assert attack(release, hidden) == {
            key: (min(them), max(them)) for key, them in tried.items()
        }


def test_nobody_answers_by_half():
    """Three counts of which any two, with a rest, are one: halves would fit, and make
    one and a half together; in whole numbers they are one, or none."""
    parts = {"a": 1, "b": 0, "c": 0}
    counts = {**parts, "all": 1, "ab": 0, "bc": 1, "ac": 0, **dict.fromkeys("xyz", 1)}
    sums = [
        Relation("x", ("a", "b", "ab")),
        Relation("y", ("b", "c", "bc")),
        Relation("z", ("a", "c", "ac")),
        Relation("all", ("a", "b", "c")),
    ]
    hidden = frozenset(counts) - frozenset("xyz")
    assert attack(Release(counts, sums), hidden)["all"] == (0, 1)


@pytest.mark.parametrize(
    ("release", "code"),
    [
        (Release({"a": 1, "b": 2}, [Relation("a", ("b",))]), "E_SUM"),
        (Release({"a": 1, "b": 2}, [Relation("a", ("b",), adds_up=False)]), "E_SUM"),
        (Release({"a": -1}), "E_NEGATIVE"),
        (Release({"a": 1}, [Relation("a", ("c",))]), "E_UNKNOWN"),
        (Release({"a": 1}, below={"c": 3}), "E_UNKNOWN"),
        (Release({"a": 1}, shown=frozenset("c")), "E_UNKNOWN"),
    ],
)
def test_a_release_that_does_not_hold_together_is_refused(release, code):
    with pytest.raises(ValueError, match=code):
        protect(release, k=5)


def test_tables_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        protect(Release({}), k=0)
    with pytest.raises(ValueError, match="E_SHAPE"):
        crossed("q", np.array([1, 2]))
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        crossed("q", np.array([[1, -2]]))
    with pytest.raises(ValueError, match="E_CONFLICT"):
        linked([Release({"a": 1}), Release({"a": 2})])
