import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from handslag.config import backups

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
    }
    backups._dump(tmp_path / "handslag.dump", database)
    ((words, env),) = dumped
    assert "hush" not in " ".join(words)
    assert (env["PGPASSWORD"], env["PGHOST"]) == ("hush", "db")
