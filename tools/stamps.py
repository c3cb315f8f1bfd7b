"""What has been done before and need not be done again: a fingerprint kept per step."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tools.steps import ROOT

VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))


def contents(paths: Iterable[Path]) -> str:
    """The fingerprint of what the files hold, and of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def identity(database: Path) -> str:
    """Which SQLite database this is: when each of its migrations was applied.

    Not the file's own number: a file that is removed leaves it to the next one,
    and a backup that is copied over the file takes it over.
    """
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
            rows = opened.execute("SELECT app, name, applied FROM django_migrations")
            return hashlib.sha256(repr(sorted(rows)).encode()).hexdigest()
    except sqlite3.Error:
        return "absent"


class Stamp:
    """The fingerprint of a step as it was when the step last succeeded."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def is_fresh(self, fingerprint: str) -> bool:
        return self.path.exists() and self.path.read_text() == fingerprint

    def put(self, fingerprint: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(fingerprint)


def of(step: str) -> Stamp:
    """The stamp of a step that belongs to this installation's own folder."""
    return Stamp(VAR / "stamps" / step)
