"""A finding as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Classification, Finding, Visibility
from handslag.domain.organisations.models import Organisation
from handslag.web.words.evidence import CLASSIFICATIONS, VISIBILITIES
from handslag.web.workspace import fields


class FindingForm(forms.Form):
    """One finding: where it comes from and what it says."""

    home = fields.choice(
        _("Whose finding is it?"), [], required=_("Choose an organisation.")
    )
    source = fields.choice(
        _("Where does it come from?"), [], required=_("Choose where it comes from.")
    )
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
    classification = fields.choice(
        _("What kind of summary is it?"),
        [("", _("Not from the police"))]
        + [(word.value, name) for word, name in CLASSIFICATIONS.items()],
    )
    is_without_persons = fields.tick(_("No case and no person is in it"))
    visibility = fields.choice(
        _("Who may see it?"),
        [(word.value, name) for word, name in VISIBILITIES.items()],
        required=_("Choose who may see it."),
        radio=True,
        initial=Visibility.PARTIES.value,
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
        _offer(self, "source", [("", _("Choose")), *sources.items()])
        if len(homes) == 1:
            self.fields["home"].widget = forms.HiddenInput()
            self.fields["home"].initial = str(homes[0].public_id)

    @property
    def home_chosen(self) -> Organisation:
        return self.home_of[self.cleaned_data["home"]]

    @property
    def finding(self) -> Finding:
        """What a valid form says."""
        given = self.cleaned_data
        classification = given["classification"]
        return Finding(
            source=given["source"],
            statement=given["statement"],
            period=given["period"],
            place_stated=given["place_stated"],
            visibility=Visibility(given["visibility"]),
            classification=Classification(classification) if classification else None,
            is_without_persons=given["is_without_persons"],
        )


def initial_of(finding: Evidence) -> dict[str, object]:
    """A finding as it stands in the form that corrects it."""
    return {
        "home": str(finding.home.public_id),
        "source": finding.source,
        "statement": finding.statement,
        "period": finding.period_stated,
        "place_stated": finding.place_stated,
        "visibility": finding.visibility,
    }


def _offer(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = choices
