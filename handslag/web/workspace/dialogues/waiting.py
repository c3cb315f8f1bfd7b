"""What waits for somebody who leads dialogues: to invite, who comes, who came, a result.

Voices to code and answers that are owed stand with the occasions. Two queries.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.access import Act
from handslag.domain.dialogues import queries
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.dialogues.queries import Unfinished
from handslag.domain.dialogues.rules import Audience
from handslag.domain.voices.rules import Phase
from handslag.web.answers import capital
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.waiting import Thing

INVITE_BEFORE = timedelta(days=21)
LOOK_BEFORE = timedelta(days=7)


def things(request: WorkRequest) -> Iterator[Thing]:
    """One line for each dialogue where something waits."""
    if not request.actor.where(Act.LISTEN):
        return
    for one in queries.unfinished(request.actor, request.now):
        yield from _waits(request, one)


def _waits(request: WorkRequest, one: Unfinished) -> Iterator[Thing]:
    row = one.dialogue
    about = {"title": row.occasion.title}
    if one.is_ready:
        yield _thing("release-dialogue", row, _("Release the result: %(title)s") % about)
    if row.held_on is not None:
        return
    if one.first is None:
        yield Thing(
            reverse("workspace:dialogue-held", args=[row.public_id]),
            _("Write how many came: %(title)s") % about,
            hint=capital(swedish_date(row.occasion.ends)),
            urgent=True,
        )
    elif _is_uninvited(row) and one.first - request.now <= INVITE_BEFORE:
        yield _thing("invite-to-dialogue", row, _("Invite: %(title)s") % about)
    elif one.first - request.now <= LOOK_BEFORE:
        yield Thing(
            reverse("workspace:dialogue", args=[row.public_id]),
            _("Soon: %(title)s") % about,
            hint=_comes(one),
        )


def _thing(name: str, row: Dialogue, text: str) -> Thing:
    hint = capital(swedish_date(row.occasion.starts))
    return Thing(
        reverse(f"workspace:{name}", args=[row.public_id]), text, hint=hint, urgent=True
    )


def _is_uninvited(row: Dialogue) -> bool:
    return row.audience is Audience.CITIZENS and row.occasion.phase == Phase.PLANNED


def _comes(one: Unfinished) -> str:
    day = capital(swedish_date(one.first))
    if not one.slots:
        return day
    places = ngettext(
        "%(taken)s of %(n)s place is taken.",
        "%(taken)s of %(n)s places are taken.",
        one.slots,
    ) % {"taken": one.taken, "n": one.slots}
    return f"{day} · {places}"
