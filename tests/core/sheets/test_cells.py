"""What people open in a spreadsheet does nothing there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.sheets.cells import harmless


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_looks_like_a_formula_is_read_as_words(text):
    assert harmless(text) == f"'{text}"


@given(st.text())
def test_no_cell_begins_as_a_formula_and_nothing_is_lost(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert harmless(text).endswith(text)
