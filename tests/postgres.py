"""The suite on a real PostgreSQL: `python -m pytest -p tests.postgres`.

An early plugin, since the settings read DATABASE_URL when they are imported and
that is before any conftest.py. Under xdist the first process starts the server;
the others inherit its address and make a database each.
"""

import atexit
import os

from tests.postgres_server import Server

if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
    _server = Server()
    atexit.register(_server.stop)
    os.environ["DATABASE_URL"] = _server.address
