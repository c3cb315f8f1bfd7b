from importlib import import_module
from pathlib import Path

import pytest

import handslag.statistics as front
from handslag.statistics.names import WHERE


def test_every_name_is_where_the_table_says():
    for name, module in WHERE.items():
        found = getattr(front, name)
        assert found is getattr(import_module(f"handslag.statistics.{module}"), name)
        assert found.__doc__


def test_the_names_stand_in_order():
    assert list(WHERE) == sorted(WHERE)
    assert dir(front) == list(WHERE)


def test_a_name_that_is_not_there_is_missing():
    with pytest.raises(AttributeError, match="no_such_thing"):
        front.no_such_thing  # noqa: B018


def test_the_front_loads_nothing_by_itself():
    text = Path(front.__file__).read_text()
    assert "numpy" not in text
