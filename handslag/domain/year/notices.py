"""Who is told what about the days to come: one letter a day to each, with all of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.deadlines import Deadline
from handslag.core.mail.services import post_letter
from handslag.domain.year.queries.reminders import Due, Recipient

ABOUT = "year"

# What a deadline is called, in the language that is spoken just then.
Naming = Callable[[Deadline], str]


@dataclass(frozen=True, slots=True)
class Letter:
    """All that one person is told on one day."""

    to: str
    subject: str
    body: str


def letters(
    due: Iterable[Due],
    known: Mapping[int, list[Recipient]],
    *,
    homes: Mapping[int, str],
    naming: Naming,
    today: date,
) -> list[Letter]:
    """One letter to each, whatever number of things it is about."""
    told: defaultdict[Recipient, list[Due]] = defaultdict(list)
    for one in due:
        for recipient in {who for to in one.to for who in known.get(to, [])}:
            told[recipient].append(one)
    ordered = sorted(told.items(), key=lambda item: item[0].email)
    return [_letter(who, things, homes, naming, today) for who, things in ordered]


def send(letters_: Iterable[Letter]) -> None:
    """Put them in the outbox."""
    for one in letters_:
        post_letter(to=one.to, subject=one.subject, body=one.body, about=ABOUT)


def _letter(
    who: Recipient,
    due: list[Due],
    homes: Mapping[int, str],
    naming: Naming,
    today: date,
) -> Letter:
    with translation.override(who.language):
        due = sorted(due, key=lambda one: (one.is_escalation, one.deadline.due_on))
        late = sum(one.deadline.due_on < today for one in due)
        subject = (
            ngettext("%(count)s thing is late", "%(count)s things are late", late)
            if late
            else ngettext(
                "%(count)s day to keep is near", "%(count)s days to keep are near", len(due)
            )
        ) % {"count": late or len(due)}
        lines = [_lines(one, homes, naming, today) for one in due]
        return Letter(who.email, subject, "\n\n".join([*lines, _foot()]))


def _lines(one: Due, homes: Mapping[int, str], naming: Naming, today: date) -> str:
    deadline = one.deadline
    said = [
        ": ".join(part for part in (homes.get(deadline.home), naming(deadline)) if part),
        _how_long(deadline.due_on, today),
    ]
    if one.is_escalation:
        said.append(
            _("Nothing has been reported for four weeks. You are told as the other party.")
        )
    elif deadline.function:
        said.append(_("Responsible: %(function)s") % {"function": deadline.function})
    return "\n".join([*said, f"{settings.PUBLIC_ADDRESS}{deadline.path}"])


def _how_long(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if days == 0:
        return _("Today, %(day)s.") % {"day": date_words(due_on, "j F Y")}
    if days > 0:
        said = ngettext("In %(count)s day, %(day)s.", "In %(count)s days, %(day)s.", days)
    else:
        said = ngettext(
            "Late by %(count)s day, since %(day)s.",
            "Late by %(count)s days, since %(day)s.",
            -days,
        )
    return said % {"count": abs(days), "day": date_words(due_on, "j F Y")}


def _foot() -> str:
    return _(
        "You get at most one such letter a day: six, three and one month before a day, "
        "and each week when it is late."
    )
