"""A copy of everything an installation cannot make again: database, files, key."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

STAMP = "%Y-%m-%dT%H%M%SZ"


class BackupError(Exception):
    """The copy could not be made; nothing half-made is left."""


def make(target: Path, *, now: datetime) -> Path:
    """Copy all of it into a new folder with the time in its name."""
    finished = target / now.strftime(STAMP)
    unfinished = finished.with_suffix(".unfinished")
    if finished.exists():
        raise BackupError(f"{finished} is there already.")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True, mode=0o700)
    _copy_database(unfinished)
    # After the database: a file may be there without its row, never the reverse.
    _copy_files(unfinished)
    return unfinished.rename(finished)


def forget_all_but(target: Path, keep: int) -> list[Path]:
    """Remove the oldest copies; say which."""
    old = sorted(folder for folder in target.iterdir() if _is_ours(folder))[:-keep]
    for folder in old:
        shutil.rmtree(folder)
    return old


def _is_ours(folder: Path) -> bool:
    try:
        datetime.strptime(folder.name, STAMP)  # noqa: DTZ007 only the form matters
    except ValueError:
        return False
    return folder.is_dir()


def _copy_database(folder: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        # SQLite's own copying: one moment's state, while others go on writing.
        with closing(sqlite3.connect(folder / "handslag.sqlite3")) as copy:
            connection.connection.backup(copy)
        return
    _dump(folder / "handslag.dump", settings.DATABASES["default"])


def _dump(path: Path, database: dict[str, Any]) -> None:
    words = ["pg_dump", "--format=custom", "--no-owner", f"--file={path}"]
    try:
        # The password goes through the environment: everyone can read the words.
        env = {**os.environ, **_whereabouts(database)}
        subprocess.run(words, env=env, check=True, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError as error:
        raise BackupError("pg_dump is lacking: apt install postgresql-client.") from error
    except subprocess.CalledProcessError as error:
        raise BackupError(f"pg_dump could not: {error.stderr}") from error


def _whereabouts(database: dict[str, Any]) -> dict[str, str]:
    names = {
        "PGDATABASE": "NAME",
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
    }
    found = {variable: str(database.get(key, "")) for variable, key in names.items()}
    # How the address says that the line is to be encrypted: ?sslmode=verify-full
    options = database.get("OPTIONS", {})
    for name in ("sslmode", "sslrootcert", "sslcert", "sslkey"):
        found[f"PG{name.upper()}"] = str(options.get(name, ""))
    return {variable: value for variable, value in found.items() if value}


def _copy_files(folder: Path) -> None:
    files, key = Path(settings.FILES_DIR), Path(settings.VAR_DIR) / "secret_key"
    if files.is_dir():
        shutil.copytree(files, folder / "files")
    if key.exists():
        shutil.copy2(key, folder / "secret_key")
