"""What a resident who left an address, and one whose task it is, are told.

Decides nothing.

No letter says what was reported, where, or the code of the receipt: letters are read on
the way. They say that something has happened, and on which page the code opens it.
"""

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.dateformat import format as date_words
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.core.access import Act
from handslag.core.mail.services import post_letter
from handslag.domain.incidents.models import Contact, Incident, Report
from handslag.domain.incidents.queries.receipts import letter_token
from handslag.domain.incidents.rules import Phase
from handslag.domain.incidents.rules.receipts import Wanted
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import people_who

ABOUT = "report"
TASK = "report_task"

_SAID: Mapping[Phase, Promise] = {
    Phase.NEW: gettext_lazy("It has been looked at."),
    Phase.ASSIGNED: gettext_lazy("It is with the one whose task it is."),
    Phase.UNDERWAY: gettext_lazy("Work with it goes on."),
    Phase.CLOSED: gettext_lazy("It is closed. The page says how it ended, and why."),
}
_ASKS = gettext_lazy(
    "Did it get better? Choose one of these:\nYes: %(yes)s\nPartly: %(partly)s\nNo: %(no)s"
)
_BODY = gettext_lazy(
    "Something has happened with the report you sent to %(municipality)s on %(day)s."
    "\n\n%(said)s\n\n"
    "Type the code of your receipt here to see more:\n%(address)s\n\n"
    "Neither what you wrote nor your code stands in this letter."
)
_STOP = gettext_lazy("No more letters about this report:\n%(stop)s")


def step_taken(report: Report, phase: Phase, *, asks_if_better: bool) -> None:
    """Something was done. When all is closed: did it get better?"""
    _post(report, _SAID[phase], asks_if_better=asks_if_better)


def question_asked(report: Report) -> None:
    """Those who handle the report have asked something."""
    _post(
        report,
        gettext_lazy("There is a question to you. You answer without saying who you are."),
    )


def _post(report: Report, said: Promise, *, asks_if_better: bool = False) -> None:
    contact = Contact.objects.filter(report=report).first()
    if contact is None:
        return
    with translation.override(report.language):
        day = date_words(localtime(report.sent_at), "j F Y")
        about = {
            "municipality": report.within.name,
            "day": day,
            "said": said,
            "address": f"{_here(report)}kvitto/",
            **{one.value: _link(report, one) for one in Wanted},
        }
        parts = [_BODY, *([_ASKS] if asks_if_better else []), _STOP]
        post_letter(
            to=contact.email,
            subject=_("Your report on %(day)s") % {"day": day},
            body="\n\n".join(str(part) % about for part in parts),
            about=ABOUT,
        )


def _link(report: Report, wanted: Wanted) -> str:
    return f"{_here(report)}brev/{letter_token(report, wanted)}/"


def _here(report: Report) -> str:
    """Where residents report, in the language of the report."""
    slug = report.within.slugs.get(current=True).slug
    english = "/en" if report.language == "en" else ""
    return f"{settings.PUBLIC_ADDRESS}{english}/{slug}/rapportera/"


def task_came(owner: Organisation, incident: Incident, *, today: date) -> None:
    """Those of the owner who deal with reports; where there is none, its own address."""
    people = {
        row.person.email: row.person.language
        for row in people_who(Act.HANDLE_REPORTS, owner, today=today)
    }
    if not people and owner.contact_email:
        people = {owner.contact_email: "sv"}
    for email, language in sorted(people.items()):
        with translation.override(language):
            due = date_words(incident.due, "j F Y") if incident.due else ""
            body = _(
                "%(municipality)s has given %(owner)s a task: an event that was reported.\n"
                "%(due)s\nRead what it is about and say what you do:\n%(address)s"
            ) % {
                "municipality": incident.within.name,
                "owner": owner.name,
                "due": _("It is due on %(day)s.") % {"day": due} if due else "",
                "address": f"{settings.PUBLIC_ADDRESS}{_address(incident)}",
            }
            subject = _("A task from %(municipality)s") % {
                "municipality": incident.within.name
            }
            post_letter(to=email, subject=subject, body=body, about=TASK)


def _address(incident: Incident) -> str:
    return f"/arbete/rapporter/{incident.public_id}/"
