import pytest

from handslag.core.retention.rules import Statement


def test_what_is_kept_for_ever_has_no_months_and_what_goes_has():
    Statement("a.B", keep="x", months=None, then="keep", why="Because.")
    Statement("a.B", keep="x", months=0, then="delete", why="Because.")
    with pytest.raises(ValueError, match="no months"):
        Statement("a.B", keep="x", months=3, then="keep", why="Because.")
    with pytest.raises(ValueError, match="no months"):
        Statement("a.B", keep="x", months=None, then="delete", why="Because.")


def test_a_statement_says_why():
    with pytest.raises(ValueError, match="say why"):
        Statement("a.B", keep="x", months=None, then="keep", why="")
