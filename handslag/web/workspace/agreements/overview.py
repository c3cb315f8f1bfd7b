"""The page of one agreement: where it stands, what comes next, and what belongs to it."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.approvals import queries as approvals
from handslag.core.approvals.models import Round, Vote
from handslag.core.approvals.rules import canonical
from handslag.core.periods import stockholm_day
from handslag.domain.agreements import queries
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.published import read
from handslag.domain.agreements.rules.quality import hints, stops
from handslag.domain.agreements.rules.words import Level, State
from handslag.web.exact import CONTENTS, SIDES, WORDS, lines_of
from handslag.web.requests import WorkRequest
from handslag.web.words.agreements import HINTS, LEVELS, REFUSALS
from handslag.web.workspace.agreements.english import source_of
from handslag.web.workspace.agreements.lists import Line, line_of
from handslag.web.workspace.agreements.sight import May, may, the_agreement
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.english_sheet import how_far
from handslag.web.workspace.sight import shown

Words = dict[str, object]

# Where what is missing is written.
_EDITORS = {
    "agreement.one_party": "workspace:agreement-parties",
    "agreement.nobody_approves": "workspace:agreement-parties",
    "agreement.no_period": "workspace:agreement-words",
    "agreement.prolonged_without_last_day": "workspace:agreement-words",
    "commitments": "workspace:agreement-commitments",
    "contact": "workspace:agreement-commitments",
    "follow_up": "workspace:agreement-words",
    "documentation": "workspace:agreement-words",
}
_CONTENTS = "workspace:agreement-contents"


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One agreement."""
    row = the_agreement(request, key)
    can = may(request, row)
    round_ = approvals.round_with_answers(row.round_id)
    out = row.state == State.IN_APPROVAL
    mine = approvals.open_parties_for(request.actor, round_) if round_ and out else []
    is_draft = row.state == State.DRAFT
    line = line_of(row, request.today, _annexes(request, row))
    context = {
        "agreement": row,
        "line": line,
        "level": LEVELS[Level(row.level)],
        "is_draft": is_draft,
        "is_out": out,
        "is_settled": row.state == State.SETTLED,
        "may": can,
        "steps": _steps(row),
        "answers_here": mine,
        "stops": _stops(row) if is_draft else [],
        "advice": _advice(row) if is_draft else [],
        "groups": _groups(row, can),
        "signatures": _signatures(round_),
        "asked": _asked(round_) if out else "",
        "events": _events(row),
        "follow_ups": row.follow_ups.select_related("version").order_by("-followed_on"),
        "files": row.attachments.count(),
        "english": how_far(source) if (source := source_of(row)) else "",
        "onward": None if is_draft else next_step(request, row.home),
        "next": row.successors.order_by("pk").first(),
    }
    return shown(request, "agreements/page", context)


def _annexes(request: WorkRequest, row: Agreement) -> list[Line]:
    below = queries.visible_to(request.actor).filter(parent=row).order_by("pk")
    return [line_of(one, request.today) for one in queries.with_days(below)]


def _steps(row: Agreement) -> list[Words]:
    """Draft, approval, settled, followed up: where on the way."""
    names = [_("Draft"), _("Approval"), _("Settled"), _("Followed up")]
    at = {State.DRAFT: 0, State.IN_APPROVAL: 1}.get(State(row.state), 2)
    if at == 2 and queries.days_of(row, "followed_on"):  # noqa: PLR2004
        at = 3
    return [
        {"text": name, "state": "past" if nr < at else "now" if nr == at else "ahead"}
        for nr, name in enumerate(names)
    ]


def _stops(row: Agreement) -> list[Words]:
    """What must be put right before the parties can be asked."""
    return [
        {"href": _editor(row, code), "text": REFUSALS[code]}
        for code in stops(queries.looked_at(row))
    ]


def _advice(row: Agreement) -> list[Words]:
    """What would better the agreement, and stops nothing."""
    return [
        {
            "href": _editor(row, hint),
            "text": str(HINTS[hint]) % {"about": about} if about else HINTS[hint],
        }
        for hint, about in hints(queries.looked_at(row))
    ]


def _editor(row: Agreement, code: str) -> str:
    return reverse(_EDITORS.get(code, _CONTENTS), args=[row.public_id])


def _groups(row: Agreement, can: May) -> Iterator[Words]:
    """The whole text by where it is written, each with its way to the editor."""
    language = (get_language() or "sv")[:2]
    lines = lines_of(read(canonical(queries.content(row))), language=language)
    headings = {
        CONTENTS: (_("What it is about"), _CONTENTS),
        SIDES: (_("Who does what"), "workspace:agreement-commitments"),
        WORDS: (_("Words and days"), "workspace:agreement-words"),
    }
    writes = can.write and row.state == State.DRAFT
    for group, (heading, editor) in headings.items():
        yield {
            "id": group,
            "heading": heading,
            "lines": [line for line in lines if line.group == group],
            "href": reverse(editor, args=[row.public_id]) if writes else "",
        }


def _signatures(round_: Round | None) -> list[Vote]:
    """Who has said yes to the latest text, in the order they did."""
    if round_ is None:
        return []
    votes = [one.vote for one in round_.parties.all() if hasattr(one, "vote")]
    return sorted((vote for vote in votes if vote.agrees), key=lambda vote: vote.cast_at)


def _asked(round_: Round | None) -> str:
    """Those whose answer is waited for."""
    parties = round_.parties.all() if round_ else ()
    return ", ".join(one.name for one in parties if not hasattr(one, "vote"))


def _events(row: Agreement) -> list[Words]:
    """What has happened, the latest first."""
    events: list[tuple[date, str]] = [
        (stockholm_day(row.made_at), _("The draft was begun.")),
        *(
            (stockholm_day(one.opened_at), _round_words(one))
            for one in approvals.rounds_about(row.public_id)
        ),
    ]
    if row.published_at:
        events.append(
            (stockholm_day(row.published_at), _("It was settled and made public."))
        )
    if hasattr(row, "ending"):
        ended = stockholm_day(row.ending.made_at)
        why = {"why": row.ending.reason}
        events.append((ended, _("It was ended early: %(why)s") % why))
    events += [
        (one.followed_on, _("It was followed up by %(who)s.") % {"who": one.functions})
        for one in row.follow_ups.all()
        if one.is_published
    ]
    latest = sorted(events, key=lambda event: event[0], reverse=True)
    return [{"day": day, "text": text} for day, text in latest]


def _round_words(round_: Round) -> str:
    """Version 2 was put to two parties: both said yes."""
    parties = list(round_.parties.all())
    asked = _("Version %(number)s was put to %(parties)s.") % {
        "number": round_.version.number,
        "parties": ", ".join(one.name for one in parties),
    }
    return f"{asked} {' '.join(_answers(round_, [_vote(one) for one in parties]))}".strip()


def _vote(party: object) -> Vote | None:
    return getattr(party, "vote", None)


def _answers(round_: Round, votes: Iterable[Vote | None]) -> Iterator[str]:
    if round_.outcome == "approved":
        yield _("All said yes.")
    elif round_.outcome == "withdrawn":
        yield _("The question was taken back.")
    for vote in votes:
        if vote is not None and not vote.agrees:
            yield _("No from %(party)s: %(reason)s") % {
                "party": vote.round_party.name,
                "reason": vote.reason,
            }
