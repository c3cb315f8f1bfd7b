import sqlite3
from contextlib import closing

from tools import stamps
from tools.stamps import Stamp


def make_database(place, applied):
    place.unlink(missing_ok=True)
    with closing(sqlite3.connect(place)) as made:
        made.execute("CREATE TABLE django_migrations (app, name, applied)")
        made.execute("INSERT INTO django_migrations VALUES ('a', '0001', ?)", [applied])
        made.commit()


def test_a_stamp_is_fresh_for_what_it_was_put_for(tmp_path):
    stamp = Stamp(tmp_path / "deep" / "stamp")
    assert not stamp.is_fresh("a")
    stamp.put("a")
    assert stamp.is_fresh("a")
    assert not stamp.is_fresh("b")


def test_the_fingerprint_sees_names_and_contents(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("a")
    before = stamps.contents([one])
    one.write_text("b")
    changed = stamps.contents([one])
    one.rename(other)
    assert len({before, changed, stamps.contents([other])}) == 3


def test_another_database_in_the_same_place_is_another(tmp_path):
    place = tmp_path / "handslag.sqlite3"
    assert stamps.identity(place) == "absent"
    found = []
    for applied in ("2026-03-01 09:00", "2026-03-02 09:00"):
        make_database(place, applied)
        found += [stamps.identity(place), stamps.identity(place)]
    assert found[0] == found[1] != found[2] == found[3]


def test_a_file_that_is_no_database_is_none(tmp_path):
    place = tmp_path / "handslag.sqlite3"
    place.write_text("not a database, " * 100)
    assert stamps.identity(place) == "absent"
