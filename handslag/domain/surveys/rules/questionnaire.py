"""What is asked: sections, questions, options, in several languages. Pure.

A questionnaire is stored as one document. `key` is the identity of a question, and is
kept from wave to wave; `bank` names the shared question it was taken from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from handslag.domain.surveys.rules.words import LOOSE, Background, QuestionKind

Words = Mapping[str, str]  # language → text

OTHER = "other"  # the key of the option that has a line of text beside it
NO_WORDS: Words = {}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. `is_apart`: outside the scale ("do not know"), or ruling out
    the others ("none of these")."""

    key: str
    words: Words
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a matrix."""

    key: str
    words: Words


@dataclass(frozen=True, slots=True)
class Condition:
    """Asked only of those who chose one of these options of an earlier question."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `least` and `most`: bounds of a number, how many options or places
    may be chosen, how many characters a text may have."""

    key: str
    kind: QuestionKind
    words: Words
    help: Words = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()
    is_required: bool = False
    least: int | None = None
    most: int | None = None
    unit: Words = field(default_factory=dict)
    shown_if: Condition | None = None
    background: Background | None = None
    bank: str = ""
    theme: str = ""
    revision: int = 0

    @property
    def is_loose(self) -> bool:
        return self.kind in LOOSE

    @property
    def has_other(self) -> bool:
        return any(one.key == OTHER for one in self.options)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand on one page."""

    key: str
    words: Words
    help: Words = field(default_factory=dict)
    questions: tuple[Question, ...] = ()

    @property
    def mark(self) -> str:
        """What is said above the questions, in few signs: tells whether it has changed."""
        texts = repr((sorted(self.words.items()), sorted(self.help.items())))
        return sha256(texts.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All that is asked, and what is said before and after."""

    languages: tuple[str, ...] = ("sv",)
    intro: Words = field(default_factory=dict)
    thanks: Words = field(default_factory=dict)
    sections: tuple[Section, ...] = ()

    def questions(self) -> Iterator[Question]:
        """All questions in the order in which they are asked."""
        for section in self.sections:
            yield from section.questions

    def question(self, key: str) -> Question | None:
        return next((one for one in self.questions() if one.key == key), None)

    def background(self, what: Background) -> Question | None:
        """The question that says the sex, age or area of the respondent."""
        return next((one for one in self.questions() if one.background is what), None)


def said(words: Words, language: str) -> str:
    """The text in this language; in Swedish where nobody has translated it."""
    return words.get(language) or words.get("sv") or next(iter(words.values()), "")
