"""One step: say what goes on, do it, and stop with a sentence when it fails."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / "bin"
LONG = 2.0  # seconds after which a step tells that it still goes on
AGAIN = 5.0
LAST_LINES = 25

_BEGAN = time.monotonic()


def say(sentence: str) -> None:
    """A line of progress, with the seconds since the command began."""
    print(f"[{time.monotonic() - _BEGAN:6.1f} s] {sentence}", flush=True)


def stop(sentence: str) -> NoReturn:
    """End the command, and tell what to do."""
    sys.stdout.flush()
    raise SystemExit(sentence)


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Say what begins; say every few seconds that a long one still goes on."""
    say(what)
    began, over = time.monotonic(), threading.Event()

    def tell() -> None:
        wait = LONG
        while not over.wait(wait):
            say(f"  still at it, {time.monotonic() - began:.0f} s: {what}")
            wait = AGAIN

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
    taken = time.monotonic() - began
    if taken > LONG:
        say(f"  done in {taken:.1f} s")


def environment(
    extra: Mapping[str, str] | None = None, without: frozenset[str] = frozenset()
) -> dict[str, str]:
    """The variables of this process, some added and some left out."""
    kept = {name: value for name, value in os.environ.items() if name not in without}
    # Networks that inspect TLS have their own root: trust what the system trusts.
    return {"UV_SYSTEM_CERTS": "1", **kept, **(extra or {})}


def quietly(
    *command: str | Path, env: Mapping[str, str] | None = None, must: bool = True
) -> bool:
    """Run without a word; when it fails, show its last lines and stop."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        cwd=ROOT,
        env=env or environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode and must:
        print("\n".join(done.stdout.splitlines()[-LAST_LINES:]))
        stop(f"This failed, with the reason above: {shlex.join(words)}")
    return done.returncode == 0


def aloud(*command: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Run and let it speak for itself; hand back how it ended."""
    sys.stdout.flush()
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=ROOT, env=env or environment(), stdin=subprocess.DEVNULL, check=False
    ).returncode


def manage(*words: str) -> tuple[str, ...]:
    """The command line of one management command."""
    return (str(BIN / "python"), "manage.py", *words)


def has_command(name: str) -> bool:
    """Whether the platform has this management command."""
    return any((ROOT / "handslag").glob(f"**/management/commands/{name}.py"))


def is_root() -> bool:
    """Whether this process may install packages of the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_if_it_can(*packages: str) -> None:
    """Install what makes things quicker, where that needs no asking and no waiting."""
    if not (is_root() and shutil.which("apt-get")):
        return
    env = environment({"DEBIAN_FRONTEND": "noninteractive"})
    how = ("-qq", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=5")
    with step(f"Installing {' '.join(packages)} with apt, if it can"):
        install = ("apt-get", "install", "-y", "--no-install-recommends", "--no-upgrade")
        if quietly("apt-get", "update", *how, env=env, must=False):
            quietly(*install, *how, *packages, env=env, must=False)


def apt(*packages: str) -> None:
    """Install packages of the system, or say in one sentence which are lacking."""
    wanted = " ".join(packages)
    if not (is_root() and shutil.which("apt-get")):
        stop(f"Install this first, then run the command again: sudo apt install {wanted}")
    env = environment({"DEBIAN_FRONTEND": "noninteractive"})
    with step(f"Installing {wanted} with apt"):
        # Without fresh lists apt would take the versions of the installation medium.
        quietly("apt-get", "update", "-qq", env=env, must=False)
        install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
        quietly(*install, *packages, env=env)
