"""The words of each language: parts by subject, merged into the one file Django reads.

Each part of the platform keeps its own `locale/<language>/parts/<part>.po`, so
that two people seldom write in the same file. Nothing here needs GNU gettext.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from handslag.config.msgids import Sentence

PLACEHOLDER = re.compile(r"%\([^)]+\)[sdf]|%[sd]|\{[a-z_]*\}")


@dataclass(frozen=True)
class Part:
    """One file of one language."""

    path: Path
    entries: tuple[polib.POEntry, ...]


def languages(locale: Path) -> list[str]:
    """Every language that has parts."""
    return sorted(folder.parent.name for folder in locale.glob("*/parts"))


def parts(locale: Path, language: str) -> list[Part]:
    """The files of one language, in the order of their names."""
    paths = sorted((locale / language / "parts").glob("*.po"))
    return [Part(path, tuple(polib.pofile(str(path)))) for path in paths]


def faults(found: list[Part]) -> list[str]:
    """What must be mended before the words may be shown to anyone."""
    return [
        f"{part.path.name}: {fault}: {entry.msgid!r}"
        for part in found
        for entry in part.entries
        for fault in _faults_of(entry)
    ] + list(_twice(found))


def _faults_of(entry: polib.POEntry) -> Iterator[str]:
    if entry.obsolete:
        yield "no longer used"
        return
    if entry.fuzzy:
        yield "fuzzy"
    if not entry.translated():
        yield "not translated"
    elif not _same_placeholders(entry):
        yield "other placeholders than the original"


def _same_placeholders(entry: polib.POEntry) -> bool:
    wanted = set(PLACEHOLDER.findall(entry.msgid))
    if not entry.msgid_plural:
        return set(PLACEHOLDER.findall(entry.msgstr)) == wanted
    many = set(PLACEHOLDER.findall(entry.msgid_plural))
    forms = [set(PLACEHOLDER.findall(form)) for form in entry.msgstr_plural.values()]
    # "One promise" may leave the number out; the other form must say it.
    return all(form <= wanted | many for form in forms) and forms[-1] == many


def _twice(found: list[Part]) -> Iterator[str]:
    first: dict[tuple[str, str], Path] = {}
    for part in found:
        for entry in part.entries:
            where = first.setdefault(key(entry), part.path)
            if where != part.path or not _is_first(entry, part):
                yield f"{part.path.name}: also in {where.name}: {entry.msgid!r}"


def _is_first(entry: polib.POEntry, part: Part) -> bool:
    return next(one for one in part.entries if key(one) == key(entry)) is entry


def gaps(sentences: list[Sentence], found: list[Part]) -> list[str]:
    """Sentences without words in the language, and words without a sentence."""
    have = {key(entry): part.path.name for part in found for entry in part.entries}
    need = {sentence.key: sentence.path for sentence in sentences}
    missing = [
        f"{need[one]}: no translation: {one[1]!r}" for one in need if one not in have
    ]
    idle = [f"{have[one]}: used nowhere: {one[1]!r}" for one in have if one not in need]
    return sorted(missing) + sorted(idle)


def key(entry: polib.POEntry) -> tuple[str, str]:
    """What makes two entries the same: the context and the original."""
    return (entry.msgctxt or "", entry.msgid)


def compile_all(locale: Path) -> list[Path]:
    """Write what Django reads, for each language; the first of two twins wins."""
    return [_compile(locale, language) for language in languages(locale)]


def _compile(locale: Path, language: str) -> Path:
    merged = polib.POFile()
    merged.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    known = set()
    for part in parts(locale, language):
        for entry in part.entries:
            if key(entry) not in known and not entry.obsolete:
                known.add(key(entry))
                merged.append(entry)
    target = locale / language / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    # Put in place in one stroke, since a server may be reading the old one.
    fresh = target.with_suffix(".new")
    merged.save_as_mofile(str(fresh))
    return fresh.replace(target)
