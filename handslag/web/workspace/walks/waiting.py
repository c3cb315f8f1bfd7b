"""What waits for one person about safety walks. At most three queries."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.access import Act
from handslag.domain.walks import queries
from handslag.web.requests import WorkRequest
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """Findings to answer, and photos in which nobody has painted over anything yet."""
    if request.actor.where(Act.REPORT_PROGRESS):
        yield from _answers(request)
    if not request.actor.where(Act.LISTEN):
        return
    for photo in queries.unmarked(request.actor):
        walk = photo.finding.walk
        yield Thing(
            reverse("workspace:walk-photo", args=[walk.public_id, photo.public_id]),
            _("Hide faces and plates in a photo: %(walk)s") % {"walk": walk.occasion.title},
            urgent=True,
        )


def _answers(request: WorkRequest) -> Iterator[Thing]:
    counts: dict[tuple[object, str], int] = {}
    for one in queries.waiting_for(request.actor):
        walk = (one.walk.public_id, one.walk.occasion.title)
        counts[walk] = counts.get(walk, 0) + 1
    for (key, title), n in counts.items():
        yield Thing(
            reverse("workspace:walk", args=[key]),
            _("Say what you will do: %(walk)s") % {"walk": title},
            hint=ngettext("%(n)s finding", "%(n)s findings", n) % {"n": n},
            urgent=True,
        )
