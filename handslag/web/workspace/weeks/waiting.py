"""What waits for one person about the weeks of their groups. At most three queries."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.core.access import Act
from handslag.domain.weeks.queries import pictures as queries
from handslag.web.requests import WorkRequest
from handslag.web.words.est import span_name
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """Spans that ended without a picture, of a kind that the group has drawn before."""
    if not request.actor.where(Act.HANDLE_REPORTS):
        return
    for group, span in queries.not_drawn_yet(request.actor, today=request.today):
        begin = reverse("workspace:new-est-picture", args=[group.public_id])
        yield Thing(
            f"{begin}?{urlencode({'period': span.address})}",
            _("EST picture of %(span)s: %(group)s")
            % {"span": span_name(span), "group": group.name},
            hint=_("the span is over"),
        )
