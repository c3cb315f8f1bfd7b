"""The forms of a cause analysis. A new cause asks for a sentence and two choices."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handslag.domain.evidence.models import Evidence
from handslag.domain.picture.models import Cause, CauseAnalysis
from handslag.domain.picture.rules.causes import (
    AnalysisDraft,
    CauseDraft,
    CauseKind,
    Corner,
    Horizon,
    Perspective,
)
from handslag.domain.picture.rules.words import Confidence
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.forms import LockForm
from handslag.web.words.causes import (
    CORNERS,
    HORIZON_CHOICES,
    HOW_SURE,
    KIND_CHOICES,
    PERSPECTIVES,
)
from handslag.web.words.text import Text
from handslag.web.workspace import fields

Word = TypeVar("Word", bound=StrEnum)

A_CAUSE = _("What is the cause?")
AS_A_SENTENCE = _("One sentence about circumstances. Never about a person.")
WRITE_IT = _("Write the cause, in a sentence.")
NO_CORNER: tuple[str, Text] = ("", _("None of them in particular"))


def _pairs(words: Mapping[Any, Text]) -> list[tuple[str, Text]]:
    return [(code.value, name) for code, name in words.items()]


def _perspective() -> forms.ChoiceField:
    return fields.choice(
        _("From where do you see it?"),
        _pairs(PERSPECTIVES),
        required=_("Choose from where you see it."),
        radio=True,
    )


def _corner() -> forms.ChoiceField:
    return fields.choice(
        _("Which corner of the crime triangle does it belong to?"),
        [*_pairs(CORNERS), NO_CORNER],
        radio=True,
        help_text=_("A crime needs all three. Take one away and it does not happen."),
    )


class NewCauseForm(forms.Form):
    """A sentence and two choices. The rest follows, and can be changed later."""

    text = fields.words(
        A_CAUSE, required=WRITE_IT, help_text=AS_A_SENTENCE, rows=2, max_length=500
    )
    perspective = _perspective()
    corner = _corner()

    @property
    def draft(self) -> CauseDraft:
        given = self.cleaned_data
        return CauseDraft(
            text=given["text"],
            perspective=Perspective(given["perspective"]),
            corner=_one(Corner, given["corner"]),
        )


class CauseForm(LockForm):
    """Everything about one cause."""

    text = fields.words(
        A_CAUSE, required=WRITE_IT, help_text=AS_A_SENTENCE, rows=2, max_length=500
    )
    perspective = _perspective()
    corner = _corner()
    kind = fields.choice(
        _("What does it lie in?"),
        _pairs(KIND_CHOICES),
        required=_("Choose what it lies in."),
        radio=True,
        help_text=_("The kind of measure follows from this."),
    )
    horizon = fields.choice(
        _("When would it show that you do something about it?"),
        _pairs(HORIZON_CHOICES),
        required=_("Choose when it would show."),
        radio=True,
    )
    confidence = fields.choice(
        _("How sure are you?"), [("", "–"), *_pairs(HOW_SURE)], radio=False
    )
    findings = forms.MultipleChoiceField(
        label=_("What does it rest on?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_internal = fields.tick(
        _("Only for those who work with it"),
        help_text=_("Then nothing that hangs under it is public either."),
    )

    def __init__(self, *args: Any, known: Iterable[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.number_of = {str(one.public_id): one.pk for one in known}
        sources = terms(Kind.SOURCE, get_language() or "sv")
        field = self.fields["findings"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (str(one.public_id), f"{sources.get(one.source, one.source)}: {one.statement}")
            for one in known
        ]
        if not self.number_of:
            del self.fields["findings"]

    @property
    def draft(self) -> CauseDraft:
        given = self.cleaned_data
        chosen = given.get("findings", [])
        return CauseDraft(
            text=given["text"],
            perspective=Perspective(given["perspective"]),
            corner=_one(Corner, given["corner"]),
            kind=CauseKind(given["kind"]),
            horizon=Horizon(given["horizon"]),
            confidence=_one(Confidence, given["confidence"]),
            is_internal=given["is_internal"],
            evidence=tuple(self.number_of[key] for key in chosen),
        )


class AnalysisForm(LockForm):
    """The corners of the triangle in a few words each, and the analysis in sum."""

    offender = fields.words(
        _("Those who commit the crimes"),
        help_text=_("Groups and circumstances, never persons."),
        rows=3,
    )
    target = fields.words(
        _("Who or what is exposed"),
        help_text=_("What makes it attractive, visible or easy to reach?"),
        rows=3,
    )
    guardian = fields.words(
        _("Those who could have prevented it"),
        help_text=_("Who is near? What stands in their way?"),
        rows=3,
    )
    summary = fields.words(
        _("The causes in sum"),
        help_text=_("What weighs most, and what you do not know."),
        rows=3,
    )
    is_internal = fields.tick(
        _("Keep the whole analysis internal"),
        help_text=_("Otherwise it is shown when the picture is published."),
    )

    @property
    def draft(self) -> AnalysisDraft:
        given = {**self.cleaned_data}
        given.pop("revision")
        return AnalysisDraft(**given)


class HangForm(forms.Form):
    """Somewhere else in the tree."""

    under = forms.ChoiceField(label=_("Hang it under"), required=False)

    def __init__(
        self, *args: Any, places: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["under"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(places)


def initial_of(cause: Cause) -> dict[str, object]:
    """A cause as its form shows it."""
    return {
        "revision": cause.revision,
        "text": cause.text,
        "perspective": cause.perspective,
        "corner": cause.corner,
        "kind": cause.kind,
        "horizon": cause.horizon,
        "confidence": cause.confidence,
        "findings": [str(one.evidence.public_id) for one in cause.citations.all()],
        "is_internal": cause.is_internal,
    }


def words_of(analysis: CauseAnalysis) -> dict[str, object]:
    """The words of an analysis as their form shows them."""
    return {
        "revision": analysis.revision,
        "offender": analysis.offender,
        "target": analysis.target,
        "guardian": analysis.guardian,
        "summary": analysis.summary,
        "is_internal": analysis.is_internal,
    }


def _one(words: type[Word], code: str) -> Word | None:
    return words(code) if code else None
