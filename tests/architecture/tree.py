"""The source as the tests of this folder read it: files, packages and functions."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT: Path = settings.BASE_DIR
PLATFORM = ROOT / "handslag"
DOMAIN = PLATFORM / "domain"
CORE = PLATFORM / "core"
WEB = PLATFORM / "web"
OURS = ("handslag", "tests", "tools", "docs", "deploy", ".ci")
NOT_TEXT = {
    ".woff2",
    ".ttf",
    ".png",
    ".jpg",
    ".webp",
    ".pdf",
    ".mo",
    ".pyc",
    ".ico",
    ".gz",
    ".br",
}


def where(path: Path) -> str:
    """A path as people write it: from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


@cache
def python(*folders: Path) -> tuple[Path, ...]:
    """Every module that we wrote by hand; migrations are written by Django."""
    found = [path for folder in folders for path in folder.rglob("*.py")]
    return tuple(sorted(path for path in found if "migrations" not in path.parts))


def texts() -> list[Path]:
    """Every text file of the repository."""
    found = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    for folder in OURS:
        found += (path for path in (ROOT / folder).rglob("*") if path.is_file())
    hidden = {"__pycache__", "node_modules"}
    return sorted(
        path
        for path in found
        if path.suffix not in NOT_TEXT and not hidden.intersection(path.parts)
    )


def templates() -> list[Path]:
    return sorted(PLATFORM.glob("**/templates/**/*.*"))


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, however deep."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def packages(layer: Path) -> list[Path]:
    """The packages of one layer: a folder with an `__init__.py`."""
    return sorted(path.parent for path in layer.glob("*/__init__.py"))


def modules_named(package: Path, name: str) -> list[Path]:
    """`services.py`, or every file of the folder that it became."""
    return [path for path in (package / f"{name}.py",) if path.exists()] + sorted(
        (package / name).rglob("*.py")
    )


@dataclass(frozen=True)
class Service:
    """One public function of a package's services, or method of an object there."""

    name: str
    node: ast.FunctionDef
    calls: frozenset[str]

    @property
    def first(self) -> str:
        arguments = [
            one.arg
            for one in (*self.node.args.posonlyargs, *self.node.args.args)
            if one.arg != "self"
        ]
        return arguments[0] if arguments else ""

    @property
    def is_one_transaction(self) -> bool:
        written = {ast.unparse(one).split("(")[0] for one in self.node.decorator_list}
        return "transaction.atomic" in written


def services(package: Path) -> Iterator[Service]:
    """What a package can do, and all that each deed calls, also through its steps."""
    files = modules_named(package, "services")
    own = {name: (node, path) for path in files for name, node in _deeds(syntax(path))}
    modules = {path.stem for path in files}
    steps = {
        name: _within(name, _calls(node, {"self"} if "." in name else modules))
        for name, (node, _) in own.items()
    }
    for name, (node, path) in own.items():
        outer, _, inner = name.rpartition(".")
        if not inner.startswith("_") and _can_be_reached(outer or inner, path):
            label = f"{package.parent.name}.{package.name}.{name}"
            yield Service(label, node, frozenset(_reached(name, steps)))


def _deeds(module: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions of a module, and the methods of its classes as `Class.method`."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef) and not _is_told(node):
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and not _is_read(method):
                    yield f"{node.name}.{method.name}", method


def _is_told(node: ast.ClassDef) -> bool:
    """A protocol says what is asked of others and does nothing itself."""
    return any(ast.unparse(base) == "Protocol" for base in node.bases)


def _is_read(method: ast.FunctionDef) -> bool:
    """A property tells and does nothing."""
    return any(ast.unparse(one) == "property" for one in method.decorator_list)


def _within(name: str, calls: set[str]) -> set[str]:
    """What is called, and under the names that it has within the same class."""
    outer = name.rpartition(".")[0]
    return calls | {f"{outer}.{one}" for one in calls} if outer else calls


def _can_be_reached(name: str, path: Path) -> bool:
    """Files of one services folder share steps; a deed is what others can take."""
    return path.name == "services.py" or name in _taken_by_others(path)


@cache
def _taken_by_others(path: Path) -> frozenset[str]:
    """What the front of its folder and modules elsewhere take of this module."""
    module = where(path).removesuffix(".py").replace("/", ".")
    siblings = set(path.parent.glob("[!_]*.py"))
    taken: set[str] = set()
    for other in set(python(PLATFORM)) - siblings:
        for name in _imports(other):
            if name == module:  # as a whole
                taken |= {one.name for one in functions(syntax(path))}
            elif name.startswith(f"{module}."):
                taken.add(name.rsplit(".", 1)[-1])
    return frozenset(taken)


@cache
def _imports(path: Path) -> frozenset[str]:
    """Everything a module imports, by its whole name."""
    return frozenset(
        f"{node.module}.{alias.name}"
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )


def _reached(name: str, steps: dict[str, set[str]]) -> set[str]:
    """The names called by a function and by those of its own package it calls."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        for called in steps[waiting.pop()] - reached:
            reached.add(called)
            if called in steps:
                waiting.append(called)
    return reached


def _calls(node: ast.FunctionDef, modules: set[str]) -> set[str]:
    """`record(…)` and `locking.locked(…)`, but no method of a value."""
    called = [call.func for call in ast.walk(node) if isinstance(call, ast.Call)]
    plain = {one.id for one in called if isinstance(one, ast.Name)}
    dotted = {
        one.attr
        for one in called
        if isinstance(one, ast.Attribute)
        and isinstance(one.value, ast.Name)
        and one.value.id in modules
    }
    return plain | dotted
