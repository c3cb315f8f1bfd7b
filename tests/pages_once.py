"""The suite without the walks through pages: `python -m pytest -p tests.pages_once`.

`make test` asks SQLite for all pages, in walks and in Chromium. On PostgreSQL the
matrix opens each page once, with something on it, so every question that a page asks
is put to both.
"""

import pytest

from tests.asking import walks_pages


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the walks, unless nothing else was asked for."""
    walks = [item for item in items if walks_pages(item)]
    if walks and len(walks) < len(items):
        config.hook.pytest_deselected(items=walks)
        items[:] = [item for item in items if not walks_pages(item)]
