"""What was seen: written, given to somebody responsible, answered, seen again."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.domain.walks import queries, services
from handslag.domain.walks.models import Finding
from handslag.domain.walks.rules import Reply, Tone
from handslag.web.requests import WorkRequest
from handslag.web.words.walks import REPLIES
from handslag.web.workspace.walks.forms import (
    FindingForm,
    OwnerForm,
    ReplyForm,
    RevisitForm,
)
from handslag.web.workspace.walks.rows import finding_row
from handslag.web.workspace.walks.sight import the_finding, the_walk
from handslag.web.workspace.walks.writing import BOTH, Page, nothing, written


def _page(finding: Finding, title: str, answer: str = "", button: str = "") -> Page:
    walk = finding.walk
    back = reverse("workspace:walk", args=[walk.public_id])
    return Page(
        title, f"{back}#iakttagelse-{finding.number}", walk.occasion.title, answer, button
    )


@require_http_methods(BOTH)
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write down what somebody saw."""
    walk = the_walk(request, key, to_lead=True)
    stops = walk.stops.order_by("position", "pk")
    start = {
        "revision": 0,
        "key": uuid4(),
        "tone": Tone.LACKING.value,
        "stop": request.GET.get("stopp", ""),
    }
    form = FindingForm(request.POST or None, stops=stops, initial=start)
    back = reverse("workspace:walk", args=[key])
    return written(
        request,
        Page(_("What did you see?"), back, walk.occasion.title),
        form,
        lambda: services.note_finding(
            request.actor,
            walk,
            form.draft(),
            key=form.cleaned_data["key"] or uuid4(),
            now=request.now,
        ),
    )


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID, finding: UUID) -> HttpResponse:
    """Put it in other words, until the one responsible has been asked."""
    row = the_finding(request, key, finding)
    form = FindingForm(
        request.POST or None,
        stops=row.walk.stops.order_by("position", "pk"),
        initial=_of(row),
    )
    remove = reverse("workspace:remove-walk-finding", args=[key, finding])
    around = _page(row, _("What did you see?"))
    return written(
        request,
        Page(around.title, around.back, around.above, remove=remove),
        form,
        lambda: services.save_finding(
            request.actor, row, form.draft(), revision=form.cleaned_data["revision"]
        ),
        now=lambda: _of(the_finding(request, key, finding)),
    )


def _of(row: Finding) -> dict[str, object]:
    return {
        "tone": row.tone,
        "parameter": row.parameter,
        "stop": str(row.stop.public_id) if row.stop else "",
        "text": row.text,
        "proposal": row.proposal,
        "revision": row.revision,
    }


@require_http_methods(BOTH)
def remove(request: WorkRequest, key: UUID, finding: UUID) -> HttpResponse:
    """Ask once more, and take it out."""
    row = the_finding(request, key, finding)
    back = reverse("workspace:walk", args=[key])
    around = Page(
        _("Take it out?"), back, row.walk.occasion.title, row.text, _("Take it out")
    )
    return written(
        request,
        around,
        nothing(request),
        lambda: services.remove_finding(request.actor, row),
    )


@require_http_methods(BOTH)
def let_through(request: WorkRequest, key: UUID, finding: UUID) -> HttpResponse:
    """Somebody reads words that may point out a person, and lets them through."""
    row = the_finding(request, key, finding)
    answer = f"{row.text} {row.proposal}"
    around = _page(row, _("Do the words point out anybody?"), answer, _("No, nobody"))
    return written(
        request,
        around,
        nothing(request),
        lambda: services.let_through(request.actor, row, revision=row.revision),
    )


@require_http_methods(BOTH)
def owner(request: WorkRequest, key: UUID, finding: UUID) -> HttpResponse:
    """Say who is responsible."""
    row = the_finding(request, key, finding)
    among = queries.owners(row.walk.occasion.home, today=request.today)
    form = OwnerForm(request.POST or None, among=among, initial=_owner(row))
    return written(
        request,
        _page(row, _("Who is responsible?"), row.text),
        form,
        lambda: services.make_responsible(
            request.actor,
            row,
            form.chosen(),
            revision=form.cleaned_data["revision"],
            today=request.today,
        ),
        now=lambda: _owner(the_finding(request, key, finding)),
    )


def _owner(row: Finding) -> dict[str, object]:
    chosen = str(row.owner.public_id) if row.owner else ""
    return {"owner": chosen, "revision": row.revision}


@require_http_methods(BOTH)
def answer(request: WorkRequest, key: UUID, finding: UUID) -> HttpResponse:
    """The one responsible says what will be done. Earlier answers stand above."""
    row = the_finding(request, key, finding, to_lead=False)
    asked = frozenset({row.owner_id}) if row.owner_id else frozenset()
    require(request.actor, Act.REPORT_PROGRESS, in_any_of=asked)
    before = list(row.answers.all())
    form = ReplyForm(request.POST or None, initial={"seen": len(before)})
    return written(
        request,
        _page(row, _("What will you do?"), row.text, _("Answer")),
        form,
        lambda: services.answer(
            request.actor,
            row,
            form.draft(),
            seen=form.cleaned_data["seen"],
            now=request.now,
            today=request.today,
        ),
        template="walks/answer",
        more={
            "finding": finding_row(row),
            "before": [(one, REPLIES[Reply(one.reply)]) for one in before],
        },
    )


@require_http_methods(BOTH)
def again(request: WorkRequest, key: UUID, finding: UUID) -> HttpResponse:
    """What one sees now of what was seen on the walk before."""
    walk = the_walk(request, key, to_lead=True)
    rows = {one.public_id: one for one in queries.to_see_again(walk)}
    before = walk.again_of
    row = rows.get(finding)
    if row is None or before is None:
        return redirect("workspace:walk-compared", key)
    row.walk = before
    said = next((one for one in row.revisits.all() if one.walk_id == walk.pk), None)
    start = {"outcome": said.outcome, "words": said.words} if said else {}
    form = RevisitForm(request.POST or None, initial=start)
    back = reverse("workspace:walk-compared", args=[key])
    return written(
        request,
        Page(_("What do you see now?"), back, walk.occasion.title, row.text),
        form,
        lambda: services.see_again(request.actor, walk, row, form.draft()),
    )
