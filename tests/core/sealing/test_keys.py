"""What is sealed is opened by its own key alone, and by nothing when that is gone."""

from uuid import uuid4

import pytest

from handslag.core.sealing.boxes import OVERHEAD, CannotOpenError, make_keys, seal, unseal
from handslag.core.sealing.keys import destroy_key, kept_keys, new_key, private_key


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.SEALING_DIR = tmp_path / "sealing"
    return settings.SEALING_DIR


def test_only_its_own_key_opens_it():
    private, public = make_keys()
    other, _ = make_keys()
    sealed = seal(public, b"hemligt")
    assert unseal(private, sealed) == b"hemligt"
    assert len(sealed) == len(b"hemligt") + OVERHEAD
    for wrong in (other, public):
        with pytest.raises(CannotOpenError):
            unseal(wrong, sealed)


def test_what_has_been_changed_is_not_opened():
    private, public = make_keys()
    sealed = bytearray(seal(public, b"hemligt"))
    sealed[-1] ^= 1
    with pytest.raises(CannotOpenError):
        unseal(private, bytes(sealed))


def test_the_same_words_are_sealed_anew_each_time():
    _, public = make_keys()
    assert seal(public, b"hemligt") != seal(public, b"hemligt")


def test_a_key_is_a_file_that_only_the_owner_reads(folder):
    name = uuid4()
    sealed = seal(new_key(name), b"hemligt")
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    private = private_key(name)
    assert private is not None
    assert unseal(private, sealed) == b"hemligt"
    assert list(kept_keys()) == [name]


def test_a_destroyed_key_is_gone_and_may_be_destroyed_again(folder):
    name = uuid4()
    new_key(name)
    (file,) = folder.iterdir()
    copy = folder.parent / "hard"
    copy.hardlink_to(file)
    before = copy.read_bytes()
    destroy_key(name)
    destroy_key(name)
    assert private_key(name) is None
    assert copy.read_bytes() != before  # the bytes on the disk were written over
