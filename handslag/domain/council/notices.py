"""Who is told what about the council. Decides nothing.

The addresses here are promises too: letters are kept. A test opens each of them.
"""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _

from handslag.core.mail.services import post_letter
from handslag.core.periods import STOCKHOLM
from handslag.domain.council.models import AgendaItem, Meeting, MeetingSlug, Seat
from handslag.domain.organisations.models import Slug

ABOUT = "council"


def called(
    meeting: Meeting, items: Iterable[AgendaItem], seats: Iterable[Seat], *, again: bool
) -> None:
    """The call, with the agenda and where the meeting is found for a calendar."""
    subject = (
        _("Changed call: %(council)s, %(day)s")
        if again
        else _("Call: %(council)s, %(day)s")
    )
    agenda = "\n".join(_line(nr, item) for nr, item in enumerate(items, start=1))
    body = _(
        "You are called to %(council)s.\n\nWhen: %(when)s\nWhere: %(place)s\n\n%(note)s"
        "Agenda\n%(agenda)s\n\nPut it in your calendar:\n%(calendar)s\n\n"
        "If you have an account you read more here:\n%(address)s"
    ) % {
        "council": meeting.council.name,
        "when": when(meeting),
        "place": meeting.place or _("to be announced"),
        "note": f"{meeting.note}\n\n" if meeting.note else "",
        "agenda": agenda,
        "calendar": calendar_address(meeting),
        "address": work_address(meeting),
    }
    _post(meeting, seats, subject, body)


def _line(nr: int, item: AgendaItem) -> str:
    """An item and, below it, where to read what it is about."""
    if not item.link:
        return f"{nr}. {item.title}"
    ours = settings.PUBLIC_ADDRESS if item.link.startswith("/") else ""
    return f"{nr}. {item.title}\n   {ours}{item.link}"


def cancelled(meeting: Meeting, seats: Iterable[Seat]) -> None:
    """Those who were called are told that the meeting is off."""
    _post(
        meeting,
        seats,
        _("Called off: %(council)s, %(day)s"),
        _("The meeting of %(council)s on %(when)s is called off.")
        % {"council": meeting.council.name, "when": when(meeting)},
    )


def adjustment_asked(meeting: Meeting, seats: Iterable[Seat]) -> None:
    """Those chosen to adjust the minutes are asked to read them."""
    _post(
        meeting,
        seats,
        _("Minutes to adjust: %(council)s, %(day)s"),
        _(
            "You were chosen to adjust the minutes of %(council)s, %(when)s.\n\n"
            "Read and confirm them here, or tell the secretary that they are right:\n"
            "%(address)s"
        )
        % {
            "council": meeting.council.name,
            "when": when(meeting),
            "address": work_address(meeting),
        },
    )


def _post(meeting: Meeting, seats: Iterable[Seat], subject: str, body: str) -> None:
    told = {seat.email for seat in seats}
    day = meeting.starts_at.astimezone(STOCKHOLM).date().isoformat()
    for address in sorted(told):
        post_letter(
            to=address,
            subject=subject % {"council": meeting.council.name, "day": day},
            body=body,
            about=ABOUT,
        )


def when(meeting: Meeting) -> str:
    """ "2026-12-03 13.00–15.00" """
    starts = meeting.starts_at.astimezone(STOCKHOLM)
    said = f"{starts:%Y-%m-%d %H.%M}"
    if meeting.ends_at is None:
        return said
    return f"{said}–{meeting.ends_at.astimezone(STOCKHOLM):%H.%M}"


def work_address(meeting: Meeting) -> str:
    """Where those with an account read of the meeting."""
    return f"{settings.PUBLIC_ADDRESS}/arbete/radet/mote/{meeting.public_id}/"


def calendar_address(meeting: Meeting) -> str:
    """A file for any calendar; a meeting that is not public is fetched signed in."""
    here = MeetingSlug.objects.filter(
        meeting=meeting, municipality=meeting.council.home, current=True
    ).first()
    slug = Slug.objects.filter(organisation=meeting.council.home, current=True).first()
    if here is None or slug is None or not meeting.is_public:
        return f"{work_address(meeting)}kalender.ics"
    return f"{settings.PUBLIC_ADDRESS}/{slug.slug}/radet/{here.slug}/kalender.ics"
