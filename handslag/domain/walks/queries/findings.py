"""What was seen on a walk, and what waits for an answer."""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import party_organisations
from handslag.domain.walks.models import (
    Finding,
    FindingAnswer,
    FindingPhoto,
    Revisit,
    Walk,
)
from handslag.domain.walks.queries.walks import works_at_home
from handslag.domain.walks.rules import Tone


def _whole(found: QuerySet[Finding]) -> QuerySet[Finding]:
    answers = FindingAnswer.objects.select_related("by").order_by("number")
    revisits = Revisit.objects.select_related("walk__occasion").order_by("pk")
    photos = FindingPhoto.objects.defer("waiting").order_by("pk")
    return found.select_related("stop", "owner").prefetch_related(
        Prefetch("answers", queryset=answers),
        Prefetch("revisits", queryset=revisits),
        Prefetch("photos", queryset=photos),
    )


def findings_of(walk: Walk) -> list[Finding]:
    """All of them, in the order they were written. Four queries."""
    return list(_whole(walk.findings.order_by("number")))


def findings_seen_by(actor: Actor, walk: Walk) -> QuerySet[Finding]:
    """All to those who work in the municipality; to another only what it is asked."""
    rows = walk.findings.order_by("number")
    if not works_at_home(actor, walk):
        own = actor.where(Act.SEE_WORKSPACE)
        rows = rows.filter(owner__in=own, asked_at__isnull=False)
    return _whole(rows)


def latest_answer(finding: Finding) -> FindingAnswer | None:
    """The one that holds. Asks nothing when the answers have been fetched."""
    answers = list(finding.answers.all())
    return answers[-1] if answers else None


def waiting_for(actor: Actor) -> QuerySet[Finding]:
    """Those that an organisation of the actor is asked about and has not answered."""
    own = actor.where(Act.REPORT_PROGRESS)
    return (
        Finding.objects.filter(owner__in=own, asked_at__isnull=False, answers__isnull=True)
        .select_related("walk__occasion__home", "stop", "owner")
        .order_by("asked_at", "pk")
    )


def not_asked(walk: Walk) -> QuerySet[Finding]:
    """What somebody is responsible for and has not been asked about yet."""
    rows = walk.findings.filter(
        owner__isnull=False, asked_at__isnull=True, waits=False, tone=Tone.LACKING
    )
    return rows.select_related("owner").order_by("number")


def owners(home: Organisation, *, today: date) -> QuerySet[Organisation]:
    """Who can be responsible for a finding: the municipality and all tied to it."""
    return party_organisations(home, today=today).order_by("name", "pk")


def photo_of(key: UUID) -> FindingPhoto | None:
    """One photo with what it belongs to."""
    rows = FindingPhoto.objects.select_related("finding__walk__occasion", "file")
    return rows.filter(public_id=key).first()


def unmarked(actor: Actor) -> QuerySet[FindingPhoto]:
    """Photos in which nobody has painted over anything yet."""
    own = actor.where(Act.LISTEN)
    return (
        FindingPhoto.objects.filter(
            Q(file__isnull=True), finding__walk__occasion__home__in=own
        )
        .defer("waiting")
        .select_related("finding__walk__occasion")
        .order_by("pk")
    )


def to_see_again(walk: Walk) -> list[Finding]:
    """The findings of the walk before that said something is lacking."""
    if walk.again_of is None:
        return []
    before = walk.again_of.findings.filter(tone=Tone.LACKING, waits=False)
    return list(_whole(before.order_by("number")))
