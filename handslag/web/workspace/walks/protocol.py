"""The protocol of a walk: a page to print, and a document that screen readers can read."""

from datetime import UTC, datetime, time
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.walks import queries
from handslag.domain.walks.models import Walk
from handslag.domain.walks.rules import Kind
from handslag.web.requests import WorkRequest
from handslag.web.ui import pdf
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.walks import KINDS_SHORT
from handslag.web.workspace.sight import shown
from handslag.web.workspace.walks.rows import (
    FindingRow,
    StopRow,
    conditions_of,
    finding_rows,
    people_of,
    stop_rows,
)
from handslag.web.workspace.walks.sight import the_whole_walk


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """All that was said and answered, to read and to print."""
    walk = the_whole_walk(request, key)
    context = {
        "walk": walk,
        "kind": KINDS_SHORT[Kind(walk.kind)],
        "stops": stop_rows(walk),
        "findings": finding_rows(queries.findings_of(walk)),
        "people": people_of(walk),
        "conditions": conditions_of(walk),
    }
    return shown(request, "walks/protocol", context)


@require_safe
def document(request: WorkRequest, key: UUID) -> HttpResponse:
    """The same as a document."""
    walk = the_whole_walk(request, key)
    made_at = datetime.combine(request.today, time(), tzinfo=UTC)
    made = pdf.report(_on_paper(request, walk), made_at=made_at)
    answer = HttpResponse(made, content_type=pdf.MEDIA_TYPE)
    name = f"protokoll-{walk.occasion.slug}.pdf"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _on_paper(request: WorkRequest, walk: Walk) -> dict[str, object]:
    day = swedish_date(walk.occasion.starts)
    language = get_language() or "sv"
    people = people_of(walk)
    took_part = "; ".join(f"{name}: {count}" for name, count in people.roles)
    introduction = [
        walk.purpose,
        conditions_of(walk),
        _("Led by: %(leader)s.") % {"leader": walk.leader} if walk.leader else "",
        _("Took part: %(roles)s.") % {"roles": took_part} if took_part else "",
    ]
    stops, findings = stop_rows(walk), finding_rows(queries.findings_of(walk))
    return {
        "title": _("Protocol: %(walk)s") % {"walk": walk.occasion.title},
        "author": walk.occasion.home.name,
        "kicker": f"{KINDS_SHORT[Kind(walk.kind)]} · {walk.occasion.home.name}",
        "answer": _("Walked on %(day)s, %(n)s stops.") % {"day": day, "n": len(stops)},
        "note": "",
        "language": language,
        "region": "SE" if language == "sv" else "GB",
        "foot": _("Drawn up %(day)s") % {"day": swedish_date(request.today)},
        "introduction": [one for one in introduction if one],
        "sections": [
            {
                "heading": _("The stops"),
                "items": [_stop(one) for one in stops],
                "nothing": _("No stops."),
            },
            {
                "heading": _("What was seen"),
                "items": [_finding(one) for one in findings],
                "nothing": _("Nothing was written down."),
            },
        ],
    }


def _item(on: str, text: str, **more: object) -> dict[str, object]:
    plain = {"standing": "", "late": False, "figures": [], "detail": ""}
    return {"on": on, "text": text, **plain, **more}


def _stop(row: StopRow) -> dict[str, object]:
    judged = [f"{one.name}: {one.said}." for one in row.judged]
    on = _("Stop %(n)s") % {"n": row.stop.position}
    return _item(on, row.stop.name, figures=judged, detail=row.stop.look)


def _finding(row: FindingRow) -> dict[str, object]:
    finding = row.finding
    where = finding.stop.name if finding.stop else _("Along the whole way")
    said = [f"{row.about}. {where}."]
    if finding.proposal:
        said.append(_("Proposal: %(words)s") % {"words": finding.proposal})
    if finding.owner:
        said.append(_("Responsible: %(owner)s") % {"owner": finding.owner.name})
    if row.answer is not None and row.answer.reason:
        said.append(row.answer.reason)
    return _item(
        _("No. %(n)s") % {"n": finding.number},
        finding.text,
        standing=_standing(row),
        late=row.answer is None and not row.is_good,
        figures=said,
        detail=" ".join(f"{day}: {what}. {words}" for what, words, day in row.seen_again),
    )


def _standing(row: FindingRow) -> str:
    if row.is_good:
        return str(row.tone)
    if row.answer is None:
        return _("No answer yet")
    by = f", {swedish_date(row.answer.due)}" if row.answer.due else ""
    return f"{row.reply}{by}"
