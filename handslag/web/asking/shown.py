"""One question as it is shown: in a language, with what has been typed in it so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from handslag.core.guard.rules import find
from handslag.domain.surveys.rules import (
    OTHER,
    Problem,
    Question,
    QuestionKind,
    Questionnaire,
    Words,
)
from handslag.domain.surveys.rules import said as in_language
from handslag.domain.surveys.rules.answers import (
    DECLINED,
    LONGEST,
    Answers,
    Posted,
    name,
)
from handslag.domain.surveys.rules.places import SIZES
from handslag.web.words.surveys import PROBLEMS


@dataclass(frozen=True, slots=True)
class ShownOption:
    """One answer to choose, or a place in an order with what was typed for it."""

    value: str
    text: str
    id: str
    is_chosen: bool = False
    name: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line of a matrix with its options."""

    text: str
    name: str
    options: Sequence[ShownOption]


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """The fields of one place: a point, how far around, a named place, words."""

    nr: int
    key: str
    lon_name: str
    lat_name: str
    lon: str
    lat: str
    sizes: Sequence[ShownOption]
    place_name: str
    place: str
    words_name: str
    words: str

    @property
    def is_filled(self) -> bool:
        return bool(self.lon or self.place or self.words)


@dataclass(frozen=True, slots=True)
class Shown:
    """One question, ready for `ui/asking/question.html`."""

    key: str
    kind: str
    nr: int
    id: str
    name: str
    text: str
    help: str
    is_required: bool
    problems: Sequence[str]
    options: Sequence[ShownOption] = ()
    rows: Sequence[ShownRow] = ()
    places: Sequence[ShownPlace] = ()
    typed: str = ""
    unit: str = ""
    longest: int = 0
    least: int | None = None
    most: int | None = None
    is_declined: bool = False
    other_name: str = ""
    other: str = ""
    # Shown of those who chose one of these: the name of the field, the options.
    hangs_on: str = ""
    hangs_on_options: str = ""
    only_if: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What has been typed so far, in which language it is asked, and what is wrong."""

    posted: Posted
    language: str
    problems: Mapping[str, Sequence[str]]


def shown(asked: Questionnaire, question: Question, nr: int, typed: Typed) -> Shown:
    """The question with its number, in the language that was chosen."""
    words = _Speaking(typed.language)
    posted, field = typed.posted, name(question)
    chosen = set(posted.get(field, ()))
    hangs_on, options, only_if = _condition(asked, question, words)
    return Shown(
        key=question.key,
        kind=question.kind.value,
        nr=nr,
        id=field,
        name=field,
        text=words(question.words),
        help=words(question.help),
        is_required=question.is_required,
        problems=typed.problems.get(question.key, ()),
        options=_options(question, words, posted, chosen),
        rows=_rows(question, words, posted),
        places=_places(question, posted),
        typed=_first(posted, field),
        unit=words(question.unit),
        longest=min(question.most or 9999, LONGEST.get(question.kind, 0)),
        least=question.least,
        most=question.most,
        is_declined=DECLINED in chosen,
        other_name=name(question, OTHER) if question.has_other else "",
        other=_first(posted, name(question, OTHER)),
        hangs_on=hangs_on,
        hangs_on_options=options,
        only_if=only_if,
    )


class _Speaking:
    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, words: Words) -> str:
        return in_language(words, self.language)


def _options(
    question: Question, words: _Speaking, posted: Posted, chosen: set[str]
) -> list[ShownOption]:
    if question.kind is QuestionKind.RANKING:
        return [
            ShownOption(
                one.key,
                words(one.words),
                name(question, one.key),
                name=name(question, one.key),
                typed=_first(posted, name(question, one.key)),
            )
            for one in question.options
        ]
    return [
        ShownOption(one.key, words(one.words), f"{name(question)}-{nr}", one.key in chosen)
        for nr, one in enumerate(question.options)
    ]


def _rows(question: Question, words: _Speaking, posted: Posted) -> list[ShownRow]:
    return [
        ShownRow(
            words(row.words),
            field,
            [
                ShownOption(
                    one.key,
                    words(one.words),
                    f"{field}-{nr}",
                    one.key in posted.get(field, ()),
                )
                for nr, one in enumerate(question.options)
            ],
        )
        for row in question.rows
        for field in [name(question, row.key)]
    ]


def _places(question: Question, posted: Posted) -> list[ShownPlace]:
    if question.kind is not QuestionKind.PLACE:
        return []
    return [_place(question, posted, nr) for nr in range(1, (question.most or 1) + 1)]


def _place(question: Question, posted: Posted, nr: int) -> ShownPlace:
    def field(part: str) -> str:
        return name(question, f"{part}{nr}")

    size = _first(posted, field("size")) or str(SIZES[0])
    around = {
        SIZES[0]: _("Just there"),
        SIZES[1]: _("The block around"),
        SIZES[2]: _("The whole quarter"),
    }
    return ShownPlace(
        nr=nr,
        key=f"{name(question)}-karta{nr}",
        lon_name=field("lon"),
        lat_name=field("lat"),
        lon=_first(posted, field("lon")),
        lat=_first(posted, field("lat")),
        sizes=[
            ShownOption(
                str(one), said, f"{field('size')}-{one}", size == str(one), field("size")
            )
            for one, said in around.items()
        ],
        place_name=field("place"),
        place=_first(posted, field("place")),
        words_name=field("words"),
        words=_first(posted, field("words")),
    )


def _condition(
    asked: Questionnaire, question: Question, words: _Speaking
) -> tuple[str, str, str]:
    condition = question.shown_if
    before = asked.question(condition.question) if condition else None
    if condition is None or before is None:
        return "", "", ""
    said = [words(one.words) for one in before.options if one.key in condition.options]
    only_if = _("Only if you answered %(answers)s to “%(question)s”.") % {
        "answers": _(" or ").join(_("“%(answer)s”") % {"answer": one} for one in said),
        "question": words(before.words),
    }
    return name(before), " ".join(condition.options), only_if


def _first(posted: Posted, field: str) -> str:
    return "".join(posted.get(field, ())[:1])


def in_words(problems: Sequence[Problem]) -> dict[str, list[str]]:
    """What is wrong, in sentences, by the key of the question."""
    found: dict[str, list[str]] = {}
    for one in problems:
        sentence = str(PROBLEMS[one.code])
        found.setdefault(one.question, []).append(
            sentence % one.facts if one.facts else sentence
        )
    return found


def persons_in(answers: Answers) -> list[Problem]:
    """What in the free texts certainly points at one person: it may not be sent."""
    found = []
    for key, answer in answers.items():
        texts = [
            answer.get("t", ""),
            *(one.get("words", "") for one in answer.get("p", ())),
        ]
        for text in texts:
            certain = [one for one in find(text) if one.certain]
            if certain:
                said = ", ".join(f"“{text[one.start : one.end]}”" for one in certain)
                found.append(Problem(key, "surveys.names_a_person", {"said": said}))
    return found
