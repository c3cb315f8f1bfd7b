"""The private keys: a file each, in a folder that no backup holds."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from handslag.core.sealing.boxes import make_keys

SUFFIX = ".key"


def new_key(name: UUID) -> bytes:
    """Make a key with this name, so that it is there after a power cut; answer the
    public half."""
    place = folder()
    private, public = make_keys()
    draft = place / f"{uuid4().hex}.draft"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, private)
        os.fsync(handle)
    finally:
        os.close(handle)
    draft.rename(_path(name))
    _sync(place)
    return public


def private_key(name: UUID) -> bytes | None:
    """The private half, or nothing when its file is lost or destroyed."""
    with suppress(FileNotFoundError):
        return _path(name).read_bytes()
    return None


def has_key(name: UUID) -> bool:
    """Whether what was sealed with it can still be opened."""
    return _path(name).exists()


def destroy_key(name: UUID) -> None:
    """Write over the file and remove it. Once more does no harm."""
    destroyed(_path(name))


def destroyed(path: Path) -> None:
    """Written over, and gone."""
    with suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(os.urandom(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        _sync(path.parent)


def kept_keys() -> Iterator[UUID]:
    """The names of all keys there are."""
    for path in folder().glob(f"*{SUFFIX}"):
        yield UUID(path.stem)


def folder() -> Path:
    """Where keys lie: outside the database, and in no backup."""
    place = Path(settings.SEALING_DIR)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def _path(name: UUID) -> Path:
    return folder() / f"{name.hex}{SUFFIX}"


def _sync(folder: Path) -> None:
    """That a file is there, or is gone, is itself written to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
