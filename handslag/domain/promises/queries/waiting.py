"""What waits for one person: the first thing the workspace shows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.core.approvals import queries as approvals
from handslag.domain.promises.models import (
    BankEntry,
    FollowUp,
    PlannedFollowUp,
    Promise,
    PromiseSet,
    Responsibility,
)
from handslag.domain.promises.queries.sets import visible_to
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.verdicts import DONE_WITH
from handslag.domain.promises.rules.words import Origin

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Promises that the follow-ups of their set have passed over, and since when."""

    set: PromiseSet
    titles: tuple[str, ...]
    since: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, in the order it should be done."""

    approvals: Sequence[tuple[PromiseSet, str]]
    overdue: tuple[PlannedFollowUp, ...]
    left_out: tuple[LeftOut, ...]
    soon: tuple[PlannedFollowUp, ...]
    ownerless: tuple[Promise, ...]
    drafts: tuple[PromiseSet, ...]
    unpublished: tuple[FollowUp, ...]

    @property
    def count(self) -> int:
        late = len(self.overdue) + len(self.left_out)
        return len(self.approvals) + late + len(self.ownerless)


def waiting_for(actor: Actor, *, today: date) -> Waiting:
    """All that waits for this person today."""
    working = _working(actor)
    drafts = tuple(working.filter(state=State.DRAFT).order_by("-made_at"))
    plan = _unanswered(actor)
    overdue = tuple(plan.filter(due_on__lt=today))
    return Waiting(
        approvals=approvals.waiting_among(PromiseSet.objects.select_related("home"), actor),
        overdue=overdue,
        left_out=_left_out(actor, {one.set_id for one in overdue}, today=today),
        soon=tuple(plan.filter(due_on__gte=today, due_on__lte=today + AHEAD)),
        ownerless=tuple(_ownerless(drafts)),
        drafts=drafts,
        unpublished=tuple(
            FollowUp.objects.filter(
                set__in=_in_hands_of(actor, Act.FOLLOW_UP), published_at=None
            ).select_related("set")
        ),
    )


def asked_by(actor: Actor) -> QuerySet[PromiseSet]:
    """Sets that these organisations have put to parties who have yet to answer."""
    return _working(actor).filter(state=State.IN_APPROVAL)


def _working(actor: Actor) -> QuerySet[PromiseSet]:
    """Sets whose words are the parties' own, and that the actor writes in."""
    return visible_to(actor).filter(
        Q(origin=Origin.DECIDED) | Q(taken_over_at__isnull=False),
        pk__in=_in_hands_of(actor, Act.WRITE_PROMISE).values("pk"),
    )


def _in_hands_of(actor: Actor, act: Act) -> QuerySet[PromiseSet]:
    """Sets whose parties or home let the actor do this."""
    own = actor.where(act)
    as_party = PromiseSet.objects.filter(parties__organisation__in=own)
    return (PromiseSet.objects.filter(home__in=own) | as_party).distinct()


def _unanswered(actor: Actor) -> QuerySet[PlannedFollowUp]:
    answered = FollowUp.objects.filter(planned=OuterRef("pk"), published_at__isnull=False)
    return (
        PlannedFollowUp.objects.filter(
            ~Exists(answered),
            set__in=_in_hands_of(actor, Act.FOLLOW_UP),
            set__version__isnull=False,
            set__origin=Origin.DECIDED,
        )
        .exclude(set__state=State.WITHDRAWN)
        .select_related("set")
    )


def _left_out(
    actor: Actor, all_late: Collection[int], *, today: date
) -> tuple[LeftOut, ...]:
    """Promises whose day has passed without a word, where others were followed up."""
    late = (
        BankEntry.objects.filter(
            due_on__lt=today, bank_set__set__in=_in_hands_of(actor, Act.FOLLOW_UP)
        )
        .exclude(verdict__in=DONE_WITH)
        .exclude(bank_set__set__in=all_late)
        .select_related("bank_set__set")
        .order_by("bank_set", "nr")
    )
    return tuple(
        LeftOut(
            set=rows[0].bank_set.set,
            titles=tuple(row.title for row in rows),
            since=min(row.due_on for row in rows if row.due_on),
        )
        for rows in (list(group) for _, group in groupby(late, lambda row: row.bank_set_id))
    )


def _ownerless(drafts: tuple[PromiseSet, ...]) -> QuerySet[Promise]:
    owned = Responsibility.objects.filter(promise=OuterRef("pk"))
    return Promise.objects.filter(
        ~Exists(owned), set__in=[draft.pk for draft in drafts], document=None
    ).select_related("set")
