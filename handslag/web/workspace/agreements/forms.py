"""The forms of an agreement: begin one, its words and days, who agrees."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import Rule
from handslag.domain.agreements import queries
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.drafts import (
    WordsDraft,
)
from handslag.domain.agreements.rules.words import Prolongation
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import USUALLY_APPROVE
from handslag.web.forms import LockForm
from handslag.web.words.agreements import PROLONGATIONS
from handslag.web.workspace import fields
from handslag.web.workspace.parties import OrganisationsField, home_first, offer
from handslag.web.workspace.promises.set_forms import DaysForm

YEARS = 4
_NAME_MISSING = _("Write what the agreement is called.")


class TermForm(DaysForm):
    """The period, and what happens when nobody signs a new one."""

    prolongation = fields.choice(
        _("What happens after the last day, if no new one is signed?"),
        [(one.value, PROLONGATIONS[one]) for one in Prolongation],
        required=_("Choose what happens after the last day."),
        radio=True,
    )
    prolongation_months = forms.IntegerField(
        label=_("How many months at a time?"),
        help_text=_("Only if it is prolonged some months at a time."),
        required=False,
        min_value=1,
        max_value=120,
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        by_months = given.get("prolongation") == Prolongation.BY_MONTHS
        if by_months and not given.get("prolongation_months"):
            if "prolongation_months" not in self.errors:
                self.add_error("prolongation_months", now_("Write how many months."))
        elif not by_months:
            given["prolongation_months"] = None
        return given


class NewForm(TermForm):
    """The little that is needed to begin; all of it is filled in beforehand."""

    name = fields.line(_("Name"), required=_NAME_MISSING, max_length=200)
    parties = OrganisationsField(
        _("Who agrees?"),
        _("Choose who agrees."),
        help_text=_(
            "Not only the police: landlords, the region, associations. The municipality"
            " and the police approve the text; you can let others do it too."
        ),
    )
    template = fields.tick(
        _("Begin with the words that come with Handslag"),
        help_text=_("Purposes, areas, goals and commitments to overwrite."),
    )

    field_order = [
        "name",
        "period_stated",
        "prolongation",
        "prolongation_months",
        "parties",
    ]

    def __init__(
        self,
        *args: Any,
        parties: QuerySet[Organisation],
        is_annex: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("starts", "ends", *(("template",) if is_annex else ())):
            del self.fields[name]
        self.fields["period_stated"].required = True
        self.fields["period_stated"].error_messages["required"] = _(
            "Write for which time it holds, for example 2027–2030."
        )
        offer(self, "parties", parties)

    def clean(self) -> dict[str, Any]:
        given = {**super().clean(), "starts": None, "ends": None}
        self.cleaned_data = given
        if not self.errors and self.period.rule in {Rule.MISSING, Rule.UNCLEAR}:
            self.add_error(
                "period_stated",
                now_("Write the period so that we can read the days: 2027–2030."),
            )
        return given

    @property
    def draft(self) -> WordsDraft:
        return WordsDraft(
            name=self.cleaned_data["name"], period=self.period, **_prolonged(self)
        )

    def agreed_by(self, home: Organisation) -> list[Organisation]:
        """The parties, the one that keeps the agreement first."""
        return home_first(self.cleaned_data["parties"], home)

    @property
    def approvers(self) -> list[Organisation]:
        """Until something else is chosen; all of them, where none is usual."""
        parties = list(self.cleaned_data["parties"])
        return [one for one in parties if one.kind in USUALLY_APPROVE] or parties


def usual(
    home: Organisation,
    police: Organisation | None,
    parent: Agreement | None,
    today: date,
) -> dict[str, object]:
    """What most would write: four years, and then prolonged."""
    known = queries.facts_for_law({home.pk}, today=today).get(home.pk)
    # What is to replace something begins when that ends; the first begins at once.
    first = today.year + 1 if known and known.in_force else today.year
    if parent is not None:
        return {
            "period_stated": parent.period_stated,
            "prolongation": parent.prolongation,
            "prolongation_months": parent.prolongation_months,
            "parties": [row.organisation.public_id for row in parent.parties.all()],
        }
    return {
        "name": f"Samverkansöverenskommelse {first}–{first + YEARS - 1}",
        "period_stated": f"{first}–{first + YEARS - 1}",
        "prolongation": Prolongation.UNTIL_FURTHER_NOTICE.value,
        "parties": [one.public_id for one in (home, police) if one],
        "template": True,
    }


class WordsForm(TermForm, LockForm):
    """What a draft is called and says of itself, and its days."""

    name = fields.line(_("Name"), required=_NAME_MISSING, max_length=200)
    background = fields.words(
        _("Background"), help_text=_("Why you cooperate. Two or three sentences.")
    )
    vision = fields.words(_("Vision"), help_text=_("How it should be in the end."))
    documentation = fields.words(_("How is the work documented?"), rows=2)
    follow_up = fields.words(_("How is it followed up?"), rows=2)
    follow_up_by = fields.line(
        _("Which functions follow it up?"),
        help_text=_("Functions, not persons: head of administration, head of police."),
        max_length=300,
    )
    follow_up_months = fields.choice(
        _("How often?"),
        [
            ("24", _("every second year")),
            ("12", _("every year")),
            ("6", _("every half year")),
        ],
        required=_("Choose how often it is followed up."),
        radio=True,
    )
    signed_on = fields.day(_("Day of signing"), help_text=_("If it is signed on paper."))
    changes = fields.words(
        _("What is changed since the last one?"), help_text=_("Residents will read it.")
    )

    field_order = [
        *("name", "period_stated", "starts", "ends"),
        *("prolongation", "prolongation_months", "background", "vision"),
        *("documentation", "follow_up", "follow_up_by", "follow_up_months"),
    ]

    def __init__(self, *args: Any, has_predecessor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_predecessor:
            del self.fields["changes"]

    @property
    def draft(self) -> WordsDraft:
        given = {name: self.cleaned_data.get(name, "") for name in _WORDS}
        return WordsDraft(
            period=self.period,
            follow_up_months=int(self.cleaned_data["follow_up_months"]),
            signed_on=self.cleaned_data["signed_on"],
            **given,
            **_prolonged(self),
        )


_WORDS = (
    *("name", "background", "vision", "documentation"),
    *("follow_up", "follow_up_by", "changes"),
)


def words_of(row: Agreement) -> dict[str, Any]:
    """The words of an agreement as they stand in its form."""
    names = (*_WORDS, "period_stated", "starts", "ends", "prolongation")
    return {
        **{name: getattr(row, name) for name in names},
        "prolongation_months": row.prolongation_months,
        "follow_up_months": str(row.follow_up_months),
        "signed_on": row.signed_on,
        "revision": row.revision,
    }


def _prolonged(form: forms.Form) -> dict[str, Any]:
    given = form.cleaned_data
    return {
        "prolongation": Prolongation(given["prolongation"]),
        "prolongation_months": given["prolongation_months"],
    }
