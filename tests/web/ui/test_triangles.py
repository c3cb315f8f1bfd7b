"""A side is whole when both its corners are lit, and all is said in words too."""

from itertools import product

import pytest

from handslag.web.ui.triangles import CornerMark, triangle


def drawn(*lit: bool) -> str:
    corners = [
        CornerMark(f"Hörn {nr}", "en orsak", int(one), one) for nr, one in enumerate(lit)
    ]
    return triangle("t", "Triangeln", "Vad som är sagt", corners, "Här <sker> det")


@pytest.mark.parametrize("lit", list(product([True, False], repeat=3)))
def test_a_side_is_whole_when_both_its_corners_are_lit(lit):
    pairs = [lit[a] and lit[b] for a, b in ((0, 1), (0, 2), (1, 2))]
    svg = drawn(*lit)
    assert svg.count('class="side broken"') == pairs.count(False)
    assert svg.count('class="lit"') == lit.count(True)
    assert ('class="whole"' in svg) == all(lit)


def test_every_corner_is_named_and_what_is_put_in_is_escaped():
    svg = drawn(True, False, True)
    assert all(f"Hörn {nr}" in svg for nr in range(3))
    assert "&lt;sker&gt;" in svg
    assert 'aria-labelledby="t-t t-d"' in svg
