"""The forms of each step with an incident."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from handslag.domain.incidents import queries
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Outcome
from handslag.web.forms import LockForm
from handslag.web.words.incidents import OUTCOMES
from handslag.web.workspace import fields

TOLD = _(
    "Whoever reported it reads this. Write about the place, and name nobody. What you "
    "write becomes a document of the municipality."
)


class PlainForm(LockForm):
    """A step with nothing to fill in."""


class WordsForm(LockForm):
    """A step that may be told in words."""

    words = fields.words(_("What do you want to say?"), help_text=TOLD, rows=4)


class MeasureForm(LockForm):
    """What was done."""

    words = fields.words(
        _("What was done?"), required=_("Write what was done."), help_text=TOLD, rows=4
    )


class CloseForm(LockForm):
    """How it ended."""

    outcome = fields.choice(
        _("How did it end?"),
        [(one.value, name) for one, name in OUTCOMES.items()],
        required=_("Say how it ended."),
        radio=True,
    )
    words = fields.words(_("What is done, or why not?"), help_text=TOLD, rows=4)

    @property
    def outcome_said(self) -> Outcome:
        return Outcome(self.cleaned_data["outcome"])


class AssignForm(LockForm):
    """Whose task it is, and by when."""

    owner = fields.choice(
        _("Whose task is this?"), [], required=_("Choose whose task it is.")
    )
    due = fields.day(_("By when"), required=_("Write by which day it is done."))

    def __init__(self, *args: object, incident: Incident, today: date, **more: object):
        super().__init__(*args, **more)  # type: ignore[arg-type]
        rows = queries.may_own(incident.within_id, today=today)
        self.owners = {str(one.public_id): one for one in rows}
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *((key, one.name) for key, one in self.owners.items()),
        ]


def first_due(incident: Incident, today: date) -> date:
    """By when, if nobody says otherwise: as long as the municipality gives itself."""
    desk = getattr(incident.within, "desk", None)
    return today + timedelta(days=desk.days if desk else 14)
