"""What is known leaves a domain package through its doors, never around them."""

import ast
import dataclasses
import inspect
import typing
from importlib import import_module
from pathlib import Path
from types import ModuleType

from django.db.models import Model, QuerySet

from tests.architecture import tree

TABLE = {"objects", "_default_manager", "_base_manager"}
PAGES = tree.python(tree.WEB)
PUBLISHED = [
    path
    for package in tree.packages(tree.DOMAIN)
    for path in tree.modules_named(package, "published")
]


def test_pages_ask_queries_and_never_the_table():
    around = [
        f"{tree.where(path)}:{node.lineno} .{node.attr}"
        for path in PAGES
        for node in ast.walk(tree.syntax(path))
        if isinstance(node, ast.Attribute) and node.attr in TABLE
    ]
    assert PAGES
    assert around == []


def test_what_is_published_carries_no_rows():
    found = [
        (f"{module.__name__}.{name}", hint)
        for module in map(_module, PUBLISHED)
        for name, hint in _shown(module)
    ]
    assert [name for name, hint in found if any(map(_is_row, _parts(hint)))] == []
    # As soon as there are public pages there is something they show.
    assert bool(found) == (tree.WEB / "public").is_dir() or found


def test_what_is_published_is_frozen():
    thawed = [
        str(thing)
        for module in map(_module, PUBLISHED)
        for thing in _own(module, inspect.isclass)
        if dataclasses.is_dataclass(thing)
        and not vars(thing)["__dataclass_params__"].frozen
    ]
    assert thawed == []


def _module(path: Path) -> ModuleType:
    dotted = tree.where(path).removesuffix(".py").removesuffix("/__init__")
    return import_module(dotted.replace("/", "."))


def _own(module: ModuleType, kind: typing.Callable[[object], bool]) -> list[typing.Any]:
    return [
        thing
        for name, thing in inspect.getmembers(module, kind)
        if not name.startswith("_") and thing.__module__ == module.__name__
    ]


def _shown(module: ModuleType) -> typing.Iterator[tuple[str, object]]:
    """What public functions hand out, and what the dataclasses hold."""
    for function in _own(module, inspect.isfunction):
        yield function.__name__, typing.get_type_hints(function)["return"]
    for thing in _own(module, inspect.isclass):
        for field, hint in typing.get_type_hints(thing).items():
            yield f"{thing.__name__}.{field}", hint


def _parts(hint: object) -> list[object]:
    return [
        hint,
        typing.get_origin(hint),
        *(part for inner in typing.get_args(hint) for part in _parts(inner)),
    ]


def _is_row(part: object) -> bool:
    return isinstance(part, type) and issubclass(part, Model | QuerySet)
