import os
import subprocess

import pytest

from tests.tools.test_stamps import make_database
from tools import prepare, stamps, steps


@pytest.fixture
def done(monkeypatch, tmp_path):
    """An empty installation; what is run on it is only written down."""
    said: list[tuple[str, ...]] = []
    monkeypatch.setattr(stamps, "VAR", tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("DEMO", raising=False)
    monkeypatch.setattr(prepare, "has_command", lambda name: True)

    def quietly(*words, **_how):
        said.append(words[2:])
        if words[2] == "migrate":
            make_database(tmp_path / "handslag.sqlite3", f"second {len(said)}")
        if words[2] == "collectstatic":
            (tmp_path / "static").mkdir(exist_ok=True)
            (tmp_path / "static" / "staticfiles.json").touch()

    monkeypatch.setattr(prepare, "quietly", quietly)
    return said


def commands(done):
    return [words[0] for words in done]


def test_what_was_done_is_not_done_again(done, monkeypatch):
    monkeypatch.setattr(prepare, "translations", lambda: None)
    for _ in range(2):
        prepare.everything()
    beside = ("collectstatic", "check")
    assert [one for one in commands(done) if one not in beside] == [
        "migrate",
        "load_sweden",
        "demo",
    ]
    assert [one for one in commands(done) if one in beside] == [*beside]


def test_what_stops_beside_the_database_stops_the_start(done, monkeypatch):
    monkeypatch.setattr(prepare, "translations", lambda: None)
    monkeypatch.setattr(prepare, "checks", lambda: steps.stop("A setting is wrong."))
    with pytest.raises(SystemExit, match=r"A setting is wrong\."):
        prepare.everything()


def test_a_database_that_was_taken_away_is_made_and_filled_anew(done, tmp_path):
    prepare.database()
    prepare.demo()
    (tmp_path / "handslag.sqlite3").unlink()
    prepare.database()
    prepare.demo()
    assert commands(done) == ["migrate", "load_sweden", "demo"] * 2


def test_a_server_is_asked_each_time(done, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/handslag")
    prepare.database()
    monkeypatch.setattr(os, "getpid", lambda: 1)
    prepare.database()
    assert commands(done) == ["migrate", "load_sweden"] * 2


def test_who_can_sign_in_is_asked_once(done, monkeypatch):
    asked = []

    def run(words, **_how):
        asked.append(words[-2:])
        return subprocess.CompletedProcess(words, 0, stdout="samordnare@handslag.example")

    monkeypatch.setattr(subprocess, "run", run)
    assert prepare.accounts() == prepare.accounts() == "samordnare@handslag.example"
    assert asked == [("demo", "--accounts")]


def test_the_demo_can_be_left_out(done, monkeypatch):
    monkeypatch.setenv("DEMO", "no")
    prepare.demo()
    assert done == []
