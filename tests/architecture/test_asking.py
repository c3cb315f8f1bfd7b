"""Who is tested on both databases, and who on one."""

import pytest

from tests.asking import MATRIX, PAGES, asks_for_the_database, walks_pages


@pytest.fixture
def this(request) -> pytest.Item:
    item: pytest.Item = request.node
    return item


def test_what_asks_for_nothing_is_left_out(this):
    assert not asks_for_the_database(this)


def test_who_names_someone_of_the_cast_asks(this, coordinator):
    assert asks_for_the_database(this)


@pytest.mark.django_db
def test_a_mark_asks(this):
    assert asks_for_the_database(this)


@pytest.mark.parametrize("who", ["coordinator"])
def test_who_finds_the_cast_while_it_runs_asks(this, request, who):
    assert asks_for_the_database(this)
    assert request.getfixturevalue(who).person_id


@pytest.mark.usefixtures("transactional_db")
def test_a_fixture_that_is_not_an_argument_asks(this):
    assert asks_for_the_database(this)


def test_a_walk_is_told_from_the_matrix_and_from_services(this, monkeypatch):
    for folder, walk in ((PAGES / "public", True), (MATRIX, False)):
        monkeypatch.setattr(this, "path", folder / "test_some.py")
        assert walks_pages(this) is walk
    monkeypatch.undo()
    assert not walks_pages(this)
