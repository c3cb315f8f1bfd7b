"""The demonstration, told once for the code as it stands, and put back in no time.

What the suite tells on SQLite is what the browsers begin with.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any
from unittest import mock

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone

from tests import migrated
from tools import stamps

# The day on which the demonstration is told: one promise is late, one is disputed.
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
DATABASE, FILES = "told.sqlite3", "files"


def tell() -> None:
    """Fill the database that is there."""
    now = mock.patch.object(timezone, "now", return_value=NOW)
    with now, override_settings(DEMO=True), transaction.atomic():
        call_command("demo", stdout=StringIO())


def told() -> Path:
    """A folder with the demonstration on SQLite, and its files. Not to be written in."""
    return migrated.once("demo", _tell, told_from())


def told_from() -> str:
    """What the demonstration is told from, besides the code of the platform."""
    sources = (settings.BASE_DIR / "handslag").rglob("*.po")
    return f"{sqlite3.sqlite_version} {stamps.contents([*sources])} {settings.SECRET_KEY}"


def put_back(folder: Path) -> None:
    """Let the database be as it was kept in this folder."""
    copy_from(folder / DATABASE)


def copy_from(file: Path) -> None:
    """Let the database of this process be a copy of this one."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as kept:
        kept.backup(connection.connection)


def keep(folder: Path) -> None:
    """Write the database as it is into this folder."""
    (folder / DATABASE).unlink(missing_ok=True)
    with closing(sqlite3.connect(folder / DATABASE)) as kept:
        connection.connection.backup(kept)
        kept.execute("PRAGMA journal_mode=DELETE")  # nothing is left in a file beside it


def files_in(folder: Path) -> dict[str, Any]:
    """The setting by which the files of the demonstration lie beside its database."""
    usual: dict[str, Any] = settings.STORAGES
    beside = {**usual["default"], "OPTIONS": {"location": folder / FILES}}
    return {**usual, "default": beside}


def _tell(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # somebody was stopped while telling
    folder.mkdir()
    with override_settings(STORAGES=files_in(folder)):
        tell()
    keep(folder)
