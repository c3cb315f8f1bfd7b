"""What a resident who left an address, one whose task it is, and one who reports in
service are told.

Decides nothing.

No letter says what was reported, where, or the code of the receipt: letters are read on
the way. They say that something has happened, and on which page the code opens it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.dateformat import format as date_words
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from handslag.core.access import Act
from handslag.core.accounts.models import Person
from handslag.core.mail.services import post_letter
from handslag.domain.incidents.models import Contact, Incident, Report
from handslag.domain.incidents.queries.receipts import letter_token
from handslag.domain.incidents.queries.tasks import Tasks
from handslag.domain.incidents.rules import Phase
from handslag.domain.incidents.rules.fates import Fate, Told, total
from handslag.domain.incidents.rules.receipts import Wanted
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import people_who

ABOUT = "report"
TASK = "report_task"
FEEDBACK = "report_month"
HERE = "/arbete/rapporter/"

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
_MADE_UP = gettext_lazy("Made up for the demonstration. Nothing here has happened.")
_FATES: Mapping[Fate, Promise] = {
    Fate.FIXED: gettext_lazy("Fixed"),
    Fate.PARTLY: gettext_lazy("Partly fixed"),
    Fate.MEASURE: gettext_lazy("A measure was taken"),
    Fate.OPEN: pgettext_lazy("what became of it", "Not closed yet"),
    Fate.NOTED: gettext_lazy("Noted, used in the situational picture"),
    Fate.NOT_OURS: gettext_lazy("Not ours to do"),
    Fate.WILL_NOT: gettext_lazy("Will not be done"),
}


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
    return f"{HERE}{incident.public_id}/"


def tasks_came(owner: Organisation, tasks: Sequence[Tasks], *, today: date) -> int:
    """The function of the owner that takes care of letters; where there is none, those
    who deal with reports. Answers how many letters it was."""
    people = {owner.contact_email: "sv"} if owner.contact_email else {}
    if not people:
        who = people_who(Act.HANDLE_REPORTS, owner, today=today)
        people = {row.person.email: row.person.language for row in who}
    for email, language in sorted(people.items()):
        with translation.override(language):
            _post_tasks(email, owner, tasks)
    return len(people)


def _post_tasks(to: str, owner: Organisation, tasks: Sequence[Tasks]) -> None:
    n = sum(one.n for one in tasks)
    subject = ngettext("%(n)s new task", "%(n)s new tasks", n)
    body = _(
        "By the rules of those who receive reports these have come to %(owner)s:\n\n"
        "%(tasks)s\n\nRead what they are about and say what you do:\n%(address)s"
    )
    lines = [_tasks_line(one) for one in tasks]
    parts = [
        body
        % {
            "owner": owner.name,
            "tasks": "\n".join(lines),
            "address": f"{settings.PUBLIC_ADDRESS}{HERE}?mine=on&phase=open",
        },
        *([str(_MADE_UP)] if any(one.is_example for one in tasks) else []),
    ]
    post_letter(to=to, subject=subject % {"n": n}, body="\n\n".join(parts), about=TASK)


def _tasks_line(one: Tasks) -> str:
    said = ngettext("%(home)s: %(n)s event", "%(home)s: %(n)s events", one.n)
    line = f"– {said % {'home': one.within, 'n': one.n}}"
    if one.first_due is None:
        return line
    due = {"day": date_words(one.first_due, "j F Y")}
    return f"{line}. {_('The first is due on %(day)s.') % due}"


@dataclass(frozen=True, slots=True)
class Month:
    """What one reporter is told of a month: what was reported in it, and with how many
    earlier ones something was done."""

    organisation: Organisation
    month: date
    reported: Sequence[Told]
    earlier: int
    made_up: bool


def month_told(person: Person, about: Month) -> None:
    """How many, and what became of them. What it was about stands on the page alone."""
    with translation.override(person.language):
        month = {"month": date_words(about.month, "F Y")}
        lines = [
            *_reported(about, month),
            *_earlier(about, month),
            _("What it was about, and what was answered, you read here:\n%(address)s")
            % {
                "address": f"{settings.PUBLIC_ADDRESS}{HERE}aterkoppling/"
                f"?manad={about.month:%Y-%m}"
            },
            _("You get this letter at most once a month. You end it on the same page."),
            *([str(_MADE_UP)] if about.made_up else []),
        ]
        post_letter(
            to=person.email,
            subject=_("What became of what you reported: %(month)s") % month,
            body="\n\n".join(lines),
            about=FEEDBACK,
        )


def _reported(about: Month, month: Mapping[str, str]) -> list[str]:
    if not about.reported:
        return []
    whole = total(about.reported)
    said = ngettext(
        "In %(month)s you reported %(n)s event in the service of %(organisation)s.",
        "In %(month)s you reported %(n)s events in the service of %(organisation)s.",
        whole.reported,
    ) % {**month, "n": whole.reported, "organisation": about.organisation.name}
    fates = Counter(one.fate for one in about.reported)
    became = "\n".join(f"– {_FATES[one]}: {fates[one]}" for one in Fate if fates[one])
    found = [said, became]
    if whole.days is not None:
        half = ngettext(
            "Half of those that were answered had a first answer within %(days)s day.",
            "Half of those that were answered had a first answer within %(days)s days.",
            whole.days,
        )
        found.append(half % {"days": whole.days})
    return found


def _earlier(about: Month, month: Mapping[str, str]) -> list[str]:
    if not about.earlier:
        return []
    said = ngettext(
        "Something was done in %(month)s with %(n)s event that you had reported before.",
        "Something was done in %(month)s with %(n)s events that you had reported before.",
        about.earlier,
    )
    return [said % {**month, "n": about.earlier}]
