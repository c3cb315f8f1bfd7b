"""The list of dialogues, and a new one."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.dialogues import queries, services
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.dialogues.rules import Audience, Kind, Script
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.dialogues import AUDIENCES_SHORT, KINDS
from handslag.web.workspace.dialogues.forms import PlanForm
from handslag.web.workspace.sight import done, home_of, shown
from handslag.web.workspace.walks.writing import BOTH

AT_ONCE = 100


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """All dialogues the person sees, the latest first; residents and staff apart."""
    rows = list(queries.listed(queries.dialogues_seen_by(request.actor))[:AT_ONCE])
    context = {
        "parts": [
            (AUDIENCES_SHORT[who], [_line(one) for one in rows if one.audience is who])
            for who in Audience
        ],
        "any": bool(rows),
        "answer": _answer(rows),
        "may": queries.homes(request.actor).exists(),
    }
    return shown(request, "dialogues/listing", context)


def _answer(rows: list[Dialogue]) -> str:
    ahead = sum(one.held_on is None for one in rows)
    told = sum(bool(vars(one)["releases_n"]) for one in rows)
    if not rows:
        return _("No dialogue has been planned yet.")
    coming = ngettext("%(n)s dialogue lies ahead.", "%(n)s dialogues lie ahead.", ahead) % {
        "n": ahead
    }
    known = ngettext(
        "The result of %(n)s is public.", "The results of %(n)s are public.", told
    ) % {"n": told}
    return f"{coming} {known}"


def _line(dialogue: Dialogue) -> dict[str, object]:
    counts = vars(dialogue)  # annotated by `listed`
    waiting = counts["waiting_n"]
    hint = [
        str(KINDS[Kind(dialogue.kind)]),
        swedish_date(dialogue.occasion.starts),
        dialogue.occasion.home.name,
        how_far(dialogue, is_released=bool(counts["releases_n"])),
    ]
    late = (
        ngettext("%(n)s voice waits to be coded", "%(n)s voices wait to be coded", waiting)
        % {"n": waiting}
        if waiting and dialogue.held_on
        else ""
    )
    return {
        "href": reverse("workspace:dialogue", args=[dialogue.public_id]),
        "text": dialogue.occasion.title,
        "hint": " · ".join(hint),
        "late": late,
    }


def how_far(dialogue: Dialogue, *, is_released: bool) -> str:
    """In a few words."""
    if is_released:
        return _("the result is public")
    if dialogue.held_on is not None:
        return _("held, the result is not public")
    return _("lies ahead")


@require_http_methods(BOTH)
def new(request: WorkRequest) -> HttpResponse:
    """Plan a dialogue with its first meeting."""
    homes = queries.homes(request.actor)
    own = frozenset(homes.values_list("pk", flat=True))
    require(request.actor, Act.LISTEN, in_any_of=own)
    home = home_of(request, homes)
    if home is None:
        return shown(request, "dialogues/choose", {"homes": homes})
    initial = {"revision": 0, "audience": Audience.CITIZENS.value}
    form = PlanForm(request.POST or None, initial=initial)
    made: list[Dialogue] = []

    def plan() -> None:
        audience = form.chosen
        first = form.meeting(Script.WHAT if audience is Audience.STAFF else None)
        draft = form.draft(audience)
        made.append(
            services.plan_dialogue(request.actor, home, draft, first, now=request.now)
        )

    if form.is_valid() and done(form, plan):
        return redirect("workspace:dialogue", made[0].public_id)
    return shown(request, "dialogues/new", {"form": form, "home": home}, form)
