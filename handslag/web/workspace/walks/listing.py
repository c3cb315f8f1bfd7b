"""The list of walks, and a new one."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.walks import queries, services
from handslag.domain.walks.models import Walk
from handslag.domain.walks.rules import Kind, Stage
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.walks import KINDS_SHORT, STAGES
from handslag.web.workspace.sight import done, home_of, shown
from handslag.web.workspace.walks.forms import WalkForm
from handslag.web.workspace.walks.writing import BOTH

AT_ONCE = 100


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """All walks the person sees, the latest first."""
    rows = list(queries.counted(queries.walks_seen_by(request.actor))[:AT_ONCE])
    waiting = list(queries.waiting_for(request.actor))
    context = {
        "walks": [_line(one) for one in rows],
        "answer": _answer(rows),
        "waiting": waiting,
        "at_home": bool(request.actor.where(Act.SEE_WORKSPACE)),
        "may": queries.homes(request.actor).exists(),
    }
    return shown(request, "walks/listing", context)


def _answer(rows: list[Walk]) -> str:
    ahead = sum(one.stage == Stage.PLANNED for one in rows)
    waits = sum(one.stage == Stage.WALKED for one in rows)
    if not rows:
        return _("No walk has been planned yet.")
    said = [
        ngettext("%(n)s walk lies ahead.", "%(n)s walks lie ahead.", ahead) % {"n": ahead}
        if ahead
        else _("No walk lies ahead.")
    ]
    if waits:
        said.append(
            ngettext(
                "%(n)s has been walked and waits for answers.",
                "%(n)s have been walked and wait for answers.",
                waits,
            )
            % {"n": waits}
        )
    return " ".join(said)


def _line(walk: Walk) -> dict[str, object]:
    counts = vars(walk)  # annotated by `counted`
    hint = [
        str(KINDS_SHORT[Kind(walk.kind)]),
        swedish_date(walk.occasion.starts),
        walk.occasion.home.name,
        str(STAGES[Stage(walk.stage)]),
    ]
    unanswered = counts["unanswered_n"]
    late = (
        ngettext("%(n)s finding has no answer", "%(n)s findings have no answer", unanswered)
        % {"n": unanswered}
        if unanswered
        else ""
    )
    return {
        "href": reverse("workspace:walk", args=[walk.public_id]),
        "text": walk.occasion.title,
        "hint": " · ".join(hint),
        "late": late,
    }


@require_http_methods(BOTH)
def new(request: WorkRequest) -> HttpResponse:
    """Plan a walk."""
    homes = queries.homes(request.actor)
    own = frozenset(homes.values_list("pk", flat=True))
    require(request.actor, Act.LISTEN, in_any_of=own)
    home = home_of(request, homes)
    if home is None:
        return shown(request, "walks/choose", {"homes": homes})
    form = WalkForm(request.POST or None, initial={"revision": 0, "kind": Kind.WALK.value})
    made: list[Walk] = []

    def plan() -> None:
        draft = form.draft()
        made.append(services.plan_walk(request.actor, home, draft, now=request.now))

    if form.is_valid() and done(form, plan):
        return redirect("workspace:walk-route", made[0].public_id)
    return shown(request, "walks/new", {"form": form, "home": home}, form)
