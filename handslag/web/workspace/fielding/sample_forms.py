"""The forms of a sample: the areas, and the list that is drawn from."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.formsets import formset_factory
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.organisations.models import Place
from handslag.domain.surveys.models import Stratum
from handslag.domain.surveys.rules.frames import Columns
from handslag.domain.surveys.services.sampling import StratumDraft
from handslag.web.forms import LockForm
from handslag.web.workspace import fields
from handslag.web.workspace.promises.editor_forms import Fault

MOST_AREAS = 60
MOST_INHABITANTS = 3_000_000
MOST_DRAWN = 100_000


def _whole(label: Any, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )


class AreaRow(forms.Form):
    """One area."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    place = forms.UUIDField(required=False, widget=forms.HiddenInput)
    code = fields.line(pgettext_lazy("sample", "Code"), max_length=40)
    name = fields.line(pgettext_lazy("sample", "Area"), max_length=120)
    inhabitants = _whole(_("Inhabitants of the ages asked"), MOST_INHABITANTS)
    wanted = _whole(_("To draw"), MOST_DRAWN)

    @property
    def is_given(self) -> bool:
        return bool(self.cleaned_data.get("name") or self.cleaned_data.get("code"))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        numbers = given.get("inhabitants") or given.get("wanted")
        if numbers and not (given.get("name") or given.get("code")):
            self.add_error("name", now_("Say which area the numbers are for."))
        return given

    @property
    def draft(self) -> StratumDraft:
        given = self.cleaned_data
        return StratumDraft(
            key=given["key"],
            code=given["code"] or given["name"][:40],
            name=given["name"] or given["code"],
            inhabitants=given["inhabitants"] or 0,
            wanted=given["wanted"] or 0,
            place=given["place"],
        )


class TotalForm(LockForm):
    """How many in all, when they are to be shared out."""

    total = _whole(_("Share out this many by inhabitants"), MOST_DRAWN)


class AreasForm:
    """All areas, as one. To the summary of errors it looks like a form."""

    def __init__(
        self, revision: int, strata: Sequence[Stratum], typed: QueryDict | None = None
    ) -> None:
        self.form = TotalForm(typed, initial={"revision": revision})
        made = formset_factory(
            AreaRow,
            extra=3,
            max_num=MOST_AREAS,
            absolute_max=MOST_AREAS,
            validate_max=True,
        )
        self.rows: forms.BaseFormSet[Any] = made(
            typed, prefix="omrade", initial=[_initial(one) for one in strata]
        )

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.rows.is_valid()])

    def add_error(self, field: str | None, said: Any) -> None:
        self.form.add_error(field, said)

    @cached_property
    def is_bound(self) -> bool:
        return self.form.is_bound

    @property
    def errors(self) -> bool:
        return self.is_bound and not (self.is_valid() and self.form.is_valid())

    @property
    def non_field_errors(self) -> list[str]:
        said = [*self.form.non_field_errors(), *self.rows.non_form_errors()]
        said += [one for row in self.rows for one in row.non_field_errors()]
        return [str(one) for one in said]

    def __iter__(self) -> Iterator[Fault]:
        for field in self.form:
            yield Fault(str(field.label), field.auto_id, field.errors)
        for nr, row in enumerate(self.rows, start=1):
            for field in row:
                yield Fault(f"{field.label} ({nr})", field.auto_id, field.errors)

    @property
    def drafts(self) -> list[StratumDraft]:
        return [row.draft for row in self.rows if row.is_given]


def _initial(one: Stratum) -> dict[str, object]:
    return {
        "key": one.public_id,
        "place": one.place.public_id if one.place else None,
        "code": one.code,
        "name": one.name,
        "inhabitants": one.inhabitants,
        "wanted": one.wanted,
    }


def from_places(places: Sequence[Place]) -> list[StratumDraft]:
    """An area for each place of the municipality that people live in."""
    return [
        StratumDraft(None, one.name[:40], one.name, one.population or 0, 0, one.public_id)
        for one in {place.name: place for place in places}.values()
    ][:MOST_AREAS]


class FileForm(forms.Form):
    """The list as a file, and which of its columns are read."""

    file = fields.upload(
        _(
            "CSV or Excel (.xlsx), at most 10 MB. The first line is headings. One line"
            " for each person."
        )
    )
    area = fields.line(
        _("The column that says the area"),
        help_text=_("The code or the name of the area. Empty: we look for it ourselves."),
        max_length=80,
    )
    address = fields.line(
        _("The columns of the address"),
        help_text=_(
            "A semicolon begins a new line on the letter, a plus sign goes on:"
            " name; street; postcode + town. Empty: we look for them ourselves."
        ),
        max_length=300,
    )
    leave_out = fields.tick(_("Leave out the lines in which something is wrong"))

    def columns(self, found: Columns) -> Columns:
        given = self.cleaned_data
        return Columns(given["area"] or found.area, given["address"] or found.address)


class PaperForm(forms.Form):
    """How many lines the list of each area has."""

    def __init__(self, *args: Any, strata: Sequence[Stratum], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.strata = {f"lines-{one.public_id}": one for one in strata}
        for name, one in self.strata.items():
            self.fields[name] = _whole(
                now_("Lines in the list of %(area)s") % {"area": one.name}, MOST_INHABITANTS
            )

    @property
    def there(self) -> dict[str, int]:
        return {one.code: self.cleaned_data[name] or 0 for name, one in self.strata.items()}
