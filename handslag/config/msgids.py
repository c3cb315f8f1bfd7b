"""Finds every sentence that is to be translated, in code and in templates.

Does what `makemessages` does without GNU gettext: Python is read as a syntax
tree, and templates are first turned into calls by Django's own `templatize`.
"""

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

MODULE = "django.utils.translation"
# How many of the first arguments are words, and whether the first is a context.
SHAPES = {
    "gettext": (1, False),
    "ngettext": (2, False),
    "pgettext": (2, True),
    "npgettext": (3, True),
}
CALL = re.compile(r"\b(npgettext|pgettext|ngettext|gettext|_)\((?=u?['\"])")


@dataclass(frozen=True, order=True)
class Sentence:
    """One sentence to translate, and the file it stands in."""

    context: str
    msgid: str
    path: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.context, self.msgid)


class NotASentenceError(Exception):
    """A translation call whose words cannot be known before it runs."""


def collect(root: Path) -> list[Sentence]:
    """Everything to be translated below a folder."""
    found: set[Sentence] = set()
    for path in sorted(root.rglob("*.py")):
        found |= set(in_python(path.read_text(), str(path.relative_to(root))))
    for path in sorted(root.rglob("templates/**/*")):
        if path.suffix in {".html", ".txt", ".xml", ".svg"}:
            found |= set(in_template(path.read_text(), str(path.relative_to(root))))
    return sorted(found)


def in_python(source: str, path: str) -> Iterator[Sentence]:
    """The sentences of one module."""
    tree = ast.parse(source)
    names = dict(_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (shape := _shape(node.func, names)):
            yield from _sentences(node, shape, path)


def _names(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What each translating function is called here: `_` stands for gettext."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == MODULE:
            for alias in node.names:
                yield alias.asname or alias.name, alias.name


def _shape(function: ast.expr, names: dict[str, str]) -> tuple[int, bool] | None:
    if isinstance(function, ast.Name):
        name = names.get(function.id, "")
    elif isinstance(function, ast.Attribute):
        name = function.attr
    else:
        return None
    return SHAPES.get(name.removesuffix("_lazy").removesuffix("_noop"))


def _sentences(call: ast.Call, shape: tuple[int, bool], path: str) -> Iterator[Sentence]:
    count, has_context = shape
    words = [_word(argument, path) for argument in call.args[:count]]
    if None in words:
        return
    known = [word for word in words if word is not None]
    context = known.pop(0) if has_context else ""
    yield Sentence(context, known[0], path)


def _word(argument: ast.expr, path: str) -> str | None:
    """The words; nothing for a variable, whose words are marked where they stand."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.JoinedStr | ast.BinOp | ast.Call):
        raise NotASentenceError(f"{path}:{argument.lineno}: use a named placeholder")
    return None


def in_template(source: str, path: str) -> Iterator[Sentence]:
    """The sentences of one template."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = templatize(source, origin=path)
    for match in CALL.finditer(code):
        count, has_context = SHAPES.get(match[1], SHAPES["gettext"])
        words = _literals(code[match.end() :], count)
        context = words.pop(0) if has_context else ""
        yield Sentence(context, words[0], path)


LITERAL = re.compile(r"\s*u?('(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")\s*,?", re.DOTALL)


def _literals(code: str, count: int) -> list[str]:
    words = []
    for _ in range(count):
        match = LITERAL.match(code)
        if match is None:
            break
        words.append(str(ast.literal_eval(match[1])))
        code = code[match.end() :]
    return words
