"""`manage.py` on a database that is not ready."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def manage(folder, *words):
    env = {
        **os.environ,
        "VAR_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/new.db",
    }
    return subprocess.run(  # noqa: S603 our own command
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", [("import_promises",), ("export_promises",)])
def test_a_database_without_tables_is_named_in_a_sentence(tmp_path, words):
    told = manage(tmp_path, *words)
    assert told.returncode == 1
    assert told.stdout == ""
    assert "has migrate been run?" in told.stderr
    assert "Traceback" not in told.stderr


def test_the_whole_of_it_is_there_for_who_asks(tmp_path):
    told = manage(tmp_path, "export_promises", "--traceback")
    assert "Traceback" in told.stderr
