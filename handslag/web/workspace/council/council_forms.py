"""The words of a council, of a seat and of a group, as forms."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from handslag.domain.council.models import Council, Seat
from handslag.domain.council.rules.drafts import CouncilDraft, SeatDraft
from handslag.domain.council.rules.words import Layer, SeatPlace
from handslag.domain.organisations.models import Organisation
from handslag.web.forms import LockForm
from handslag.web.words.council import LAYERS, PLACES
from handslag.web.workspace import fields

CALLED = _("Write what the council is called.")
A_LIST = _("Choose from the list.")


def organisation(label: fields.Text, required: fields.Text = "") -> Any:
    """One organisation, chosen by its public id."""
    return forms.ModelChoiceField[Organisation](
        queryset=None,
        label=label,
        required=bool(required),
        to_field_name="public_id",
        empty_label="–",
        error_messages={
            "required": required,
            "invalid_choice": A_LIST,
            "invalid_pk_value": A_LIST,
        },
    )


def offer(form: forms.Form, name: str, choices: QuerySet[Organisation]) -> None:
    """Fill the list of organisations of a form."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - made above
    field.queryset = choices


class NewCouncilForm(forms.Form):
    """The little that is needed to begin."""

    name = fields.line(_("What is the council called?"), required=CALLED, max_length=200)
    usual = fields.tick(
        _("Fill it with the seats that most councils have"),
        help_text=_(
            "The chair of the municipal executive board leads, the head of the local police"
            " district is vice chair. You change the seats afterwards."
        ),
        initial=True,
    )


class CouncilForm(LockForm):
    """What a council says of itself."""

    name = fields.line(_("Name"), required=CALLED, max_length=200)
    purpose = fields.words(
        _("What the council is for"), help_text=_("One or two sentences.")
    )
    since_stated = fields.line(
        _("Since when"), help_text=_("In words, for example 1994."), max_length=60
    )
    elected_from = fields.day(_("Elected from"))
    elected_to = fields.day(
        _("Elected until"), help_text=_("We remind you before the elected period ends.")
    )
    charter_text = fields.words(
        _("Rules of procedure"),
        help_text=_("What the council may do, how often it meets, who calls it."),
        rows=8,
    )
    charter_decided = fields.line(
        _("The rules were decided by"),
        help_text=_("For example: the assembly, 2024-03-18 § 22."),
        max_length=200,
    )

    @property
    def draft(self) -> CouncilDraft:
        names = CouncilDraft.__dataclass_fields__
        return CouncilDraft(**{name: self.cleaned_data[name] for name in names})


def initial_of_council(council: Council) -> dict[str, Any]:
    """The words of a council as they stand in its form."""
    names = CouncilDraft.__dataclass_fields__
    return {name: getattr(council, name) for name in (*names, "revision")}


class SeatForm(LockForm):
    """Who sits there, and as what."""

    organisation = organisation(_("Organisation"), _("Choose whose seat it is."))
    function = fields.line(
        _("Function"),
        required=_("Write in which function: the head of schools, for example."),
        help_text=_("The post, not the person: the head of schools, for example."),
        max_length=120,
    )
    place = fields.choice(
        _("Place in the council"), [(one.value, name) for one, name in PLACES.items()]
    )
    is_leading = fields.tick(
        _("It is a leading position"),
        help_text=_(
            "By law partners should be represented by people in leading positions."
        ),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_(
            "The call goes here. Whoever signs in with it can confirm the minutes."
        ),
        error_messages={"invalid": _("Write a whole address, such as name@example.se.")},
    )
    name = fields.line(
        _("Name"),
        help_text=_(
            "Only if you need it. Shown to those who work with the council, never to the"
            " public nor in the minutes, and erased when the seat ends."
        ),
        max_length=120,
    )
    since = fields.day(_("Since"))

    field_order = ["organisation", "function", "place", "is_leading", "email", "name"]

    def __init__(self, *args: Any, among: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organisation", among)

    @property
    def draft(self) -> SeatDraft:
        given = self.cleaned_data
        return SeatDraft(
            place=SeatPlace(given["place"]),
            function=given["function"],
            is_leading=given["is_leading"],
            name=given["name"],
            email=given["email"],
            since=given["since"],
        )


def initial_of_seat(seat: Seat) -> dict[str, Any]:
    """A seat as it stands in its form."""
    names = ("function", "place", "is_leading", "email", "name", "since", "revision")
    return {
        **{name: getattr(seat, name) for name in names},
        "organisation": seat.organisation.public_id,
    }


class EndSeatForm(forms.Form):
    """The last day of a seat."""

    last_day = fields.day(_("Last day"), required=_("Write the last day of the seat."))


class GroupForm(forms.Form):
    """A group below the council."""

    name = fields.line(
        _("Name"), required=_("Write what the group is called."), max_length=200
    )
    layer = fields.choice(
        _("What kind of group?"),
        [(one.value, LAYERS[one]) for one in (Layer.PREPARING, Layer.EST)],
        radio=True,
        initial=Layer.PREPARING.value,
    )
    purpose = fields.words(_("What the group is for"), help_text=_("One or two sentences."))
