"""What a command says when the database has no tables.

Asks for no database of the suite, so it is not run again on PostgreSQL.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("asked", [(), ("--traceback",)])
def test_a_database_without_tables_is_named_in_a_sentence(tmp_path, asked):
    env = {
        **os.environ,
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3",
    }
    told = subprocess.run(  # noqa: S603 our own command
        [sys.executable, "manage.py", "export_promises", "--skip-checks", *asked],
        cwd=Path(__file__).parents[4],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert ("has migrate been run?" in told.stderr) is not bool(asked)
    assert ("Traceback" in told.stderr) is bool(asked)
