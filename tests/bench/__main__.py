"""Runs the measurements: `python -m tests.bench [module …]`, one `name: value` a line.

A module says with `DATABASE = "postgresql"` that it measures PostgreSQL, and
otherwise gets SQLite in a file, as `make run` uses. Each module runs in a
process of its own, with a migrated database that nobody else has written to.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench._peers import ALONE
from tests.postgres_server import Server

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def modules(named: list[str]) -> list[str]:
    """The modules asked for, or all of them."""
    found = sorted(p.stem for p in HERE.glob("*.py") if not p.stem.startswith("_"))
    unknown = set(named) - set(found)
    if unknown:
        sys.exit(f"No measurement is called {', '.join(sorted(unknown))}: {found}")
    return [name for name in found if not named or name in named]


def is_for_postgresql(name: str) -> bool:
    """Read, not imported: the settings must know the database before any import."""
    return 'DATABASE = "postgresql"' in (HERE / f"{name}.py").read_text()


def measure(name: str, server: Server | None) -> int:
    """One module, on a database of its own."""
    with tempfile.TemporaryDirectory(prefix="handslag-bench-") as folder:
        address = server.database(name) if server else f"sqlite:///{folder}/bench.sqlite3"
        env = {**os.environ, **ALONE, "DATABASE_URL": address, "VAR_DIR": folder}
        command = [sys.executable, "-m", "tests.bench._one", name]
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def main(named: list[str]) -> int:
    """Measure everything asked for; say whether it all came through."""
    chosen = modules(named)
    server = Server() if any(map(is_for_postgresql, chosen)) else None
    try:
        ended = [
            measure(name, server if is_for_postgresql(name) else None) for name in chosen
        ]
    finally:
        if server:
            server.stop()
    return 1 if any(ended) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
