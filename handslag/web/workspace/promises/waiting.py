"""What waits for one person about promises."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.promises import queries
from handslag.domain.promises.queries import LeftOut, Waiting
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """Answers, follow-ups and drafts, in the order they should be done."""
    waiting = queries.waiting_for(request.actor, today=request.today)
    yield from _urgent(waiting)
    yield from _ahead(waiting)


def _urgent(waiting: Waiting) -> Iterator[Thing]:
    """What others wait for, or what is late."""
    for set_, party in waiting.approvals:
        yield Thing(
            reverse("workspace:answer", args=[set_.public_id]),
            _("Read and answer: %(name)s") % {"name": set_},
            hint=_("as %(party)s") % {"party": party},
            urgent=True,
        )
    for planned in waiting.overdue:
        yield Thing(
            reverse("workspace:follow-ups", args=[planned.set.public_id]),
            _("Follow up: %(name)s") % {"name": planned.set},
            late=_("Should have been done by %(day)s")
            % {"day": swedish_date(planned.due_on)},
            urgent=True,
        )
    for one in waiting.left_out:
        yield Thing(
            reverse("workspace:follow-ups", args=[one.set.public_id]),
            _left_out(one),
            hint="; ".join(one.titles),
            late=_("Should have been done by %(day)s") % {"day": swedish_date(one.since)},
            urgent=True,
        )
    for promise in waiting.ownerless:
        yield Thing(
            reverse("workspace:promise", args=[promise.set.public_id, promise.public_id]),
            _("Say who answers for: %(promise)s") % {"promise": promise},
            hint=str(promise.set),
            urgent=True,
        )


def _left_out(one: LeftOut) -> str:
    count = len(one.titles)
    return ngettext(
        "Report on %(n)s promise that was passed over: %(name)s",
        "Report on %(n)s promises that were passed over: %(name)s",
        count,
    ) % {"n": number(count), "name": one.set}


def _ahead(waiting: Waiting) -> Iterator[Thing]:
    """What is under way, or comes soon."""
    for follow_up in waiting.unpublished:
        yield Thing(
            reverse(
                "workspace:follow-up", args=[follow_up.set.public_id, follow_up.public_id]
            ),
            _("Finish the follow-up: %(name)s") % {"name": follow_up.set},
            hint=_("saved, not published"),
        )
    for planned in waiting.soon:
        yield Thing(
            reverse("workspace:follow-ups", args=[planned.set.public_id]),
            _("Follow up: %(name)s") % {"name": planned.set},
            hint=_("by %(day)s") % {"day": swedish_date(planned.due_on)},
        )
    for set_ in waiting.drafts:
        yield Thing(
            reverse("workspace:set", args=[set_.public_id]),
            _("Go on with the draft: %(name)s") % {"name": set_},
            hint=set_.period_stated,
        )
