"""What waits for me: the page after signing in."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.promises import queries
from handslag.domain.promises.queries import LeftOut, Waiting
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.promises.standing import SetLine, lines_of

Thing = dict[str, object]


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """What waits for this person, then their sets."""
    waiting = queries.waiting_for(request.actor, today=request.today)
    sets = lines_of(queries.visible_to(request.actor), today=request.today)
    context = {
        "things": [*_urgent(waiting), *_ahead(waiting)],
        "count": waiting.count,
        "said": number(waiting.count).capitalize(),
        "asked": [_asked(line) for line in sets if line.set in waiting.asked],
        "sets": [line for line in sets if not line.is_past],
        "past": sum(line.is_past for line in sets),
        "may_report": bool(request.actor.where(Act.REPORT_PROGRESS)),
        "may_write": bool(request.actor.where(Act.WRITE_PROMISE)),
    }
    return render(request, "arbete/home.html", context)


def _urgent(waiting: Waiting) -> Iterator[Thing]:
    """What others wait for, or what is late."""
    for set_, party in waiting.approvals:
        yield {
            "href": reverse("workspace:answer", args=[set_.public_id]),
            "text": _("Read and answer: %(name)s") % {"name": set_},
            "hint": _("as %(party)s") % {"party": party},
        }
    for planned in waiting.overdue:
        yield {
            "href": reverse("workspace:follow-ups", args=[planned.set.public_id]),
            "text": _("Follow up: %(name)s") % {"name": planned.set},
            "late": _("Should have been done by %(day)s")
            % {"day": swedish_date(planned.due_on)},
        }
    for one in waiting.left_out:
        yield {
            "href": reverse("workspace:follow-ups", args=[one.set.public_id]),
            "text": _left_out(one),
            "hint": "; ".join(one.titles),
            "late": _("Should have been done by %(day)s")
            % {"day": swedish_date(one.since)},
        }
    for promise in waiting.ownerless:
        yield {
            "href": reverse(
                "workspace:promise", args=[promise.set.public_id, promise.public_id]
            ),
            "text": _("Say who answers for: %(promise)s") % {"promise": promise},
            "hint": str(promise.set),
        }


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
        yield {
            "href": reverse(
                "workspace:follow-up", args=[follow_up.set.public_id, follow_up.public_id]
            ),
            "text": _("Finish the follow-up: %(name)s") % {"name": follow_up.set},
            "hint": _("saved, not published"),
        }
    for planned in waiting.soon:
        yield {
            "href": reverse("workspace:follow-ups", args=[planned.set.public_id]),
            "text": _("Follow up: %(name)s") % {"name": planned.set},
            "hint": _("by %(day)s") % {"day": swedish_date(planned.due_on)},
        }
    for set_ in waiting.drafts:
        yield {
            "href": reverse("workspace:set", args=[set_.public_id]),
            "text": _("Go on with the draft: %(name)s") % {"name": set_},
            "hint": set_.period_stated,
        }


def _asked(line: SetLine) -> Thing:
    """Put to the parties: nothing to do but wait, or remind."""
    return {
        "href": reverse("workspace:set", args=[line.set.public_id]),
        "text": line.set.name,
        "hint": line.stands,
    }
