"""Several files in one (ZIP), sent while they are being made.

What makes such a file whole is written last. One that was broken off has no end, and no
program opens it: nobody takes half of the answers for all of them.
"""

import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, cast


class _Waiting:
    """What has been packed and not been sent yet."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is kept back."""

    def taken(self) -> bytes:
        whole = b"".join(self._pieces)
        self._pieces.clear()
        return whole


def packed(
    parts: Iterable[tuple[str, Iterable[bytes]]], *, level: int = 6
) -> Iterator[bytes]:
    """The files, by name, as one: a piece as soon as there is one. No time is in it."""
    out = _Waiting()
    packing = zipfile.ZipFile(
        cast("IO[bytes]", out), "w", zipfile.ZIP_DEFLATED, compresslevel=level
    )
    for name, pieces in parts:
        with packing.open(name, "w") as stream:
            for piece in pieces:
                stream.write(piece)
                if ready := out.taken():
                    yield ready
    packing.close()
    yield out.taken()
