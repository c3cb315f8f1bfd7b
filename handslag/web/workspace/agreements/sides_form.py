"""What each party undertakes, its place in their steering and whom they have appointed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.agreements.models import Agreement, AgreementParty
from handslag.domain.agreements.rules.drafts import PartyDraft, as_lines, lines
from handslag.web.forms import LockForm
from handslag.web.workspace import fields

_LONGEST = 1000
_OF_A_PARTY = (
    *("commitments", "steering"),
    *("contact_function", "contact_email", "contact_phone"),
)


def _not_too_long(text: str) -> None:
    if any(len(line) > _LONGEST for line in lines(text)):
        raise ValidationError(
            now_("A line may have at most %(n)s characters.") % {"n": _LONGEST}
        )


@dataclass(frozen=True, slots=True)
class Side:
    """The fields of one party, as they stand together on the page."""

    name: str
    fields: tuple[forms.BoundField, ...]


class SidesForm(LockForm):
    """One group of fields for each party, and one for them all."""

    together = fields.words(
        _("What do you all do together?"),
        help_text=_("One on each line."),
        validators=[_not_too_long],
    )

    def __init__(
        self, *args: Any, parties: Iterable[AgreementParty], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parties = list(parties)
        for nr, _party in enumerate(self.parties, start=1):
            self.fields.update(
                {f"{name}_{nr}": field for name, field in _fields_of_a_party().items()}
            )

    @property
    def sides(self) -> Iterator[Side]:
        for nr, party in enumerate(self.parties, start=1):
            bound = tuple(self[f"{name}_{nr}"] for name in _OF_A_PARTY)
            yield Side(party.organisation.name, bound)

    @property
    def all_together(self) -> list[str]:
        return lines(self.cleaned_data["together"])

    @property
    def drafts(self) -> dict[int, PartyDraft]:
        given = self.cleaned_data
        return {
            party.organisation_id: PartyDraft(
                commitments=lines(given[f"commitments_{nr}"]),
                **{name: given[f"{name}_{nr}"] for name in _OF_A_PARTY[1:]},
            )
            for nr, party in enumerate(self.parties, start=1)
        }


def sides_of(row: Agreement, parties: Iterable[AgreementParty]) -> dict[str, Any]:
    """What the parties undertake, as it stands in the form."""
    found: dict[str, Any] = {"revision": row.revision}
    undertaken = list(row.commitments.all())
    found["together"] = as_lines(one for one in undertaken if one.party_id is None)
    for nr, party in enumerate(parties, start=1):
        own = [one for one in undertaken if one.party_id == party.pk]
        found[f"commitments_{nr}"] = as_lines(own)
        found.update({f"{name}_{nr}": getattr(party, name) for name in _OF_A_PARTY[1:]})
    return found


def _fields_of_a_party() -> dict[str, forms.Field]:
    return {
        "commitments": fields.words(
            _("Commitments"), help_text=_("One on each line."), validators=[_not_too_long]
        ),
        "steering": fields.words(
            _("Place in the party's ordinary steering"),
            help_text=_("For example: taken into the yearly plan and budget."),
            rows=2,
        ),
        "contact_function": fields.line(
            _("Appointed contact"),
            help_text=_("The function, not the person. Everyone can read it."),
            max_length=120,
        ),
        "contact_email": forms.EmailField(
            label=_("E-mail"),
            required=False,
            error_messages={
                "invalid": _("Write an e-mail address, for example name@example.se.")
            },
        ),
        "contact_phone": fields.line(_("Telephone"), max_length=40),
    }
