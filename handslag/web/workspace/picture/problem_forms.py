"""A problem and its judgements as one form. Only the theme and one line are needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from handslag.domain.organisations.models import Place
from handslag.domain.picture.models import Judgement, Problem
from handslag.domain.picture.rules.drafts import JudgementDraft, ProblemDraft
from handslag.domain.picture.rules.words import Aspect, Confidence, Direction, When
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.forms import LockForm
from handslag.web.words import evidence
from handslag.web.words.picture import ASPECTS, DIRECTIONS, WHEN
from handslag.web.workspace import fields
from handslag.web.workspace.picture import findings

UNSAID = [("", gettext_lazy("Not said"))]


@dataclass(frozen=True, slots=True)
class Side:
    """The fields of one judgement, as they stand together."""

    aspect: Aspect
    name: str
    fields: tuple[BoundField, ...]
    is_open: bool


class ProblemForm(forms.Form):
    """What the problem is, where and when, whom it affects, and what is held of it."""

    theme = fields.choice(
        gettext_lazy("Theme"), [], required=gettext_lazy("Choose a theme.")
    )
    title = fields.line(
        gettext_lazy("The problem in one line"),
        required=gettext_lazy("Say the problem in one line."),
        help_text=gettext_lazy("For example: Vandalism around the bus station."),
        max_length=200,
    )
    description = fields.words(gettext_lazy("What happens?"))
    place = fields.choice(gettext_lazy("Named place"), [])
    place_stated = fields.line(gettext_lazy("Where, in words"), max_length=300)
    time_pattern = forms.MultipleChoiceField(
        label=gettext_lazy("When does it show?"),
        choices=[(when.value, name) for when, name in WHEN.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    time_stated = fields.line(
        gettext_lazy("When, in words"),
        help_text=gettext_lazy("For example: the hours after the last train."),
        max_length=300,
    )
    affected = fields.line(
        gettext_lazy("Who is affected?"),
        help_text=gettext_lazy("Groups, never single persons: young women, shop staff."),
        max_length=300,
    )
    unsupported_why = fields.line(
        gettext_lazy("If something here cites nothing: why?"),
        help_text=gettext_lazy("Everyone may read the reason."),
        max_length=1000,
    )
    is_internal = fields.tick(
        gettext_lazy("The whole problem is only for the parties"),
        help_text=gettext_lazy("Left out of the version that everyone may read."),
    )

    def __init__(
        self, *args: Any, known: findings.Known, places: list[Place], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.place_of = {str(one.public_id): one for one in places}
        language = get_language() or "sv"
        self._offer("theme", [("", _("Choose")), *terms(Kind.FOCUS, language).items()])
        if places:
            named = [(key, one.name) for key, one in self.place_of.items()]
            self._offer("place", [("", _("None of these")), *named])
        else:
            del self.fields["place"]
        for aspect in Aspect:
            self._add(aspect)

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

    def _add(self, aspect: Aspect) -> None:
        """The fields of one judgement: the words first, the rest if there are words."""
        self.fields[f"{aspect}_text"] = fields.words(
            gettext_lazy("What do you hold to be so?")
        )
        if aspect in DIRECTIONS:
            ways = [(way.value, name) for way, name in DIRECTIONS[aspect].items()]
            self.fields[f"{aspect}_direction"] = fields.choice(
                gettext_lazy("In short"), [*UNSAID, *ways]
            )
        sure = [(one.value, name) for one, name in evidence.CONFIDENCES.items()]
        self.fields[f"{aspect}_confidence"] = fields.choice(
            gettext_lazy("How sure are you?"), [*UNSAID, *sure]
        )
        if self.known.choices:
            self.fields[f"{aspect}_evidence"] = findings.field(self.known)
        self.fields[f"{aspect}_internal"] = fields.tick(
            gettext_lazy("Only for the parties")
        )

    @property
    def first(self) -> list[BoundField]:
        return [self[name] for name in ("theme", "title", "description")]

    @property
    def around(self) -> list[BoundField]:
        names = ("place", "place_stated", "time_pattern", "time_stated", "affected")
        return [self[name] for name in names if name in self.fields]

    @property
    def last(self) -> list[BoundField]:
        return [self[name] for name in ("unsupported_why", "is_internal")]

    @property
    def sides(self) -> Iterator[Side]:
        """The four judgements. The first is open, and those that say something."""
        for aspect in Aspect:
            bound = tuple(self[name] for name in self.fields if name.startswith(aspect))
            said = any(field.value() or field.errors for field in bound)
            is_open = aspect is Aspect.EXTENT or said
            yield Side(aspect, str(ASPECTS[aspect]), bound, is_open)

    @property
    def draft(self) -> ProblemDraft:
        given = self.cleaned_data
        place = self.place_of.get(given.get("place") or "")
        return ProblemDraft(
            theme=given["theme"],
            title=given["title"],
            description=given["description"],
            place=place.pk if place else None,
            place_stated=given["place_stated"],
            time_pattern=tuple(map(When, given["time_pattern"])),
            time_stated=given["time_stated"],
            affected=given["affected"],
            is_internal=given["is_internal"],
            unsupported_why=given["unsupported_why"],
            judgements=tuple(
                self._judgement(aspect) for aspect in Aspect if given[f"{aspect}_text"]
            ),
        )

    def _judgement(self, aspect: Aspect) -> JudgementDraft:
        given = self.cleaned_data
        way, sure = given.get(f"{aspect}_direction"), given[f"{aspect}_confidence"]
        return JudgementDraft(
            aspect,
            given[f"{aspect}_text"],
            direction=Direction(way) if way else None,
            confidence=Confidence(sure) if sure else None,
            is_internal=given[f"{aspect}_internal"],
            evidence=self.known.numbers(given.get(f"{aspect}_evidence", ())),
        )

    def clean(self) -> dict[str, Any]:
        """What is chosen about a judgement is not thrown away for want of words."""
        given: dict[str, Any] = super().clean() or {}
        for aspect in Aspect:
            more = ("direction", "confidence", "evidence")
            said = any(given.get(f"{aspect}_{name}") for name in more)
            if said and not given.get(f"{aspect}_text"):
                self.add_error(f"{aspect}_text", _("Write what you hold to be so."))
        return given

    def said(self, name: str, value: Any) -> str:
        """A stored or typed value of a field as one reads it."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            yes = _("yes") if value is True else _("no") if value is False else value
            return str(yes or "")
        names = dict(field.choices)  # type: ignore[arg-type]
        values = value if isinstance(value, list) else [value] if value else []
        return "; ".join(str(names.get(one, one)) for one in values)


class KnownProblemForm(ProblemForm, LockForm):
    """The same, of a problem that two people may be writing."""


def initial_of(problem: Problem) -> dict[str, Any]:
    """A problem as it stands in its form."""
    found = {
        "theme": problem.theme,
        "title": problem.title,
        "description": problem.description,
        "place": str(problem.place.public_id) if problem.place else "",
        "place_stated": problem.place_stated,
        "time_pattern": list(problem.time_pattern),
        "time_stated": problem.time_stated,
        "affected": problem.affected,
        "unsupported_why": problem.unsupported_why,
        "is_internal": problem.is_internal,
        "revision": problem.revision,
    }
    for judgement in problem.judgements.all():
        found |= _of_judgement(judgement)
    return found


def _of_judgement(judgement: Judgement) -> dict[str, Any]:
    aspect = judgement.aspect
    return {
        f"{aspect}_text": judgement.text,
        f"{aspect}_direction": judgement.direction,
        f"{aspect}_confidence": judgement.confidence,
        f"{aspect}_internal": judgement.is_internal,
        f"{aspect}_evidence": findings.keys_of(judgement.citations.all()),
    }
