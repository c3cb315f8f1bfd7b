"""The words of a set as a form: what it is called, its period, who gives it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import HAS_END_RULE, Period, Rule, parse
from handslag.domain.agreements.models import Agreement
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.drafts import SetDraft
from handslag.web.forms import LockForm
from handslag.web.workspace import fields
from handslag.web.workspace.parties import OrganisationsField, offer

KEPT_RULES = {Rule.EXTENDED, Rule.APPROXIMATE}


class DaysForm(forms.Form):
    """The period in words, and the days we read from them."""

    period_stated = fields.line(
        _("Period"),
        help_text=_(
            "In words, as you would say it: 2026, or autumn 2026. We read the days from it."
        ),
        max_length=300,
    )
    starts = fields.day(_("First day"), help_text=_("Only if the words do not say it."))
    ends = fields.day(_("Last day"), help_text=_("The last day is part of the period."))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", now_("The last day comes before the first."))
        if ends and given.get("until_replaced"):
            self.add_error(
                "ends", now_("Leave the last day empty if it holds until replaced.")
            )
        read = parse(given.get("period_stated"))
        differs = (starts and starts != read.starts) or (ends and ends != read.ends)
        if read.rule is Rule.FIXED and differs and not given.get("until_replaced"):
            self.add_error(
                "period_stated",
                now_("The words and the days say different things. Change one of them."),
            )
        return given

    @property
    def period(self) -> Period:
        """The period as it is stored: the words beside the days."""
        given = self.cleaned_data
        stated, starts, ends = given["period_stated"], given["starts"], given["ends"]
        read = parse(stated)
        if given.get("until_replaced"):
            begins = starts or read.starts
            return Period(
                stated or now_("until replaced"), begins, None, Rule.UNTIL_REPLACED
            )
        if starts is None and ends is None:
            return read
        starts = starts or read.starts
        rule = read.rule if read.rule in KEPT_RULES else Rule.FIXED
        return Period(
            stated or _days(starts, ends), starts, ends, rule if ends else Rule.OPEN
        )


class PeriodForm(DaysForm):
    """The period of promises, which may hold until there are new ones."""

    until_replaced = fields.tick(_("Holds until replaced by new promises"))


def _days(*both: date | None) -> str:
    return "--".join(day.isoformat() if day else "" for day in both)


class SetWords(PeriodForm):
    """What a set is called and says of itself."""

    name = fields.line(
        _("Name"),
        required=_("Write what the promises are called together."),
        help_text=_("For example: Citizen promises for the centre 2026."),
        max_length=200,
    )
    lead = fields.words(
        _("Introduction"), help_text=_("Two or three sentences to residents.")
    )
    purpose = fields.words(_("Why these promises"))
    district = fields.line(
        _("District"),
        help_text=_("If they hold for a part of the municipality."),
        max_length=200,
    )
    agreement = fields.line(_("Belongs to the cooperation agreement"), max_length=300)
    is_annex = fields.tick(_("It is an annex to the agreement"))
    cooperation_agreement = fields.choice(
        _("The agreement in Handslag"),
        [],
        help_text=_("The page of the promises leads to it while it is public."),
    )
    decided_by = fields.line(
        _("Decided by"), help_text=_("The function, not the person."), max_length=300
    )
    signed_stated = fields.line(_("Signed"), max_length=200)
    signed_on = fields.day(_("Day of signing"))
    announced_on = fields.day(_("Day of publication"))
    follow_up_stated = fields.line(_("How it is followed up, in words"), max_length=300)

    field_order = ["name", "period_stated", "starts", "ends", "until_replaced"]

    def __init__(self, *args: Any, agreements: Iterable[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.number_of = {str(one.public_id): one.pk for one in agreements}
        field = self.fields["cooperation_agreement"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        names = [(str(one.public_id), one.name) for one in agreements]
        field.choices = [("", now_("None")), *names]
        if not names:
            del self.fields["cooperation_agreement"]

    @property
    def draft(self) -> SetDraft:
        given = {name: self.cleaned_data[name] for name in _WORDS}
        chosen = self.number_of.get(self.cleaned_data.get("cooperation_agreement", ""))
        return SetDraft(period=self.period, cooperation_agreement=chosen, **given)


_WORDS = (
    "name",
    "lead",
    "purpose",
    "district",
    "decided_by",
    "signed_stated",
    "signed_on",
    "announced_on",
    "agreement",
    "is_annex",
    "follow_up_stated",
)


class WordsForm(SetWords, LockForm):
    """The same, of a set that two people may be changing."""


GIVERS = (
    _("Who gives the promises?"),
    _("Choose who gives the promises. They are the ones who approve."),
)
ALL_APPROVE = _("Each of them must approve the exact wording.")


class NewSetForm(PeriodForm):
    """The little that is needed to begin. The rest is written on the page of the set."""

    name = fields.line(
        _("Name"),
        required=_("Write what the promises are called together."),
        help_text=_("For example: Citizen promises for the centre 2026."),
        max_length=200,
    )
    areas = OrganisationsField(
        _("Where do they hold?"), _("Choose at least one municipality.")
    )
    parties = OrganisationsField(*GIVERS, help_text=ALL_APPROVE)

    field_order = ["name", "period_stated", "starts", "ends", "until_replaced", "areas"]

    def __init__(
        self,
        *args: Any,
        home: Organisation,
        parties: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        offer(self, "parties", parties)
        if home.kind == Kind.MUNICIPALITY:
            del self.fields["areas"]
        else:
            offer(self, "areas", parties.filter(kind=Kind.MUNICIPALITY))

    @property
    def holds_in(self) -> list[Organisation]:
        """Where the promises hold: in the municipalities that give them. Only the
        police, who serve several, have to say it."""
        if "areas" in self.fields:
            return list(self.cleaned_data["areas"])
        parties = self.cleaned_data["parties"]
        others = [one for one in parties if one.kind == Kind.MUNICIPALITY]
        return [self.home, *(one for one in others if one != self.home)]

    @property
    def draft(self) -> SetDraft:
        return SetDraft(name=self.cleaned_data["name"], period=self.period)


def initial_of(set_: PromiseSet) -> dict[str, Any]:
    """The words of a set as they stand in its form."""
    under = set_.cooperation_agreement
    return {
        **{name: getattr(set_, name) for name in _WORDS},
        "period_stated": set_.period_stated,
        "starts": set_.starts,
        "ends": set_.ends,
        "until_replaced": set_.period_rule in HAS_END_RULE and set_.ends is None,
        "cooperation_agreement": str(under.public_id) if under else "",
        "revision": set_.revision,
    }
