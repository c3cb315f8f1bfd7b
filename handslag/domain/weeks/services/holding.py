"""The meeting is over: what it decided is frozen, and those who do something are told."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.approvals.services import freeze
from handslag.core.audit.services import record
from handslag.core.refusals import same_revision
from handslag.domain.weeks import notices, queries
from handslag.domain.weeks.models import Meeting, Target
from handslag.domain.weeks.rules import State
from handslag.domain.weeks.rules.drafts import check_holding
from handslag.domain.weeks.services.steps import locked, may_lead

KIND = "weeks.meeting"


@transaction.atomic
def hold(
    actor: Actor, meeting: Meeting, *, revision: int, now: datetime, today: date
) -> Meeting:
    """End the meeting. After this nothing of it is changed."""
    may_lead(actor, meeting.group)
    meeting = locked(meeting)
    same_revision(revision, meeting.revision)
    papers = queries.papers_of(meeting)
    before = queries.targets_before(meeting)
    check_holding(
        held_on=meeting.held_on,
        today=today,
        present=len(papers.present),
        targets_open=sum(not one.result for one in before),
    )
    meeting.version = freeze(
        actor,
        subject_kind=KIND,
        subject_id=meeting.public_id,
        content=_content(meeting, papers, before),
        now=now,
    )
    meeting.state = State.HELD.value
    meeting.revision += 1
    meeting.save()
    notices.targets_given(meeting, papers)
    record(actor, "weeks.held", meeting, on_behalf=meeting.group.lead_id)
    return meeting


def _content(
    meeting: Meeting, papers: queries.Papers, before: list[Target]
) -> dict[str, object]:
    """All that was written, in words: what is frozen can be read without the tables."""
    return {
        "group": meeting.group.name,
        "held_on": meeting.held_on.isoformat(),
        "looks_back_to": meeting.looks_back_to.isoformat(),
        "chair": meeting.chair,
        "present": papers.present,
        "followed_up": [
            {
                "organisation": one.organisation.name,
                "words": one.words,
                "result": one.result,
                "why": one.why,
                "seen": one.seen,
            }
            for one in before
        ],
        "priorities": [
            {
                "what": one.what,
                "where": one.where or (one.place.name if one.place else ""),
                "why": one.why,
                "targets": [
                    {
                        "organisation": target.organisation.name,
                        "words": target.words,
                        "by": target.by.isoformat() if target.by else None,
                    }
                    for target in one.targets.all()
                ],
            }
            for one in papers.priorities
        ],
        "decisions": [one.words for one in papers.decisions],
    }
