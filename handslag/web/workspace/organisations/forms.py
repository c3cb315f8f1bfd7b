"""Contact ways and roles as forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.core.access import Role
from handslag.domain.organisations.models import ROLE_NAMES
from handslag.web.workspace import fields

AN_ADDRESS = _("Write an e-mail address, for example name@example.se.")


class ContactForm(forms.Form):
    """How the public reaches the organisation."""

    name = fields.line(
        _("Function"),
        help_text=_("The function, not the person: the safety coordinator."),
        max_length=120,
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, error_messages={"invalid": AN_ADDRESS}
    )
    phone = fields.line(_("Telephone"), max_length=40)


class InviteForm(forms.Form):
    """Someone new, or someone with an account already, and their role."""

    name = fields.line(_("Name"), required=_("Write the name."), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("They sign in with it. Whoever has an account keeps it."),
        error_messages={"required": _("Write the e-mail address."), "invalid": AN_ADDRESS},
    )
    role = fields.choice(
        _("Role"),
        [(role.value, ROLE_NAMES[role]) for role in Role],
        required=_("Choose a role."),
        radio=True,
    )
    since = fields.day(_("From"), required=_("Write from which day."))


class EndForm(forms.Form):
    """The last day someone holds a role."""

    last_day = fields.day(
        _("Last day"),
        required=_("Write the last day."),
        help_text=_("The role is held to and including this day."),
    )
