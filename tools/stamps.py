"""What has been done before and need not be done again: a fingerprint kept per step."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from tools.steps import ROOT

VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))


def contents(paths: Iterable[Path]) -> str:
    """The fingerprint of what the files hold, and of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def identity(path: Path) -> str:
    """Changes when a file is taken away or another is put in its place."""
    return str(path.stat().st_ino) if path.exists() else "absent"


class Stamp:
    """The fingerprint of a step as it was when the step last succeeded."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def is_fresh(self, fingerprint: str) -> bool:
        return self.path.exists() and self.path.read_text() == fingerprint

    def put(self, fingerprint: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(fingerprint)


def of(step: str) -> Stamp:
    """The stamp of a step that belongs to this installation's own folder."""
    return Stamp(VAR / "stamps" / step)
