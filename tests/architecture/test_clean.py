"""What must not lie in the repository: hosts, machines, leftovers, inline code."""

import re
from pathlib import Path

from tests.architecture import tree

# Written with brackets, so that this file may be searched as well.
HOSTS = re.compile(r"py[p]i\.org|python[h]osted|npm[j]s\.(?:org|com)")
MACHINES = re.compile(r"(?<![\w.])/(?:[w]ork|[t]mp|[r]oot|[h]ome)/")
LEFTOVERS = re.compile(r"\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b")
SKIPPED = re.compile(r"\b(?:mark|pytest)\.(?:[s]kip|[s]kipif|[x]fail|[i]mportorskip)\b")
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script without src": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript[:]", re.IGNORECASE),
    "something from elsewhere": re.compile(
        r"<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)=[\"'](?:https?:)?//"
    ),
}
# Written by others and kept as they came.
FOREIGN = {"LICENSE", "vendor", "fonts", "fixtures"}


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines()


def ours() -> list[Path]:
    return [path for path in tree.texts() if not FOREIGN.intersection(path.parts)]


def found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    assert paths
    return [
        f"{tree.where(path)}:{number}: {line.strip()[:80]}"
        for path in paths
        for number, line in enumerate(lines(path), start=1)
        if pattern.search(line)
    ]


def test_no_package_host_is_named():
    """A municipality installs from its own mirror; nothing here may decide otherwise."""
    assert found(HOSTS, tree.texts()) == []


def test_no_path_of_one_machine_is_named():
    assert found(MACHINES, ours()) == []


def test_nothing_is_left_for_later():
    assert found(LEFTOVERS, ours()) == []


def test_no_lock_that_names_hosts_is_kept():
    assert not (tree.ROOT / "uv.lock").exists()


def test_no_test_is_skipped():
    tests = [path for path in ours() if path.is_relative_to(tree.ROOT / "tests")]
    assert found(SKIPPED, tests) == []


def test_no_template_runs_or_styles_anything_in_line():
    """The content security policy would refuse it, on some page nobody tried."""
    templates = tree.templates()
    assert templates
    wrong = [
        f"{tree.where(path)}: {what}"
        for path in templates
        for what, pattern in INLINE.items()
        if pattern.search(path.read_text())
    ]
    assert wrong == []


# Makes files that are opened by themselves; no page of ours holds them.
STANDING = tree.PLATFORM / "web" / "ui" / "charts" / "standing.py"


def test_no_code_builds_what_a_template_may_not_hold():
    wrong = [
        f"{tree.where(path)}: {what}"
        for path in tree.python(tree.PLATFORM)
        if path != STANDING
        for what, pattern in INLINE.items()
        if pattern.search(path.read_text())
    ]
    assert wrong == []
