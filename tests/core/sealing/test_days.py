"""What was counted on a day can be tied to nobody when the day is over."""

from datetime import date

import pytest

from handslag.core.sealing.days import fingerprint
from handslag.core.sealing.keys import kept_keys

ONE, NEXT = date(2026, 3, 2), date(2026, 3, 3)


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.SEALING_DIR = tmp_path / "sealing"
    return settings.SEALING_DIR


def test_it_is_the_same_all_day_and_another_the_next(folder):
    first = fingerprint("192.0.2.7", today=ONE)
    assert fingerprint("192.0.2.7", today=ONE) == first
    assert fingerprint("192.0.2.8", today=ONE) != first
    (key,) = [path.read_bytes() for path in folder.iterdir()]
    assert fingerprint("192.0.2.7", today=NEXT) != first
    # The key of the first day is gone: nobody can try all addresses any more.
    (left,) = list(folder.iterdir())
    assert left.name == "2026-03-03.day"
    assert left.read_bytes() != key
    assert left.stat().st_mode & 0o077 == 0


def test_it_is_no_key_to_answers():
    fingerprint("192.0.2.7", today=ONE)
    assert list(kept_keys()) == []


def test_the_secret_of_the_installation_does_not_tell_the_address(settings, folder):
    first = fingerprint("192.0.2.7", today=ONE)
    (key,) = folder.iterdir()
    key.unlink()
    assert fingerprint("192.0.2.7", today=ONE) != first
