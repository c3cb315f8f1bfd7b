"""A key for each day, so that what was counted on it can be tied to nobody afterwards.

Floods are counted by network address. A fingerprint of an address can be tried out by
whoever has the key it was made with, so that key lies beside the private keys, outside the
database and all backups, and is destroyed when the next day has begun.
"""

import hashlib
import hmac
import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from handslag.core.sealing.keys import destroyed, folder

SUFFIX = ".day"
SIZE = 32


def fingerprint(text: str, *, today: date) -> str:
    """The same all through a day, and never again."""
    return hmac.new(_key(today), text.encode(), hashlib.sha256).hexdigest()


def _key(today: date) -> bytes:
    path = folder() / f"{today.isoformat()}{SUFFIX}"
    with suppress(FileNotFoundError):
        return path.read_bytes()
    _forget_before(path)
    # Whole before it has its name, and made once: who comes second reads what is there.
    draft = path.with_name(f"{os.urandom(8).hex()}.draft")
    draft.write_bytes(os.urandom(SIZE))
    draft.chmod(0o600)
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
    return path.read_bytes()


def _forget_before(path: Path) -> None:
    for old in path.parent.glob(f"*{SUFFIX}"):
        if old.name < path.name:
            destroyed(old)
