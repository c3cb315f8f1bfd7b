"""A finding as a form: what is needed first, the rest folded away."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.published import table_of
from handslag.domain.evidence.rules import (
    POLICE,
    VOICES,
    Classification,
    Confidence,
    Finding,
    Table,
    Visibility,
)
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.evidence.rules.tables import decode, read_table, written
from handslag.domain.evidence.services import Picture
from handslag.domain.organisations.models import Organisation, Place
from handslag.web.words import refusal
from handslag.web.words.evidence import CLASSIFICATIONS, CONFIDENCES, VISIBILITIES
from handslag.web.workspace import fields

_POLICE = ("classification", "is_without_persons")
_FOUND_OUT = ("method", "n", "confidence", "limits")
_ATTACHED = ("table", "table_file", "picture", "alt", "keep_pictures")
_REJECTED = ("rejected_why",)


class HomeForm(forms.Form):
    """Whose it is, and which of the kinds of source it comes from."""

    read_as_tables = ("table", "text")  # cell by cell

    home = fields.choice(
        _("Whose finding is it?"), [], required=_("Choose an organisation.")
    )
    source = fields.choice(
        _("Where does it come from?"), [], required=_("Choose where it comes from.")
    )

    def __init__(
        self,
        *args: Any,
        homes: list[Organisation],
        sources: dict[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.home_of = {str(one.public_id): one for one in homes}
        _offer(self, "home", [(key, one.name) for key, one in self.home_of.items()])
        _offer(self, "source", [("", _("Choose")), *grouped(sources)])
        if len(homes) == 1:
            self.fields["home"].widget = forms.HiddenInput()
            self.fields["home"].initial = str(homes[0].public_id)

    @property
    def home_chosen(self) -> Organisation:
        return self.home_of[self.cleaned_data["home"]]

    def clean(self) -> dict[str, Any]:
        """A number of a case or a person is named where it was written."""
        given: dict[str, Any] = super().clean() or {}
        for name, value in list(given.items()):
            if isinstance(value, str) and name not in self.read_as_tables:
                self.allowed(name, lambda value=value: check_texts([value]))
        return given

    def shows(self, name: str, text: str) -> None:
        """What a file held stands in the field, since the browser keeps no file."""
        assert isinstance(self.data, QueryDict)  # noqa: S101 - a form that was sent
        typed = self.data.copy()
        typed[self.add_prefix(name)] = text
        self.data = typed

    def allowed(self, name: str, deed: Any) -> Any:
        """What it gives; or nothing, and the sentence of the rule beside the field."""
        try:
            return deed()
        except NotAllowedError as error:
            self.add_error(name, refusal(error))
            return None


class FindingForm(HomeForm):
    """One finding: where it comes from and what it says."""

    statement = fields.words(
        _("What does it say?"),
        required=_("Write what was found."),
        help_text=_(
            "One sentence: four in ten avoid the square at night. No names, and nothing "
            "by which a person can be recognised."
        ),
    )
    period = fields.line(
        _("When?"), help_text=_("For example: autumn 2025."), max_length=200
    )
    place_stated = fields.line(
        _("Where?"), help_text=_("For example: the centre."), max_length=200
    )
    place = fields.choice(
        _("Named place"),
        [],
        help_text=_("If it is about one of the places that you have put on the map."),
    )
    classification = fields.choice(
        _("What kind of summary is it?"),
        [(word.value, name) for word, name in CLASSIFICATIONS.items()],
        radio=True,
    )
    is_without_persons = fields.tick(_("I confirm: no case and no person is in it"))
    visibility = fields.choice(
        _("Who may see it?"),
        [(word.value, name) for word, name in VISIBILITIES.items()],
        required=_("Choose who may see it."),
        radio=True,
        initial=Visibility.PARTIES.value,
    )
    method = fields.line(
        _("How was it found out?"),
        help_text=_("For example: a questionnaire on the square, two evenings."),
        max_length=500,
    )
    n = forms.IntegerField(
        label=_("How many answered, took part or were counted?"),
        min_value=0,
        max_value=10_000_000,
        required=False,
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    confidence = fields.choice(
        _("How sure is it?"),
        [("", _("Not judged"))] + [(one.value, name) for one, name in CONFIDENCES.items()],
        radio=True,
    )
    limits = fields.words(
        _("What does it not say?"),
        help_text=_("Who did not answer, what was not asked, what it must not be read as."),
        rows=2,
    )
    table = fields.words(
        _("A table"),
        help_text=_(
            "Paste it from a spreadsheet, or write it with semicolons between the cells. "
            "The first line is the headings."
        ),
        rows=4,
    )
    table_file = forms.FileField(
        label=_("… or the table as a file"),
        help_text=_("Saved as CSV."),
        required=False,
        error_messages={"empty": _("The file is empty.")},
    )
    picture = forms.FileField(
        label=_("A picture"),
        help_text=_(
            "PNG, JPEG or WebP. Where and when it was taken is removed. No faces, no "
            "number plates."
        ),
        required=False,
        error_messages={"empty": _("The file is empty.")},
    )
    alt = fields.words(
        _("What does the picture show?"),
        help_text=_("In words, for those who cannot see it."),
        rows=2,
    )
    keep_pictures = fields.tick(_("Keep the pictures of the earlier version"), initial=True)
    rejected_why = fields.words(
        _("Why is it not used?"),
        help_text=_(
            "Only if you considered the source and chose not to use it. It is kept with "
            "the reason, and cannot be cited."
        ),
        rows=2,
    )

    def __init__(
        self,
        *args: Any,
        places: Sequence[Place] = (),
        corrects: Evidence | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.place_of = {str(one.public_id): one for one in places}
        named = [(key, _name(one)) for key, one in self.place_of.items()]
        _offer(self, "place", [("", _("None of these")), *named])
        if not named:
            del self.fields["place"]
        self.table_read: Table | None = None
        if corrects is None or not corrects.files.exists():
            del self.fields["keep_pictures"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self._read_table(given)
        if given.get("picture") and not given.get("alt"):
            self.add_error("alt", now_("Say in words what the picture shows."))
        if given.get("source") in POLICE:
            self._check_police(given)
        if self.errors and given.get("picture"):
            self.add_error("picture", now_("Choose the picture again."))
        return given

    def _read_table(self, given: dict[str, Any]) -> None:
        name, text = "table", given.get("table") or ""
        file: UploadedFile[bytes] | None = given.get("table_file")
        if file is not None:
            name = "table_file"
            text = self.allowed(name, lambda: decode(file.read())) or ""
            self.shows("table", text)
        if text.strip():
            self.table_read = self.allowed(name, lambda: read_table(text))
        if self.table_read is not None:
            cells = self.table_read.cells
            self.allowed(name, lambda: check_texts(cells))

    def _check_police(self, given: dict[str, Any]) -> None:
        if not given.get("classification"):
            said = now_("Say what kind of summary it is. Single cases are not kept here.")
            self.add_error("classification", said)
        if not given.get("is_without_persons"):
            said = now_("Confirm it, or leave out what is about a case or a person.")
            self.add_error("is_without_persons", said)

    @property
    def finding(self) -> Finding:
        """What a valid form says."""
        given = self.cleaned_data
        of_police = given["source"] in POLICE
        place = self.place_of.get(given.get("place") or "")
        return Finding(
            source=given["source"],
            statement=given["statement"],
            period=given["period"],
            place_stated=given["place_stated"],
            place=place.pk if place else None,
            visibility=Visibility(given["visibility"]),
            method=given["method"],
            n=given["n"],
            confidence=Confidence(given["confidence"]) if given["confidence"] else None,
            limits=given["limits"],
            table=self.table_read,
            classification=Classification(given["classification"]) if of_police else None,
            is_without_persons=of_police and given["is_without_persons"],
            rejected_why=given["rejected_why"] or None,
        )

    @property
    def pictures(self) -> list[Picture]:
        """The picture that was chosen, if any."""
        file: UploadedFile[bytes] | None = self.cleaned_data["picture"]
        return [Picture(file.read(), self.cleaned_data["alt"])] if file else []

    # What the page unfolds: what holds something, or has an error.
    @property
    def police_open(self) -> bool:
        return self["source"].value() in POLICE or self._has(*_POLICE)

    @property
    def found_out_open(self) -> bool:
        return self._has(*_FOUND_OUT)

    @property
    def attached_open(self) -> bool:
        return self._has(*_ATTACHED)

    @property
    def rejected_open(self) -> bool:
        return self._has(*_REJECTED)

    def _has(self, *names: str) -> bool:
        there = [self[name] for name in names if name in self.fields]
        return any(one.errors or one.value() for one in there)


def initial_of(finding: Evidence) -> dict[str, object]:
    """A finding as it stands in the form that corrects it."""
    table = table_of(finding)
    return {
        "home": str(finding.home.public_id),
        "source": finding.source,
        "statement": finding.statement,
        "period": finding.period_stated,
        "place_stated": finding.place_stated,
        "place": str(finding.place.public_id) if finding.place else "",
        "visibility": finding.visibility,
        "classification": finding.classification,
        "method": finding.method,
        "n": finding.n,
        "confidence": finding.confidence,
        "limits": finding.limits,
        "table": written(table) if table else "",
        "rejected_why": finding.rejected_why,
    }


def grouped(sources: dict[str, str]) -> list[tuple[Any, Any]]:
    """The kinds of source by who knows: those who live there, the police, others."""
    said = [(code, name) for code, name in sources.items() if code in VOICES]
    police = [(code, name) for code, name in sources.items() if code in POLICE]
    rest = [(code, name) for code, name in sources.items() if code not in VOICES | POLICE]
    groups = (
        (_("What people have said"), said),
        (_("From the police"), police),
        (_("Other knowledge"), rest),
    )
    return [(name, group) for name, group in groups if group]


def _name(place: Place) -> str:
    """A place and whose it is: squares have the same name in many municipalities."""
    return f"{place.name} ({place.within.short_name or place.within.name})"


def _offer(form: forms.Form, name: str, choices: list[tuple[Any, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = choices
