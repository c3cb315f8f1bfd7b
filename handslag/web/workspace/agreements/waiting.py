"""What waits for one person about agreements."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.core.deadlines import Deadline
from handslag.domain.agreements import queries
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.queries import RENEW, Waiting
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """Answers, what is late or soon due, and drafts, in the order they should be done."""
    waiting = queries.waiting_for(request.actor, today=request.today)
    for agreement, party in waiting.approvals:
        yield Thing(
            reverse("workspace:agreement-answer", args=[agreement.public_id]),
            _("Read and answer: %(name)s") % {"name": agreement},
            hint=_("as %(party)s") % {"party": party},
            urgent=True,
        )
    for agreement, due in waiting.dues:
        yield _due(agreement, due, request.today)
    yield from _under_way(waiting)


def _due(agreement: Agreement, due: Deadline, today: date) -> Thing:
    late = due.due_on < today
    name, day = {"name": agreement}, {"day": swedish_date(due.due_on)}
    if due.kind == RENEW:
        return Thing(
            reverse("workspace:agreement", args=[agreement.public_id]),
            _("Renew the agreement: %(name)s") % name,
            hint="" if late else _("by %(day)s") % day,
            late=_("Ran out on %(day)s") % day if late else "",
            urgent=late,
        )
    return Thing(
        reverse("workspace:agreement-follow-ups", args=[agreement.public_id]),
        _("Follow up: %(name)s") % name,
        hint="" if late else _("by %(day)s") % day,
        late=_("Should have been done by %(day)s") % day if late else "",
        urgent=late,
    )


def _under_way(waiting: Waiting) -> Iterator[Thing]:
    for follow_up in waiting.unpublished:
        yield Thing(
            reverse(
                "workspace:agreement-follow-up",
                args=[follow_up.agreement.public_id, follow_up.public_id],
            ),
            _("Finish the follow-up: %(name)s") % {"name": follow_up.agreement},
            hint=_("saved, not published"),
        )
    for agreement in waiting.drafts:
        yield Thing(
            reverse("workspace:agreement", args=[agreement.public_id]),
            _("Go on with the draft: %(name)s") % {"name": agreement},
            hint=agreement.period_stated,
        )
