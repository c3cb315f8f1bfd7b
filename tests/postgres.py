"""The suite on a real PostgreSQL: `python -m pytest -p tests.postgres`.

An early plugin, since the settings read DATABASE_URL when they are imported and
that is before any conftest.py. Under xdist the first process starts the server;
the others inherit its address and make a database each.

Only what asks for the database runs here. The rest cannot differ: pytest-django
refuses a test that reaches a database without having asked for it.
"""

import atexit
import os

import pytest

from tests.asking import asks_for_the_database
from tests.migrated import PATTERN, data
from tests.postgres_server import Server

if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
    _server = Server(data())
    atexit.register(_server.stop)
    os.environ["DATABASE_URL"] = _server.address(PATTERN)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has been tested on SQLite and knows nothing of databases."""
    apart = [item for item in items if not asks_for_the_database(item)]
    if apart:
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if asks_for_the_database(item)]
