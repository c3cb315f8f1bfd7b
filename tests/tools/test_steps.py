import shutil
import sys

import pytest

from tools import steps


def test_a_step_that_fails_shows_why_and_stops(capsys):
    words = (sys.executable, "-c", "print('the reason'); raise SystemExit(3)")
    with pytest.raises(SystemExit, match="This failed, with the reason above"):
        steps.quietly(*words)
    assert "the reason" in capsys.readouterr().out
    assert steps.quietly(*words, must=False) is False


def test_a_long_step_says_that_it_goes_on(monkeypatch, capsys):
    monkeypatch.setattr(steps, "LONG", 0.01)
    monkeypatch.setattr(steps, "AGAIN", 10.0)
    with steps.step("Waiting"):
        steps.quietly(sys.executable, "-c", "import time; time.sleep(0.5)")
    began, still, over = capsys.readouterr().out.splitlines()
    assert began.endswith("s] Waiting")
    assert "still at it, 0 s: Waiting" in still
    assert "done in" in over


def test_without_root_the_lack_is_one_sentence(monkeypatch):
    monkeypatch.setattr(steps, "is_root", lambda: False)
    with pytest.raises(SystemExit, match="sudo apt install chromium libatomic1"):
        steps.apt("chromium", "libatomic1")


def test_apt_is_asked_for_fresh_lists_first(monkeypatch):
    asked = []
    monkeypatch.setattr(steps, "is_root", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(steps, "quietly", lambda *words, **_how: asked.append(words))
    steps.apt("chromium")
    assert [words[1] for words in asked] == ["update", "install"]
    assert asked[1][-1] == "chromium"


def test_the_systems_certificates_are_trusted_unless_told_otherwise(monkeypatch):
    monkeypatch.delenv("UV_SYSTEM_CERTS", raising=False)
    assert steps.environment()["UV_SYSTEM_CERTS"] == "1"
    monkeypatch.setenv("UV_SYSTEM_CERTS", "0")
    assert steps.environment()["UV_SYSTEM_CERTS"] == "0"
