"""`make test`: the suite on SQLite, again on PostgreSQL, and the journeys in Chromium."""

import ctypes.util
import shlex
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tools import prepare, stamps
from tools.install import DEVELOPMENT, install
from tools.steps import (
    BIN,
    ROOT,
    aloud,
    apt,
    apt_if_it_can,
    environment,
    quietly,
    say,
    step,
)

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Chromium without windows of its own: a fifth less work, but any of the others will do.
QUICK = "chromium-headless-shell"
JOURNEYS = "tests/browser"
HOSTS = "--allow-hosts=127.0.0.1,::1,localhost"
NOTHING_COLLECTED = 5
# Each suite names its own database: what the shell names is somebody's real one.
# What was compiled for the first suite is read by the second.
OURS = frozenset({"DATABASE_URL", "DEMO", "PUBLIC_ADDRESS", "PYTHONDONTWRITEBYTECODE"})


@dataclass(frozen=True)
class Suite:
    """One of the three runs."""

    name: str
    options: tuple[str, ...]
    journeys: bool = False
    left_out: tuple[str, ...] = ()  # unless paths are named
    databases_only: bool = False  # what can come out but one way it leaves to the others


@dataclass(frozen=True)
class Count:
    """How many of a run's tests went well, and how many did not."""

    passed: int = 0
    failed: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


# There are few journeys and some are long: who is done takes over what is left.
JOURNEYING = ("-n", "2", "--dist", "worksteal", "--liveserver=127.0.0.1", HOSTS)
SUITES = (
    # The rules that all code follows are tested by `make check`.
    Suite("SQLite", ("-n", "2"), left_out=("--ignore=tests/architecture",)),
    Suite(
        "PostgreSQL",
        ("-n", "2", "-p", "tests.postgres", "-p", "tests.pages_once"),
        databases_only=True,
    ),
    Suite("Chromium", JOURNEYING, journeys=True),
)


def test(arguments: list[str]) -> None:
    """Run everything, or what the arguments say: `make test ARGS="tests/core -x"`."""
    install(DEVELOPMENT)
    prepare.translations()
    chosen = [suite for suite in SUITES if _concerns(suite, arguments)]
    if any(suite.journeys for suite in chosen):
        _browser()
    if not _paths(arguments):
        _databases()
    total = sum((_run(suite, arguments) for suite in chosen), start=Count())
    print(total, flush=True)
    raise SystemExit(1 if total.failed else 0)


def _databases() -> None:
    """Migrate both at the same time: a suite that does so by itself has one processor
    work and the other wait."""
    kinds = ("file", "data")
    with step("Migrating the databases of the tests"), ThreadPoolExecutor() as beside:
        made = [beside.submit(quietly, *_migrated(kind), env=_env()) for kind in kinds]
        for one in made:
            one.result()


def _migrated(kind: str) -> tuple[str | Path, ...]:
    return BIN / "python", "-c", f"from tests import migrated; migrated.{kind}()"


def _env() -> dict[str, str]:
    return environment(without=OURS)


def _browser() -> None:
    lacking = [] if any(map(shutil.which, (QUICK, *BROWSERS))) else ["chromium"]
    if not ctypes.util.find_library("atomic"):
        lacking.append("libatomic1")  # the node inside Playwright links it
    if lacking:
        apt(*lacking)
    if not shutil.which(QUICK):
        apt_if_it_can(QUICK)


def _paths(arguments: list[str]) -> list[str]:
    return [word for word in arguments if (ROOT / word.split("::")[0]).exists()]


def _is_journey(path: str) -> bool:
    return Path(path.split("::", maxsplit=1)[0]).is_relative_to(JOURNEYS)


def _concerns(suite: Suite, arguments: list[str]) -> bool:
    """A suite sits out when paths are named and none of them is its own."""
    paths = _paths(arguments)
    return not paths or any(_is_journey(path) == suite.journeys for path in paths)


def _run(suite: Suite, arguments: list[str]) -> Count:
    paths = _paths(arguments)
    own = [path for path in paths if _is_journey(path) == suite.journeys]
    options = [word for word in arguments if word not in paths]
    report = stamps.VAR / "reports" / f"{suite.name.lower()}.xml"
    report.unlink(missing_ok=True)
    say(f"Testing: {suite.name}")
    words = ["-m", "pytest", *suite.options, f"--junit-xml={report}", *options]
    words += own or ([JOURNEYS] if suite.journeys else [*suite.left_out])
    ended = aloud(BIN / "python", *words, env=_env())
    count = counted(report)
    if ended == NOTHING_COLLECTED and (options or suite.databases_only):
        return count
    if ended and not count.failed:
        say(f"The test runner itself failed: {shlex.join(words)}")
        return count + Count(failed=1)
    return count


def counted(report: Path) -> Count:
    """What the test runner wrote; nothing when it never came that far."""
    if not report.exists():
        return Count()
    ran = failed = 0
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314 our own
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        ran += int(suite.get("tests", 0)) - int(suite.get("skipped", 0))
    return Count(passed=max(ran - failed, 0), failed=failed)
