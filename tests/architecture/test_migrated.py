"""The tables that the tests copy are those of the migrations as they stand."""

import pytest

from tests import migrated


@pytest.fixture
def code(monkeypatch, tmp_path):
    """A platform of one file, and a place of its own for what is kept."""
    monkeypatch.setattr(migrated, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(migrated, "ROOT", tmp_path)
    monkeypatch.setattr(migrated, "LOCK", tmp_path / "lock")
    (tmp_path / "handslag").mkdir()
    file = tmp_path / "handslag" / "0001_initial.py"
    file.write_text("first")
    return file


def test_they_are_made_once_and_anew_when_any_code_is_another(code):
    made = []

    def make(path):
        made.append(path)
        path.write_text(code.read_text())

    assert migrated.once("x", make).read_text() == "first"
    assert migrated.once("x", make).read_text() == "first"
    assert len(made) == 1
    code.write_text("second")
    assert migrated.once("x", make).read_text() == "second"
    assert len(list(migrated.FOLDER.glob("x-*"))) == 1


def test_half_of_them_is_never_kept(code):
    def fails(path):
        path.write_text("half")
        raise OSError("the disk is full")

    def makes(path):
        assert not path.exists()
        path.write_text("whole")

    with pytest.raises(OSError, match="full"):
        migrated.once("x", fails)
    assert migrated.once("x", makes).read_text() == "whole"
