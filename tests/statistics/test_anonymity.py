"""Nobody is rarer than k, and no more is withheld than that takes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from handslag.statistics.anonymity import WITHHELD, alike, classes_of, in_groups

PEOPLE = some.lists(
    some.tuples(some.integers(1, 3), some.integers(1, 4), some.integers(1, 5)),
    min_size=1,
    max_size=120,
)


def keys_of(people):
    return [np.array(one) for one in zip(*people, strict=True)]


@given(PEOPLE, some.integers(2, 12))
def test_each_combination_stands_in_k_rows_or_nothing_is_said_of_anybody(people, k):
    kept = alike(keys_of(people), k)
    sizes = np.bincount(classes_of(kept))
    assert len(people) < k or sizes[sizes > 0].min() >= k


@given(PEOPLE, some.integers(2, 12))
def test_what_is_said_is_true(people, k):
    for before, after in zip(keys_of(people), alike(keys_of(people), k), strict=True):
        assert ((after == before) | (after == WITHHELD)).all()


def test_the_last_key_is_given_up_first():
    sex = np.array([1] * 10 + [2] * 10)
    age = np.array([1] * 8 + [2] * 2 + [1] * 10)
    first, last = alike([sex, age], 5)
    assert (first == sex).all()
    assert (last == [0] * 10 + [1] * 10).sum() >= 10
    assert (last[8:10] == WITHHELD).all()


def test_those_of_whom_nothing_is_said_are_joined_by_the_smallest_others():
    (kept,) = alike([np.array([1] * 12 + [2] * 6 + [3] * 2)], 5)
    assert kept.tolist() == [1] * 12 + [0] * 8


def test_nothing_is_withheld_where_all_are_many():
    keys = [np.array([1, 2] * 20), np.array([1] * 40)]
    assert all((a == b).all() for a, b in zip(alike(keys, 20), keys, strict=True))


@pytest.mark.parametrize(
    ("keys", "code"), [([], "E_EMPTY"), ([np.ones(2), np.ones(3)], "E_SHAPE")]
)
def test_keys_that_do_not_belong_together_are_refused(keys, code):
    with pytest.raises(ValueError, match=code):
        alike(keys, 5)


@given(some.lists(some.integers(1, 9), min_size=1, max_size=40), some.integers(1, 12))
def test_each_number_that_is_said_is_said_by_k(counts, k):
    counts = np.array(counts)
    places = in_groups(counts, k)
    if counts.sum() < k:
        assert not len(places)
        return
    assert np.bincount(places, counts)[np.unique(places)].min() >= k
    assert (np.diff(places) >= 0).all()


def test_rare_numbers_are_said_as_the_middle_one_and_common_ones_as_they_are():
    assert in_groups(np.array([50, 1, 2, 40, 60, 3]), 10).tolist() == [0, 3, 3, 3, 4, 4]
