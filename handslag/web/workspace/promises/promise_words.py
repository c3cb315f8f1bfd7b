"""The words of one promise as a form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.promises.rules.words import Condition
from handslag.web.forms import LockForm
from handslag.web.words.promises import CONDITIONS
from handslag.web.workspace import fields


class PromiseWords(forms.Form):
    """What is said of the promise itself."""

    text = fields.words(
        _("What do you promise?"),
        required=_("Write what you promise."),
        help_text=_("As residents will read it. One or two sentences."),
        rows=4,
    )
    heading = fields.line(
        _("Short heading"), help_text=_("A few words for lists."), max_length=200
    )
    number = forms.IntegerField(
        label=_("Number of the promise"),
        help_text=_("Only if you number the promises yourselves."),
        required=False,
        min_value=1,
        max_value=999,
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    place_stated = fields.line(
        _("Where?"), help_text=_("A square, a street, a village."), max_length=400
    )
    place = fields.choice(
        _("Place on the map"),
        [],
        help_text=_("Then the public page shows where it is. The words above stay."),
    )
    when_stated = fields.line(
        _("When?"),
        help_text=_("If not the whole period: during the summer."),
        max_length=300,
    )
    binds = fields.choice(
        _("When does it hold?"),
        [(one.value, CONDITIONS[one]) for one in Condition],
        required=_("Choose when it holds."),
        radio=True,
    )
    condition = fields.line(
        _("If what happens, or who asks?"),
        help_text=_("For example: if snow falls during the market."),
        max_length=300,
    )
    purpose = fields.words(_("Why do you promise this?"))
    measure = fields.choice(
        _("Which measure of the plan does it answer to?"),
        [],
        help_text=_("The measure says which problem, cause and goal."),
    )
    problem = fields.choice(
        _("Or only which problem?"), [], help_text=_("If no measure of the plan fits.")
    )
    focus = fields.choice(_("Focus area"), [])
    activity_types = forms.MultipleChoiceField(
        label=_("What kind of thing is done?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    findings = forms.MultipleChoiceField(
        label=_("What does it rest on?"),
        help_text=_("Only findings that anyone may see are shown in public."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_sensitive = fields.tick(
        _("The numbers can concern a few persons"),
        help_text=_(
            "About victims or treatment, for example. Then counts below five, and the "
            "notes beside them, are not shown in public."
        ),
    )


class PromiseForm(PromiseWords, LockForm):
    """The same, of a promise that two people may be changing."""


# Columns of a promise that have a field of the same name.
SAME_NAME = ("text", "heading", "number", "purpose", "focus", "condition", "is_sensitive")
