"""What those who have a place are told. Decides nothing."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from handslag.core.mail.services import post_letter
from handslag.domain.dialogues.models import Meeting, SignUp
from handslag.domain.dialogues.published import span
from handslag.domain.dialogues.queries import cancel_token

ABOUT = "dialogues"

_CONFIRMED = (
    _("Your place: %(title)s"),
    _(
        "You have a place at %(title)s.\n\n%(when)s\n%(where)s\n\n"
        "Add it to your calendar:\n%(calendar)s\n\n"
        "If you cannot come, give the place to somebody else:\n%(cancel)s\n\n"
        "We keep your address until a week after the meeting, and use it for this only."
    ),
)
_REMINDED = (
    _("Soon: %(title)s"),
    _(
        "You have a place at %(title)s.\n\n%(when)s\n%(where)s\n\n"
        "If you cannot come, give the place to somebody else:\n%(cancel)s"
    ),
)
_MOVED = (
    _("New time or place: %(title)s"),
    _(
        "%(title)s has been moved. This holds now:\n\n%(when)s\n%(where)s\n\n"
        "Your place is kept. Add the new time to your calendar:\n%(calendar)s\n\n"
        "If you cannot come, give the place to somebody else:\n%(cancel)s"
    ),
)
_CALLED_OFF = (
    _("Called off: %(title)s"),
    _(
        "%(title)s will not be held at the time you signed up for:\n\n%(when)s\n"
        "%(where)s\n\n"
        "See what else one can take part in:\n%(all)s\n\nYour address has been deleted."
    ),
)


def confirmed(row: SignUp) -> None:
    """A place has been taken."""
    _post(row, *_CONFIRMED)


def reminded(row: SignUp) -> None:
    """It is in two days."""
    _post(row, *_REMINDED)


def moved(meeting: Meeting) -> int:
    """Another time or place, to each of those who have a place."""
    return _all(meeting, *_MOVED)


def called_off(meeting: Meeting) -> int:
    """It is not held, to each of those who had a place."""
    return _all(meeting, *_CALLED_OFF)


def when(meeting: Meeting) -> str:
    """ "torsdag 3 december 2026, 18.00–20.00", in the language of the moment."""
    return span(meeting.starts, meeting.ends)


def _all(meeting: Meeting, subject: object, body: object) -> int:
    rows = list(meeting.sign_ups.all())
    for row in rows:
        row.meeting = meeting
        _post(row, subject, body)
    return len(rows)


def _post(row: SignUp, subject: object, body: object) -> None:
    meeting = row.meeting
    occasion = meeting.dialogue.occasion
    slug = occasion.home.slugs.get(current=True).slug
    english = "/en" if row.language == "en" else ""
    here = f"{settings.PUBLIC_ADDRESS}{english}/{slug}/delta/"
    with translation.override(row.language):
        about = {
            "title": occasion.title,
            "when": when(meeting),
            "where": meeting.where,
            "all": here,
            "calendar": f"{here}{occasion.slug}/{meeting.public_id}.ics",
            "cancel": f"{here}avboka/{cancel_token(row)}/",
        }
        post_letter(
            to=row.email, subject=str(subject) % about, body=str(body) % about, about=ABOUT
        )
