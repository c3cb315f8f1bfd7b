"""What waits for one person about plans, the chain and grants."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.access import Act
from handslag.core.deadlines import Deadline
from handslag.domain.plans import queries
from handslag.domain.plans.rules.chain import by_kind
from handslag.domain.plans.rules.words import State
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.plans import BREAKS
from handslag.web.workspace.plans.chain import everything
from handslag.web.workspace.waiting import Thing

SOON = timedelta(days=183)


def things(request: WorkRequest) -> Iterator[Thing]:
    """What is late or comes soon, the draft to go on with, and what is missing."""
    homes = request.actor.where(Act.WRITE_PLAN)
    if not homes:
        return
    for one in queries.deadlines(homes=homes, today=request.today):
        if one.due_on - request.today <= SOON:
            yield _due(one, is_late=one.due_on < request.today)
    for plan in queries.visible_to(request.actor).filter(state=State.DRAFT):
        yield Thing(
            reverse("workspace:action-plan", args=[plan.public_id]),
            _("Go on with the draft: %(name)s") % {"name": plan},
            hint=plan.period_stated,
        )
    yield from _missing_links(request)


def _missing_links(request: WorkRequest) -> Iterator[Thing]:
    """All that lacks its link as one thing, with how many there are of each kind."""
    found = by_kind(everything(request).left)
    count = sum(many for _kind, many in found)
    if count:
        said = ngettext(
            "One link is missing in the chain",
            "%(count)s links are missing in the chain",
            count,
        )
        yield Thing(
            reverse("workspace:chain"),
            said % {"count": count},
            parts=tuple((BREAKS[kind], many) for kind, many in found),
        )


def _due(one: Deadline, *, is_late: bool) -> Thing:
    sentences = {
        "plan.follow_up": _("Follow up the plan: %(name)s"),
        "plan.grant_accounting": _("Account for the grant: %(name)s"),
    }
    day = swedish_date(one.due_on)
    return Thing(
        one.path,
        sentences[one.kind] % {"name": one.name},
        hint="" if is_late else _("by %(day)s") % {"day": day},
        late=_("Should have been done by %(day)s") % {"day": day} if is_late else "",
        urgent=is_late,
    )
