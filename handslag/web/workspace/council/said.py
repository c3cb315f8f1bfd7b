"""Sentences that pages about the council begin with."""

from datetime import date, datetime

from django.utils.dateformat import format as date_words
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from handslag.domain.council.rules.meetings import Shares
from handslag.web.answers import capital, number
from handslag.web.ui.templatetags.ui import clock, swedish_date
from handslag.web.words.council import with_late


def weekday_of(at: datetime) -> str:
    """ "torsdag 3 december 2026 kl. 13.00" """
    day = localtime(at)
    return _("%(weekday)s %(day)s at %(time)s") % {
        "weekday": date_words(day, "l").lower()
        if get_language() == "sv"
        else date_words(day, "l"),
        "day": swedish_date(day.date()),
        "time": clock(at),
    }


def when_next(at: datetime | None) -> str:
    """When the council meets next."""
    if at is None:
        return _("No meeting is in the calendar.")
    return _("Next meeting: %(when)s.") % {"when": weekday_of(at)}


def how_many_open(count: int, late: int) -> str:
    """How many tasks are open, and how many of them are late."""
    if not count:
        return _("No task is open.")
    said = ngettext("One task is open", "%(n)s tasks are open", count) % {
        "n": number(count)
    }
    return with_late(capital(said), count, late, number(late))


def what_for(shares: Shares) -> str:
    """What the meeting is for: how much of it is listening."""
    if not shares.total:
        return ""
    return _(
        "Of %(total)s items, %(decide)s are to decide, %(discuss)s to discuss and"
        " %(inform)s for information."
    ) % {
        "total": shares.total,
        "decide": shares.decide,
        "discuss": shares.discuss,
        "inform": shares.inform,
    }


def only_information(shares: Shares) -> str:
    """Councils slide into listening: say it before it happens."""
    if not shares.is_information_meeting:
        return ""
    return _(
        "More than half of the meeting is information. Send it out beforehand, and use the"
        " time to decide."
    )


def late_since(due_on: date, today: date) -> str:
    """A sentence in the attention colour, or nothing."""
    if due_on >= today:
        return ""
    return _("Should have been done by %(day)s") % {"day": swedish_date(due_on)}
