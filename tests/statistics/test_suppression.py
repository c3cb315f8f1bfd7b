from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.suppression import suppress


def test_a_lone_small_number_takes_two_more_rows_and_columns_with_it():
    # Willenborg & de Waal (2001), 6: with both sums one hidden count in a row and a
    # column is their difference from what is shown, so a rectangle of four is hidden.
    table = np.array([[20, 50, 10], [8, 19, 22], [17, 3, 12]])
    found = suppress(table, 5)
    assert found.small.sum() == 1
    assert found.hidden[2, 1]
    assert found.hidden.sum() == 4
    assert (found.hidden.sum(axis=0) != 1).all()
    assert (found.hidden.sum(axis=1) != 1).all()
    assert found.row_totals.tolist() == [80, 49, 32]
    assert found.column_totals.tolist() == [45, 72, 44]
    assert found.total == 161
    assert np.isnan(found.counts[found.hidden]).all()
    assert (found.counts[~found.hidden] == table[~found.hidden]).all()
    plain = suppress(table, 5, complementary=False)
    assert (plain.hidden == plain.small).all()


def test_one_side_needs_a_second_number():
    found = suppress(np.array([2, 40, 9, 0]), 5)
    # With nought hidden beside it 2 could be three numbers only, with 9 enough.
    assert found.hidden[[0, 1]].tolist() == [True, False]
    assert found.hidden[2]
    assert (found.total, found.row_totals.size) == (51, 0)
    assert suppress(np.array([9, 0, 7]), 5).hidden.sum() == 0
    assert suppress(np.array([3, 0]), 5).hidden.tolist() == [True, False]
    assert np.isnan(suppress(np.array([3, 0]), 5).total)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=6, max_size=6), st.integers(3, 6))
def test_what_is_shown_adds_up_and_nothing_small_can_be_worked_out(cells, least):
    table = np.array(cells).reshape(2, 3)
    found = suppress(table, least)
    assert found.hidden[(table > 0) & (table < least)].all()
    for sums, hidden, side in (
        (found.row_totals, found.hidden.sum(axis=1), 1),
        (found.column_totals, found.hidden.sum(axis=0), 0),
    ):
        is_shown = ~np.isnan(sums)
        assert (sums[is_shown] == table.sum(axis=side)[is_shown]).all()
        assert (hidden[is_shown] != 1).all()
        assert ((sums[is_shown] == 0) | (sums[is_shown] >= least)).all()
    again = suppress(table, least)
    assert (again.hidden == found.hidden).all()


def test_what_cannot_be_is_refused():
    refused: tuple[tuple[Any, str], ...] = (
        (np.ones((1, 1, 1), int), "E_SHAPE"),
        (np.ones(2), "E_SHAPE"),
        (np.zeros(0, int), "E_EMPTY"),
        (np.array([-1]), "E_NEGATIVE"),
    )
    for wrong, code in refused:
        with pytest.raises(ValueError, match=code):
            suppress(wrong, 5)
