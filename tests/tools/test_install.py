import importlib.util

import pytest

from tools import install


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A bare machine: what is run on it is written down, and uv cannot install."""
    said: list[str] = []
    monkeypatch.setattr(install, "VENV", tmp_path)
    monkeypatch.setattr(install, "BIN", tmp_path / "bin")
    monkeypatch.delenv("NO_UV", raising=False)

    def quietly(*words, **_how):
        said.append(" ".join(str(word) for word in words[1:]))
        if "venv" in words:
            (tmp_path / "bin").mkdir(exist_ok=True)
            (tmp_path / "bin" / "uv").touch()
        return not said[-1].startswith("pip install")

    monkeypatch.setattr(install, "quietly", quietly)
    return said


def test_pip_takes_over_when_uv_cannot(machine, tmp_path):
    install.install(install.RUNTIME)
    python = tmp_path / "bin" / "python"
    assert [words for words in machine if words.endswith("-r requirements.lock")] == [
        f"pip install -q --python {python} --require-hashes -r requirements.lock",
        "-m pip install -q --disable-pip-version-check --require-hashes "
        "-r requirements.lock",
    ]


def test_without_uv_it_is_not_asked(machine, monkeypatch):
    monkeypatch.setenv("NO_UV", "yes")
    install.install(install.RUNTIME)
    assert not any(words.startswith("pip install") for words in machine)


def test_everything_is_installed_by_its_hash(machine):
    install.install(install.DEVELOPMENT)
    assert all(
        "--require-hashes" in words for words in machine if " install " in f" {words}"
    )


def test_what_python_lacks_is_installed_first(machine, monkeypatch):
    lacking = []
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(
        install, "apt", lambda *names: lacking.append((names, len(machine)))
    )
    install.install(install.RUNTIME)
    assert lacking == [(("python3-venv",), 0)]


def test_what_cannot_be_installed_apart_stops_nothing_and_is_tried_again(
    machine, monkeypatch, tmp_path
):
    apart = tmp_path / "apart"
    monkeypatch.setattr(install, "quietly", lambda *_words, **_how: False)
    assert not install.install_apart(install.PEERS, apart)
    monkeypatch.setattr(install, "quietly", lambda *_words, **_how: True)
    assert install.install_apart(install.PEERS, apart)
    (apart / "bin").mkdir(exist_ok=True)
    (apart / "bin" / "python").touch()
    monkeypatch.setattr(install, "quietly", lambda *_words, **_how: False)
    assert install.install_apart(install.PEERS, apart)
