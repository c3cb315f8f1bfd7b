"""The virtual environment: made once, filled from the hash-locked list."""

import importlib.util
import os
import sys
from pathlib import Path

from tools.stamps import Stamp, contents
from tools.steps import BIN, ROOT, VENV, apt, environment, quietly, say, step

RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
PEERS = "requirements-bench.lock"
INSTALLER = "tools/installer.lock"
PIP = (BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check")


def install(lock: str) -> None:
    """Make sure that exactly what the lock names is there."""
    # A lock of the development tools holds everything the runtime lock does.
    stamp = Stamp(VENV / f".{lock}")
    fingerprint = contents([ROOT / lock]) + sys.version
    if stamp.is_fresh(fingerprint) and _works():
        return
    if not _works():
        _make()
    _fill(lock)
    stamp.put(fingerprint)


def _works() -> bool:
    """One whose Python is gone, or was another version's, does not."""
    library = VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return library.is_dir() and (BIN / "python").exists() and (BIN / "pip").exists()


def _make() -> None:
    if not importlib.util.find_spec("ensurepip"):
        say("Python's venv module is incomplete here")
        apt("python3-venv")
    with step("Making .venv"):
        quietly(sys.executable, "-m", "venv", "--clear", VENV)


def _fill(lock: str) -> None:
    with step(f"Installing what {lock} names"):
        if has_uv():
            uv = (BIN / "uv", "pip", "install", "-q", "--python", BIN / "python")
            if quietly(*uv, "--require-hashes", "-r", lock, must=False):
                return
            say("uv could not; pip tries")
        quietly(*PIP, "--require-hashes", "-r", lock)


def install_apart(lock: str, venv: Path) -> bool:
    """Fill a virtual environment of its own; say whether all of the list is there."""
    python, stamp = venv / "bin" / "python", Stamp(venv / f".{lock}")
    fingerprint = contents([ROOT / lock]) + sys.version
    if stamp.is_fresh(fingerprint) and python.exists():
        return True
    with step(f"Installing what {lock} names, in {venv.name}"):
        made = quietly(sys.executable, "-m", "venv", "--clear", venv, must=False)
        if not (made and _filled(python, lock)):
            return False
    stamp.put(fingerprint)
    return True


def _filled(python: Path, lock: str) -> bool:
    uv = (BIN / "uv", "pip", "install", "-q", "--python", python)
    pip = (python, *PIP[1:])
    ways = (uv, pip) if has_uv() else (pip,)
    return any(quietly(*way, "--require-hashes", "-r", lock, must=False) for way in ways)


def has_uv() -> bool:
    """Whether the fast installer is there, or could be fetched. NO_UV=yes goes without."""
    if os.environ.get("NO_UV") == "yes":
        return False
    uv: Path = BIN / "uv"
    if uv.exists():
        return True
    got = quietly(*PIP, "--require-hashes", "-r", INSTALLER, env=environment(), must=False)
    return got and uv.exists()
