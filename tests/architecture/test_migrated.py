"""The tables that the tests copy are those of the migrations as they stand."""

import pytest
from django.db import connection

from handslag.core.audit.triggers import missing
from tests import migrated
from tests import triggers as ours


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


def _rows() -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


@pytest.mark.django_db(transaction=True)
def test_what_a_test_has_saved_for_good_is_gone_when_it_ends(request):
    left = _rows()
    request.getfixturevalue("published")
    assert _rows()["audit_entry"]
    ours.empty()
    assert _rows() == left
    assert {table for table, rows in left.items() if rows} == ours.MIGRATED
    assert missing(connection) == []
