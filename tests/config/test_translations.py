from pathlib import Path

import polib

from handslag.config import translations
from handslag.config.msgids import Sentence

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

"""


def part(locale: Path, name: str, *entries: str) -> None:
    folder = locale / "sv" / "parts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.po").write_text(HEADER + "\n\n".join(entries) + "\n")


def faults(locale: Path) -> list[str]:
    return translations.faults(translations.parts(locale, "sv"))


def test_the_parts_become_one_catalogue(tmp_path):
    part(tmp_path, "one", 'msgid "Promise"\nmsgstr "Löfte"')
    part(
        tmp_path,
        "two",
        'msgid "One promise"\nmsgid_plural "%(count)s promises"\n'
        'msgstr[0] "Ett löfte"\nmsgstr[1] "%(count)s löften"',
    )
    assert faults(tmp_path) == []
    (written,) = translations.compile_all(tmp_path)
    compiled = polib.mofile(str(written))
    assert {entry.msgid for entry in compiled} == {"Promise", "One promise"}
    assert "nplurals=2" in compiled.metadata["Plural-Forms"]


def test_the_same_original_in_two_parts_is_a_fault(tmp_path):
    part(tmp_path, "one", 'msgid "Name"\nmsgstr "Namn"')
    part(tmp_path, "two", 'msgid "Name"\nmsgstr "Benämning"')
    assert faults(tmp_path) == ["two.po: also in one.po: 'Name'"]


def test_the_same_original_twice_in_one_part_is_a_fault(tmp_path):
    part(tmp_path, "one", 'msgid "Name"\nmsgstr "A"', 'msgid "Name"\nmsgstr "B"')
    assert faults(tmp_path) == ["one.po: also in one.po: 'Name'"]


def test_the_same_original_with_another_context_is_another_sentence(tmp_path):
    part(tmp_path, "one", 'msgid "May"\nmsgstr "Får"')
    part(tmp_path, "two", 'msgctxt "month"\nmsgid "May"\nmsgstr "Maj"')
    assert faults(tmp_path) == []


def test_a_guess_and_a_gap_are_faults(tmp_path):
    part(
        tmp_path,
        "one",
        '#, fuzzy\nmsgid "Draft"\nmsgstr "Drag"',
        'msgid "Kept"\nmsgstr ""',
    )
    assert faults(tmp_path) == [
        "one.po: fuzzy: 'Draft'",
        "one.po: not translated: 'Draft'",
        "one.po: not translated: 'Kept'",
    ]


def test_a_placeholder_that_was_translated_is_a_fault(tmp_path):
    part(
        tmp_path,
        "one",
        'msgid "In %(area)s"\nmsgstr "I %(plats)s"',
        'msgid "One"\nmsgid_plural "%(count)s"\nmsgstr[0] "Ett"\nmsgstr[1] "flera"',
        'msgid "{name} said yes"\nmsgstr "{name} sade ja"',
    )
    assert faults(tmp_path) == [
        "one.po: other placeholders than the original: 'In %(area)s'",
        "one.po: other placeholders than the original: 'One'",
    ]


def test_a_sentence_without_words_and_words_without_a_sentence_are_named(tmp_path):
    part(tmp_path, "one", 'msgid "Gone"\nmsgstr "Borta"', 'msgid "Here"\nmsgstr "Här"')
    sentences = [Sentence("", "Here", "web/a.py"), Sentence("", "New", "web/b.py")]
    assert translations.gaps(sentences, translations.parts(tmp_path, "sv")) == [
        "web/b.py: no translation: 'New'",
        "one.po: used nowhere: 'Gone'",
    ]
