import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.intervals import share


def test_it_agrees_with_the_textbook():
    # Newcombe (1998), Statistics in Medicine 17, 857-872, table I: 81 of 263.
    found = share(81, 263)
    assert (round(found.lower, 4), round(found.upper, 4)) == (0.2553, 0.3662)


@given(st.integers(1, 5000), st.data())
def test_the_share_lies_inside_its_interval_and_that_inside_nought_and_one(n, data):
    hits = data.draw(st.integers(0, n))
    found = share(hits, n)
    assert 0 <= found.lower <= found.estimate <= found.upper <= 1


@pytest.mark.parametrize(("hits", "n", "code"), [(0, 0, "E_EMPTY"), (3, 2, "E_NEGATIVE")])
def test_an_impossible_count_is_refused(hits, n, code):
    with pytest.raises(ValueError, match=code):
        share(hits, n)
