"""Files and functions stay small enough to read, and lie where one looks for them."""

import ast
from pathlib import Path

from tests.architecture import tree

LONGEST_FILE, LONGEST_FUNCTION = 400, 40
SOURCES = [
    tree.ROOT / "dev.py",
    tree.ROOT / "manage.py",
    *tree.python(tree.PLATFORM, tree.ROOT / "tests", tree.ROOT / "tools"),
]
# These try the platform as a whole and mirror no single file.
WHOLE = {"architecture", "browser", "bench"}


def test_a_file_is_at_most_400_lines():
    long = {tree.where(path): path.read_text().count("\n") for path in SOURCES}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_a_function_is_at_most_40_lines():
    long = {
        f"{tree.where(path)}:{node.name}": lines
        for path in SOURCES
        for node in tree.functions(tree.syntax(path))
        for lines in [(node.end_lineno or node.lineno) - node.lineno + 1]
        if lines > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_test_lies_where_what_it_tests_lies():
    """tests/domain/promises/test_rules.py tests handslag/domain/promises/rules.py."""
    tests = sorted((tree.ROOT / "tests").rglob("test_*.py"))
    astray = [
        tree.where(path)
        for path in tests
        if path.relative_to(tree.ROOT / "tests").parts[0] not in WHOLE
        and not _tested(path.relative_to(tree.ROOT / "tests").as_posix())
    ]
    assert tests
    assert astray == []


def _tested(inner: str) -> bool:
    """Whether test_answers.py has its answers.py, and test_answers_late.py too."""
    *folders, file = inner.split("/")
    top = tree.ROOT if folders[0] == "tools" else tree.PLATFORM
    folder = top.joinpath(*folders)
    words = file.removeprefix("test_").removesuffix(".py").split("_")
    names = ["_".join(words[: end + 1]) for end in range(len(words))]
    return any(
        (folder / f"{name}.py").exists()
        or (folder / name / "__init__.py").exists()
        or (folder / "management" / "commands" / f"{name}.py").exists()
        # core/periods is one file, its __init__.py
        or (name == folder.name and not list(folder.glob("[!_]*.py")))
        for name in names
    )


def test_every_domain_package_says_what_it_is_in_the_field():
    found = tree.packages(tree.DOMAIN)
    silent = [
        tree.where(package) for package in found if not 3 <= len(_own_words(package)) <= 10
    ]
    assert found
    assert silent == []


def _own_words(package: Path) -> list[str]:
    """The lines of the docstring; none when the file holds anything more."""
    module = tree.syntax(package / "__init__.py")
    if len(module.body) != 1:
        return []
    return (ast.get_docstring(module) or "").splitlines()
