"""Which tests have to do with a database, and so run on each."""

from inspect import signature
from pathlib import Path

import pytest


def asks_for_the_database(item: pytest.Item) -> bool:
    """By a mark, by a fixture of its own, or by one that such a fixture needs."""
    if item.get_closest_marker("django_db") is not None:
        return True
    if not isinstance(item, pytest.Function):
        return True
    if "request" in signature(item.function).parameters:
        return True  # it finds its fixtures while it runs
    return not {"db", "transactional_db"}.isdisjoint(item.fixturenames)


PAGES = Path(__file__).parent / "web"
MATRIX = PAGES / "matrix"


def walks_pages(item: pytest.Item) -> bool:
    """A walk through pages. The matrix opens each of them, so it is none of these."""
    return item.path.is_relative_to(PAGES) and not item.path.is_relative_to(MATRIX)
