"""The tables as the migrations leave them: made once for this code, then copied.

Whatever a migration may read is in the fingerprint, so a change of any code of the
platform, of a package or of Python has them made anew, from nothing.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests import postgres_server
from tools import stamps
from tools.steps import ROOT

FOLDER = stamps.VAR / "migrated"
LOCK = ROOT / "requirements.lock"
# The name says that it is nobody's own: what is so named is copied and not migrated.
PATTERN = "handslag_migrated"
READ = ("py", "json", "csv", "sql")


def fingerprint(database: str) -> str:
    """What the migrations are, everything that they can call or read, and who runs them."""
    files = [path for kind in READ for path in (ROOT / "handslag").rglob(f"*.{kind}")]
    written = f"{stamps.contents([*files, LOCK])} {sys.version} {database}"
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def migrate(address: str) -> None:
    """Run the migrations on an empty database, in a process of its own."""
    words = [sys.executable, "manage.py", "migrate", "-v0", "--skip-checks"]
    done = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": address},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"The migrations failed:\n{done.stdout}{done.stderr}")


def once(name: str, make: Callable[[Path], None], database: str = "") -> Path:
    """What `make` puts at a path, whoever of several processes came first."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = FOLDER / f"{name}-{fingerprint(database)}"
    with _alone(FOLDER / f"{name}.lock"):
        if not kept.exists():
            _forget(FOLDER.glob(f"{name}-*"))
            draft = FOLDER / f"{name}-draft"
            make(draft)
            draft.rename(kept)
    return kept


def file() -> Path:
    """A migrated SQLite file, to be copied."""
    return once("sqlite", _file, sqlite3.sqlite_version)


def _file(path: Path) -> None:
    migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as whole:  # nothing is left in a file beside it
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        whole.execute("PRAGMA journal_mode=DELETE")


def data() -> Path:
    """The data of a PostgreSQL that has a migrated database, `PATTERN`."""
    return once("postgres", _data, postgres_server.version())


def _data(path: Path) -> None:
    server = postgres_server.Server()
    try:
        migrate(server.database(PATTERN))
        server.keep(path)
    finally:
        server.stop()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _forget(older: Iterator[Path]) -> None:
    for path in list(older):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
