"""The forms of an occasion: what it was, what was said, the finding, the answer."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from handslag.core.guard.rules import Choice
from handslag.core.guard.rules import Kind as Found
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Finding, Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices.models import Occasion, Voice
from handslag.domain.voices.rules import OccasionDraft, VoiceDraft, Way
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded
from handslag.web.words.evidence import VISIBILITIES
from handslag.web.words.guard import CHOICES, FOUND
from handslag.web.workspace import fields

NO_NAMES = _("For everyone to read. No names, and nothing by which one can be recognised.")


class OccasionForm(LockForm):
    """What it is called, when it was, and what anyone can read of it."""

    title = fields.line(
        _("What is it called?"),
        required=_("Give it a title that those who took part would know."),
        max_length=120,
    )
    starts = fields.day(_("First day"), required=_("Write the day."))
    ends = fields.day(_("Last day"), required=_("Write the day."))
    people = forms.IntegerField(
        label=_("How many took part?"),
        min_value=0,
        max_value=1_000_000,
        required=False,
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    said = guarded(fields.words(_("What was said?"), help_text=NO_NAMES, rows=5))
    became = guarded(
        fields.words(
            _("What became of it?"),
            help_text=_("In plain words: what was done, and what is different now."),
            rows=4,
        )
    )
    how_to_read = guarded(
        fields.words(
            _("How is it to be read?"),
            help_text=_(
                "Who came and who did not, what the figures do not show. Those who choose"
                " to take part are not a cross-section of all who live here."
            ),
            rows=3,
        )
    )

    def draft(self, way: Way, *, is_example: bool) -> OccasionDraft:
        given = self.cleaned_data
        return OccasionDraft(
            way=way,
            is_example=is_example,
            **{name: given[name] for name in self.words},
        )

    words = ("title", "starts", "ends", "people", "said", "became", "how_to_read")

    @classmethod
    def stored(cls, occasion: Occasion) -> dict[str, object]:
        """What stands there, under the names of the fields."""
        names = (*cls.words, "revision")
        return {name: getattr(occasion, name) for name in names}


class HeardForm(forms.Form):
    """What was said, a voice to each paragraph."""

    texts = fields.words(
        _("What was said?"),
        required=_("Write what was said."),
        help_text=_(
            "One voice to a paragraph, with an empty line between. As it was said, without"
            " names. What may name somebody waits until one of you has decided."
        ),
        rows=12,
    )

    def drafts(self) -> list[VoiceDraft]:
        typed = str(self.cleaned_data["texts"]).replace("\r\n", "\n")
        pieces = (one.strip() for one in typed.split("\n\n"))
        return [VoiceDraft(one) for one in pieces if one]


class FindingForm(forms.Form):
    """What the occasion shows, as something that pictures and promises can cite."""

    statement = guarded(
        fields.words(
            _("What does it show?"),
            required=_("Write what was found."),
            help_text=_("One sentence with its numbers: 31 of 84 named the lighting."),
        )
    )
    method = fields.line(
        _("How was it found out?"), required=_("Say how it was done."), max_length=500
    )
    n = forms.IntegerField(
        label=_("How many answered, took part or were counted?"),
        min_value=0,
        max_value=10_000_000,
        required=False,
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    limits = fields.words(_("What does it not say?"), rows=2)
    visibility = fields.choice(
        _("Who may see it?"),
        [(word.value, name) for word, name in VISIBILITIES.items()],
        required=_("Choose who may see it."),
        radio=True,
        initial=Visibility.PUBLIC.value,
    )

    def finding(self, source: str, period: str) -> Finding:
        given = self.cleaned_data
        return Finding(
            source=source,
            statement=given["statement"],
            period=period,
            method=given["method"],
            n=given["n"],
            limits=given["limits"],
            visibility=Visibility(given["visibility"]),
        )


class ToldForm(forms.Form):
    """When, how, and what those who spoke were told."""

    told_on = fields.day(_("When were they told?"), required=_("Write the day."))
    channel = fields.line(
        _("How?"),
        required=_("Write how they were told."),
        help_text=_("For example: an open meeting in the library, and on the website."),
        max_length=200,
    )
    said = guarded(
        fields.words(
            _("What were they told?"),
            required=_("Write what they were told."),
            help_text=_(
                "You said … We did … This became of it. It can be shown in public."
            ),
            rows=5,
        )
    )

    @property
    def told(self) -> Told:
        given = self.cleaned_data
        return Told(given["told_on"], given["channel"], given["said"])


class TyingForm(LockForm):
    """Which findings the occasion showed; those that it is tied to are chosen."""

    findings = forms.MultipleChoiceField(
        label=_("Findings"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those that belong to another occasion are not here."),
    )

    def __init__(self, *args: Any, among: list[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["findings"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - as above
        field.choices = [(str(one.public_id), _named(one)) for one in among]
        field.initial = [str(one.public_id) for one in among if vars(one)["is_tied"]]

    @property
    def chosen(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data["findings"]]


def _named(one: Evidence) -> str:
    said = Truncator(one.statement or one.method or one.place_stated).chars(160)
    return f"{said} ({one.period_stated})" if one.period_stated else said


class ClosingForm(forms.Form):
    """Why those who spoke were not told, when they were not."""

    why = guarded(
        fields.words(
            _("Why is there no answer?"),
            required=_("Write a reason that everyone can read."),
            help_text=NO_NAMES,
        )
    )


class DecisionForm(forms.Form):
    """What becomes of words that wait."""

    choice = fields.choice(
        _("What becomes of them?"),
        [(one.value, name) for one, name in CHOICES.items()],
        required=_("Choose what becomes of the words."),
        radio=True,
        initial=Choice.TAKE_OUT.value,
    )
    marked = forms.MultipleChoiceField(
        label=_("What was found"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = fields.words(
        _("Other words to take out"),
        help_text=_("One to a line, exactly as they stand."),
        rows=2,
    )

    def __init__(self, *args: Any, voice: Voice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["marked"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - as above
        field.choices = [
            (str(nr), _found(voice.text, one)) for nr, one in enumerate(voice.found)
        ]
        field.initial = [str(nr) for nr in range(len(voice.found))]


def _found(text: str, one: dict[str, Any]) -> str:
    return f"“{text[one['start'] : one['end']]}”: {FOUND[Found(one['kind'])]}"
