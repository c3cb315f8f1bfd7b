"""What somebody answered: read from a form, judged, and made small. Pure.

An answer is a small document of plain values, by the key of the question:
chosen options `{"o": […], "t": other text}`, rows `{"r": {row: option}}`, order
`{"k": […]}`, number `{"n": 5}`, day `{"d": "2026-10-07"}`, text `{"t": "…"}`, places
`{"p": […]}`, and `{"x": 1}` for "prefer not to answer". What was not answered is absent.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from unicodedata import category

from handslag.domain.surveys.rules.places import Where, read_places
from handslag.domain.surveys.rules.questionnaire import OTHER, Question, Questionnaire
from handslag.domain.surveys.rules.skipping import Chosen, is_asked
from handslag.domain.surveys.rules.words import QuestionKind

Answer = dict[str, Any]
Answers = dict[str, Answer]
Posted = Mapping[str, Sequence[str]]  # field → what was sent in it

DECLINED = "declined"
NO_TEXT = frozenset({"Cc", "Cs"})  # control signs, and halves of pairs
LONGEST = {QuestionKind.SHORT: 200, QuestionKind.LONG: 2000}
LONGEST_OTHER = 200
FARTHEST = 2**31 - 16  # what a column of whole numbers holds, its marks apart


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an answer: a code with facts, and the question it is about."""

    question: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


class _WrongError(Exception):
    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def name(question: Question, part: str = "") -> str:
    """The name of a field of the form: `q-` key, and a row, option or part of it."""
    return f"q-{question.key}-{part}" if part else f"q-{question.key}"


def read(questionnaire: Questionnaire, posted: Posted) -> tuple[Answers, list[Problem]]:
    """The answers of a form, and what is wrong with them.

    What was typed in a question that is not asked of this person is left out.
    """
    answers: Answers = {}
    problems: list[Problem] = []
    chosen: dict[str, Sequence[str]] = {}
    before: set[str] = set()
    for question in questionnaire.questions():
        if not is_asked(question, before, chosen):
            continue
        before.add(question.key)
        try:
            answer = read_one(question, posted)
        except _WrongError as wrong:
            problems.append(Problem(question.key, wrong.code, wrong.facts))
            chosen[question.key] = _sent(posted, name(question))
            continue
        if answer:
            answers[question.key] = answer
            chosen[question.key] = answer.get("o", ())
        elif question.is_required:
            problems.append(Problem(question.key, "surveys.answer_is_required"))
    return answers, problems


def chosen_in(answers: Answers) -> Chosen:
    """Which options were chosen, for deciding what is asked next."""
    return {key: answer.get("o", ()) for key, answer in answers.items()}


def read_one(question: Question, posted: Posted) -> Answer:
    """The answer to one question; empty when nothing was answered."""
    if DECLINED in _sent(posted, name(question)):
        return {"x": 1}
    return _READERS[question.kind](question, posted)


def _chosen(question: Question, posted: Posted) -> Answer:
    sent = list(dict.fromkeys(_sent(posted, name(question))))
    known = {one.key: one for one in question.options}
    if any(one not in known for one in sent):
        raise _WrongError("surveys.unknown_option")
    if len(sent) > 1:
        _check_several(question, sent, apart=[one for one in sent if known[one].is_apart])
    if not sent:
        return {}
    other = _text_of(posted, name(question, OTHER), LONGEST_OTHER)
    return {"o": sent} | ({"t": other} if other and OTHER in sent else {})


def _check_several(question: Question, sent: list[str], *, apart: list[str]) -> None:
    if question.kind is not QuestionKind.MULTIPLE:
        raise _WrongError("surveys.choose_one")
    if apart:
        raise _WrongError("surveys.rules_out_the_others", key=apart[0])
    if question.most is not None and len(sent) > question.most:
        raise _WrongError("surveys.too_many_chosen", most=question.most)


def _rows(question: Question, posted: Posted) -> Answer:
    known = {one.key for one in question.options}
    found: dict[str, str] = {}
    for row in question.rows:
        sent = _sent(posted, name(question, row.key))
        if len(sent) > 1:
            raise _WrongError("surveys.choose_one")
        if sent and sent[0] not in known:
            raise _WrongError("surveys.unknown_option")
        if sent:
            found[row.key] = sent[0]
    if found and question.is_required and len(found) < len(question.rows):
        raise _WrongError("surveys.every_row", left=len(question.rows) - len(found))
    return {"r": found} if found else {}


def _ranked(question: Question, posted: Posted) -> Answer:
    places: dict[int, str] = {}
    for option in question.options:
        sent = "".join(_sent(posted, name(question, option.key))).strip()
        if not sent:
            continue
        if not sent.isdecimal() or not 1 <= int(sent) <= len(question.options):
            raise _WrongError(
                "surveys.not_a_place_in_the_order", most=len(question.options)
            )
        if int(sent) in places:
            raise _WrongError("surveys.same_place_twice", place=int(sent))
        places[int(sent)] = option.key
    if question.most is not None and len(places) > question.most:
        raise _WrongError("surveys.too_many_chosen", most=question.most)
    return {"k": [places[one] for one in sorted(places)]} if places else {}


def _number(question: Question, posted: Posted) -> Answer:
    sent = "".join(_text_of(posted, name(question), 40).split())
    if not sent:
        return {}
    try:
        number = int(sent)
    except ValueError as error:
        raise _WrongError("surveys.not_a_whole_number") from error
    least = -FARTHEST if question.least is None else question.least
    most = FARTHEST if question.most is None else question.most
    if not least <= number <= most:
        raise _WrongError("surveys.out_of_bounds", least=least, most=most)
    return {"n": number}


def _day(question: Question, posted: Posted) -> Answer:
    sent = _text_of(posted, name(question), 40)
    if not sent:
        return {}
    try:
        return {"d": date.fromisoformat(sent).isoformat()}
    except ValueError as error:
        raise _WrongError("surveys.not_a_day") from error


def _words(question: Question, posted: Posted) -> Answer:
    most = min(question.most or LONGEST[question.kind], LONGEST[question.kind])
    text = _text_of(posted, name(question), most)
    return {"t": text} if text else {}


def _places(question: Question, posted: Posted) -> Answer:
    found = read_places(
        [
            Where(*(_text_of(posted, name(question, f"{part}{nr}"), 200) for part in PARTS))
            for nr in range(1, (question.most or 1) + 1)
        ]
    )
    if found is None:
        raise _WrongError("surveys.not_on_the_map")
    return {"p": found} if found else {}


PARTS = ("lon", "lat", "size", "place", "words")

_READERS: Mapping[QuestionKind, Callable[[Question, Posted], Answer]] = {
    QuestionKind.SINGLE: _chosen,
    QuestionKind.SCALE: _chosen,
    QuestionKind.MULTIPLE: _chosen,
    QuestionKind.MATRIX: _rows,
    QuestionKind.RANKING: _ranked,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _day,
    QuestionKind.SHORT: _words,
    QuestionKind.LONG: _words,
    QuestionKind.PLACE: _places,
}


def _sent(posted: Posted, field_name: str) -> Sequence[str]:
    return [one for one in posted.get(field_name, ()) if one]


def _text_of(posted: Posted, field_name: str, most: int) -> str:
    text = plain("".join(posted.get(field_name, ())[:1]))
    if len(text) > most:
        raise _WrongError("surveys.text_too_long", most=most)
    return text


def plain(text: str) -> str:
    """Without the signs that are no text: what is kept has a known greatest length."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        one for one in lines if one == "\n" or category(one) not in NO_TEXT
    ).strip()
