"""`make check`: what a machine can say of the code. `make fix`: what it can mend."""

import shlex
from pathlib import Path

from tools import prepare
from tools.install import DEVELOPMENT, install
from tools.steps import BIN, ROOT, aloud, say, stop

TYPED = ("handslag", "tests", "tools", "dev.py")
# The triggers that keep the audit log, and what else no linter knows.
RULES_OF_OUR_OWN = "tests/architecture"


def _tool(name: str, *words: str) -> tuple[str, ...]:
    return (str(BIN / name), *words)


def _templates() -> list[str]:
    found = (ROOT / "handslag").glob("**/templates/**/*.html")
    return sorted(str(path.relative_to(ROOT)) for path in found)


def _checks() -> list[tuple[str, ...]]:
    manage = _tool("python", "manage.py")
    checks = [
        _tool("ruff", "format", "--check", "-q"),
        _tool("ruff", "check", "-q"),
        _tool("lint-imports"),
        _tool("mypy", *TYPED),
        (*manage, "makemigrations", "--check", "--dry-run"),
        (*manage, "compile_translations", "--check"),
        _tool("python", "-m", "pytest", RULES_OF_OUR_OWN),
    ]
    if templates := _templates():
        checks.append(_tool("djade", "--check", *templates))
        checks.append(_tool("djlint", "--lint", "--quiet", *templates))
    return checks


def check(_arguments: list[str]) -> None:
    """Run every check, then name those that failed."""
    install(DEVELOPMENT)
    prepare.translations()
    failed = []
    for words in _checks():
        name = shlex.join([Path(words[0]).name, *words[1:4]])
        say(name)
        if aloud(*words):
            failed.append(name)
    if failed:
        stop(f"{len(failed)} of the checks failed: {'; '.join(failed)}")
    say("Every check passed")


def fix(_arguments: list[str]) -> None:
    """Mend what a machine can mend."""
    install(DEVELOPMENT)
    aloud(*_tool("ruff", "check", "--fix", "-q"))
    aloud(*_tool("ruff", "format", "-q"))
    if templates := _templates():
        aloud(*_tool("djade", *templates))
