"""`make run`: from a fresh clone to a page that answers, and a clean end."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from tools import prepare, stamps
from tools.install import RUNTIME, install
from tools.steps import BIN, ROOT, environment, has_command, manage, say, step, stop

HOST = "127.0.0.1"
LONGEST_START = 60.0
LONGEST_END = 15.0
BLINK = 0.1
HIGHEST_PORT = 65535
ENDINGS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True)
class Process:
    """One of the two that run, and what to call it."""

    name: str
    running: subprocess.Popen[bytes]


def run(_arguments: list[str]) -> None:
    """Install, prepare, serve, until Ctrl-C or SIGTERM."""
    port = chosen_port()
    must_be_free(port)
    must_be_writable(stamps.VAR)
    for asking in ENDINGS:
        signal.signal(asking, _asked_to_end)
    install(RUNTIME)
    prepare.everything()
    processes: list[Process] = []
    try:
        with step("Starting the web server"):
            processes.append(_web_server(port))
            _wait_for_answer(port, processes)
        if has_command("worker"):  # after: both at once would be slower to answer
            processes.append(_started("the worker", *manage("worker"), port=port))
        _tell(port)
        _watch(processes)
    except KeyboardInterrupt:
        say("Ending")
    finally:
        _end(processes)


def chosen_port() -> int:
    """PORT, or 8000."""
    word = os.environ.get("PORT", "8000")
    if not word.isdecimal() or not 0 < int(word) <= HIGHEST_PORT:
        stop(f"PORT must be a number from 1 to {HIGHEST_PORT}, and is {word!r}.")
    return int(word)


def must_be_free(port: int) -> None:
    """Stop at once when somebody else already answers at the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            stop(f"Port {port} is taken: choose another, as in PORT={port + 1} make run.")


def must_be_writable(folder: Path) -> None:
    """Stop at once when there is nowhere to keep the database."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        stop(f"Nothing can be written in {folder} ({why}): choose another, as in VAR_DIR=…")


def _asked_to_end(_signal: int, _frame: FrameType | None) -> None:
    """The first asking ends it; a second must not interrupt the ending."""
    for asking in ENDINGS:
        signal.signal(asking, signal.SIG_IGN)
    raise KeyboardInterrupt


def _web_server(port: int) -> Process:
    # Loaded once and then forked: half the time of a start, and less memory.
    gunicorn = [str(BIN / "gunicorn"), "--preload", "--workers", "2", "--threads", "4"]
    gunicorn += ["--bind", f"{HOST}:{port}", "--log-level", "warning"]
    gunicorn += ["--no-control-socket", "handslag.config.wsgi"]
    return _started("the web server", *gunicorn, port=port)


def _started(name: str, *words: str, port: int) -> Process:
    demo = "yes" if prepare.wants_demo() else "no"
    env = environment({"PORT": str(port), "DEMO": demo})
    # Should this process be killed outright, the two must not live on.
    leash = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
    # In a session of its own, so that Ctrl-C reaches it through us and only once.
    running = subprocess.Popen([*leash, *words], cwd=ROOT, env=env, start_new_session=True)
    return Process(name, running)


def _wait_for_answer(port: int, processes: list[Process]) -> None:
    began = time.monotonic()
    while time.monotonic() - began < LONGEST_START:
        _must_run(processes)
        answer = _answer(port)
        if answer == http.client.OK:
            return
        if answer is not None:
            stop(f"The front page answers {answer} instead of 200.")
        time.sleep(BLINK)
    stop(f"The front page gave no answer within {LONGEST_START:.0f} seconds.")


def _answer(port: int) -> int | None:
    # Not urllib: it would send this through a proxy named in the environment.
    connection = http.client.HTTPConnection(HOST, port, timeout=LONGEST_START)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def _tell(port: int) -> None:
    say(f"Handslag is open at http://{HOST}:{port}/  (Ctrl-C ends it)")
    if prepare.wants_demo() and has_command("demo"):
        print(prepare.accounts(), end="", flush=True)


def _watch(processes: list[Process]) -> None:
    while True:
        _must_run(processes)
        time.sleep(BLINK)


def _must_run(processes: list[Process]) -> None:
    for process in processes:
        if process.running.poll() is not None:
            stop(f"Ended: {process.name} stopped by itself; what it said is above.")


def _end(processes: list[Process]) -> None:
    """Ask both to finish what they are doing; insist after a while."""
    for process in processes:
        process.running.terminate()
    for process in processes:
        try:
            process.running.wait(LONGEST_END)
        except subprocess.TimeoutExpired:
            process.running.kill()
