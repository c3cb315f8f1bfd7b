"""What waits for one person about pictures."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.picture import queries
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.waiting import Thing

SOON_DAYS = 92


def things(request: WorkRequest) -> Iterator[Thing]:
    """Pictures that must be renewed, and those that are begun and never frozen."""
    waiting = queries.waiting_for(request.actor, today=request.today)
    for due, picture in waiting.to_renew:
        # What is late by law the year says.
        if 0 <= (due - request.today).days <= SOON_DAYS:
            yield Thing(
                reverse("workspace:picture", args=[picture.public_id]),
                _("Renew: %(name)s") % {"name": picture},
                hint=_("by %(day)s") % {"day": swedish_date(due)},
            )
    for picture in waiting.to_score:
        yield Thing(
            reverse("workspace:scores", args=[picture.public_id]),
            _("Score the problems: %(name)s") % {"name": picture},
            hint=_("the other party waits for your scores"),
        )
    for picture in waiting.unfrozen:
        yield Thing(
            reverse("workspace:picture", args=[picture.public_id]),
            _("Go on with: %(name)s") % {"name": picture},
            hint=_("not frozen yet"),
        )
