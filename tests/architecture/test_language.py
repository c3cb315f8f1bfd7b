"""Every sentence has its Swedish, and every name is a word of the field."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handslag.config import msgids, translations
from tests.architecture import tree

LOCALE = tree.PLATFORM / "locale"
PARTS = translations.parts(LOCALE, "sv")
EMPTY_WORDS = {
    *("manager", "managers", "helper", "helpers", "util", "utils", "handler", "handlers"),
    *("processor", "processors", "base", "data", "info", "do"),
}
# What Django calls a method that we answer in our own way.
THEIRS = {"bound_data"}
# Names that are the same in every language.
NAMES = {"Handslag", "CSV", "PDF", "JSON", "GeoJSON", "Atom", "EUPL", "API", "SMS"}
TEMPLATE_CODE = re.compile(
    r"\{% *blocktrans(?:late)?\b.*?\{% *endblocktrans(?:late)? *%\}"
    r"|\{% *comment\b.*?\{% *endcomment *%\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)
WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN = {"alt", "title", "placeholder", "aria-label", "aria-description", "label"}


def test_the_words_of_each_language_are_sound():
    assert translations.languages(LOCALE)
    assert [
        f"{language}/{fault}"
        for language in translations.languages(LOCALE)
        for fault in translations.faults(translations.parts(LOCALE, language))
    ] == []


def test_every_sentence_has_its_swedish_and_none_is_idle():
    sentences = msgids.collect(tree.PLATFORM)
    assert sentences
    assert translations.gaps(sentences, PARTS) == []


def test_no_name_is_a_word_of_no_one():
    empty = [
        f"{tree.where(path)}: {name}"
        for path in tree.python(tree.PLATFORM, tree.ROOT / "tools")
        for name in _names(path)
        if name not in THEIRS and EMPTY_WORDS.intersection(_words(name))
    ]
    assert empty == []


def _names(path: Path) -> Iterator[str]:
    """What a module is called, and what it calls its classes and functions."""
    yield path.parent.name if path.stem == "__init__" else path.stem
    for node in ast.walk(tree.syntax(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def _words(name: str) -> list[str]:
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    return spread.lower().strip("_").split("_")


class _Text(HTMLParser):
    """Gathers what a person would see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def handle_data(self, data: str) -> None:
        self.heard.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.heard += (value or "" for name, value in attrs if name in SPOKEN)


def untranslated(source: str) -> list[str]:
    """The words of a template that stand outside every translation."""
    reader = _Text()
    reader.feed(TEMPLATE_CODE.sub("", source))
    words = {word for text in reader.heard for word in WORD.findall(text)}
    return sorted(words - NAMES)


def test_no_template_speaks_without_translation():
    pages = [path for path in tree.templates() if path.suffix in {".html", ".txt"}]
    bare = {tree.where(path): untranslated(path.read_text()) for path in pages}
    assert pages
    assert {page: words for page, words in bare.items() if words} == {}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Löften</p>", ["Löften"]),
        ('<img alt="Karta" src="x.png">', ["Karta"]),
        ("<p>{% translate 'Promises' %} · {{ count }} – 5 %</p>", []),
        ("{% blocktranslate %}Kept in {{ a }}{% endblocktranslate %} Handslag", []),
        ("{# why #}{% comment %}why{% endcomment %}<a {% if x %}class='b'{% endif %}>", []),
    ],
)
def test_bare_words_are_heard(source, words):
    assert untranslated(source) == words


AT_ONCE = {"gettext", "ngettext", "pgettext", "npgettext"}


def test_nothing_is_said_before_somebody_reads_it():
    """What is translated while a file is read keeps the language of whoever came first."""
    early = [
        f"{tree.where(path)}:{call.lineno}"
        for path in tree.python(tree.PLATFORM)
        for call in _at_reading(tree.syntax(path), _said_at_once(tree.syntax(path)))
    ]
    assert early == []


def _said_at_once(module: ast.AST) -> set[str]:
    return {
        name.asname or name.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.name in AT_ONCE
    }


def _at_reading(node: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    """Calls outside functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call) and getattr(child.func, "id", "") in names:
            yield child
        yield from _at_reading(child, names)
