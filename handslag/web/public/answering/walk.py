"""Where somebody is in a survey, and all that was answered so far.

Nothing is kept on the server between the pages: each page carries what was typed on the
others. So there is no cookie, going back loses nothing, and nobody can be followed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from handslag.domain.surveys.published import AskedSurvey
from handslag.domain.surveys.rules import Problem, Question, Section
from handslag.domain.surveys.rules.answers import Answers, Posted, read
from handslag.domain.surveys.rules.skipping import asked as asked_of
from handslag.web.asking.shown import Shown, Typed, in_words, persons_in, shown

PREFIX = "q-"
# Signed, so that nobody makes a form seem sent that another person is filling in.
_KEYS = Signer(salt="handslag.survey.form")


@dataclass(frozen=True, slots=True)
class Spot:
    """One page: a section with the questions that are asked of this person."""

    nr: int
    section: Section
    questions: Sequence[Question]


@dataclass
class Walk:
    """One survey on its way, as the page that was sent holds it."""

    survey: AskedSurvey
    posted: QueryDict
    language: str
    key: UUID = field(default_factory=uuid4)

    @property
    def signed_key(self) -> str:
        return _KEYS.sign(self.key.hex)

    @cached_property
    def fields(self) -> Posted:
        """What was typed in questions, by field."""
        return {
            name: values for name, values in self.posted.lists() if name.startswith(PREFIX)
        }

    @cached_property
    def read(self) -> tuple[Answers, list[Problem]]:
        answers, problems = read(self.survey.asked, self.fields)
        return answers, [*problems, *persons_in(answers)]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each question: the same for everybody, as on paper."""
        return {one.key: nr for nr, one in enumerate(self.survey.asked.questions(), 1)}

    def spots(self) -> list[Spot]:
        """The pages for this person: sections in which something may be asked.

        A question that hangs on one of its own section stands there too, and says so."""
        answers, _ = self.read
        chosen = {key: answer.get("o", ()) for key, answer in answers.items()}
        keys = {one.key for one in asked_of(self.survey.asked, chosen)}
        found: list[Spot] = []
        for section in self.survey.asked.sections:
            here = {one.key for one in section.questions}
            questions = [
                one
                for one in section.questions
                if one.key in keys or (one.shown_if and one.shown_if.question in here)
            ]
            if questions:
                found.append(Spot(len(found), section, questions))
        return found

    def problems_on(self, spot: Spot) -> dict[str, list[str]]:
        """What is wrong on one page, in sentences."""
        here = {one.key for one in spot.questions}
        return in_words([one for one in self.read[1] if one.question in here])

    def first_wrong(self) -> Spot | None:
        """The first page on which something is wrong."""
        wrong = {one.question for one in self.read[1]}
        for spot in self.spots():
            if wrong & {one.key for one in spot.questions}:
                return spot
        return None

    def shown(self, spot: Spot, *, judged: bool) -> list[Shown]:
        """The questions of a page with what was typed in them."""
        problems = self.problems_on(spot) if judged else {}
        typed = Typed(self.fields, self.language, problems)
        return [
            shown(self.survey.asked, one, self.numbers[one.key], typed)
            for one in spot.questions
        ]

    def kept(self, spot: Spot) -> list[tuple[str, str]]:
        """What was typed on other pages: hidden in this one."""
        here = tuple(f"{PREFIX}{one.key}" for one in spot.questions)
        return [
            (name, value)
            for name, values in self.fields.items()
            for value in values
            if value and not _is_of(name, here)
        ]


def _is_of(name: str, questions: tuple[str, ...]) -> bool:
    return any(name == one or name.startswith(f"{one}-") for one in questions)


def key_in(posted: QueryDict) -> UUID:
    """The key of the form that was sent; a new one if it is not ours."""
    try:
        return UUID(hex=_KEYS.unsign(str(posted.get("key", ""))))
    except (BadSignature, ValueError):
        return uuid4()
