import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

from handslag.config import backups
from handslag.core.access import system
from handslag.core.audit.queries import latest_head
from handslag.core.audit.services import record, seal_waiting

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


@pytest.fixture
def installation(tmp_path, settings):
    """An installation with one uploaded file and a key, and a place for copies."""
    settings.VAR_DIR = tmp_path / "var"
    settings.FILES_DIR = tmp_path / "var" / "files"
    (settings.FILES_DIR / "ab").mkdir(parents=True)
    (settings.FILES_DIR / "ab" / "signed.pdf").write_bytes(b"%PDF")
    (settings.VAR_DIR / "secret_key").write_text("key")
    return tmp_path / "copies"


@pytest.fixture
def dumped(monkeypatch):
    """What pg_dump was asked; it need not be installed to test the asking."""
    asked = []
    monkeypatch.setattr(
        subprocess, "run", lambda words, **how: asked.append((words, how["env"]))
    )
    return asked


@pytest.mark.django_db(transaction=True)
def test_database_files_and_key_are_copied(installation, municipality, dumped):
    made = backups.make(installation, now=NOW)
    assert made.name == "2026-11-22T023000Z"
    assert (made / "files" / "ab" / "signed.pdf").read_bytes() == b"%PDF"
    assert (made / "secret_key").read_text() == "key"
    if connection.vendor == "postgresql":
        ((words, env),) = dumped
        assert words[0] == "pg_dump"
        assert env["PGDATABASE"].startswith("test_")
        return
    with closing(sqlite3.connect(made / "handslag.sqlite3")) as copy:
        names = copy.execute("SELECT name FROM organisations_organisation").fetchall()
    assert (municipality.name,) in names


@pytest.mark.django_db(transaction=True)
def test_a_copy_is_never_written_over(installation, dumped):
    backups.make(installation, now=NOW)
    with pytest.raises(backups.BackupError, match="is there already"):
        backups.make(installation, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_the_newest_are_kept_and_what_is_not_ours_is_left_alone(installation, dumped):
    for hours in range(4):
        backups.make(installation, now=NOW + timedelta(hours=hours))
    (installation / "notes").mkdir()
    removed = backups.forget_all_but(installation, keep=2)
    assert [folder.name for folder in removed] == [
        "2026-11-22T023000Z",
        "2026-11-22T033000Z",
    ]
    assert len(list(installation.iterdir())) == 3


def test_the_password_is_not_among_the_words(tmp_path, dumped):
    database = {
        "NAME": "handslag",
        "HOST": "db",
        "USER": "h",
        "PASSWORD": "hush",
        "PORT": "",
        "OPTIONS": {"sslmode": "verify-full", "pool": {}},
    }
    backups._dump(tmp_path / "handslag.dump", database)
    ((words, env),) = dumped
    assert "hush" not in " ".join(words)
    assert (env["PGPASSWORD"], env["PGHOST"]) == ("hush", "db")
    assert env["PGSSLMODE"] == "verify-full"
    assert "PGSSLCERT" not in env


@pytest.mark.django_db(transaction=True)
def test_a_backup_put_back_holds_the_same_log_and_an_old_one_is_told(
    installation, municipality
):
    """On PostgreSQL pg_restore does the putting back; what is told is the same."""
    if connection.vendor == "postgresql":
        return
    with transaction.atomic():
        record(system("test"), "tried", municipality)
    seal_waiting(now=NOW)
    made = backups.make(installation, now=NOW)
    before = _told_of(made / "handslag.sqlite3", "--head", _head())
    assert before.returncode == 0, before.stdout + before.stderr
    with transaction.atomic():
        record(system("test"), "tried", municipality)
    seal_waiting(now=NOW + timedelta(hours=1))
    assert _told_of(made / "handslag.sqlite3").returncode == 0
    after = _told_of(made / "handslag.sqlite3", "--head", _head())
    assert after.returncode == 1


def _head() -> str:
    head = latest_head()
    assert head is not None
    return head.hash


def _told_of(database, *words):
    """What verify_audit says of a database file that was put in place."""
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    return subprocess.run(  # noqa: S603 our own command
        [sys.executable, "manage.py", "verify_audit", "--skip-checks", *words],
        cwd=Path(__file__).parents[2],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
