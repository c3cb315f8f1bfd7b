from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from handslag.core.deadlines import Basis, Deadline
from handslag.core.periods import stockholm_day
from handslag.domain.promises.models import (
    FollowUp,
    PlannedFollowUp,
    PromiseSet,
    SetParty,
)
from handslag.domain.promises.rules.schedule import DAYS_TO_APPROVE
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Origin

FOLLOW_UP = "promises.follow_up"
RENEWAL = "promises.renewal"
APPROVAL = "promises.approval"


def deadlines(*, homes: Collection[int] | None, today: date) -> list[Deadline]:
    """What these homes have bound themselves to and not done yet. Four queries.

    Follow-ups that were planned; sets that end without another after them; and
    wordings that the parties have been asked about.
    """
    planned = list(_planned(homes))
    ending = list(_ending(homes, today))
    asked = list(_asked(homes))
    sets = [one.set for one in planned] + ending + asked
    parties = _parties({one.pk for one in sets})
    return [
        *(
            _deadline(one.set, FOLLOW_UP, one.due_on, parties, function=one.function)
            for one in planned
        ),
        *(_deadline(one, RENEWAL, one.ends, parties) for one in ending if one.ends),
        *(
            _deadline(one, APPROVAL, _answer_by(one.round.opened_at), parties)
            for one in asked
            if one.round
        ),
    ]


def _own(homes: Collection[int] | None) -> QuerySet[PromiseSet]:
    """Sets that were decided here and hold, or are on their way to."""
    ours = PromiseSet.objects.filter(
        Q(origin=Origin.DECIDED) | Q(taken_over_at__isnull=False), taken_down_at=None
    ).exclude(state=State.WITHDRAWN)
    return ours if homes is None else ours.filter(home__in=homes)


def _planned(homes: Collection[int] | None) -> QuerySet[PlannedFollowUp]:
    answered = FollowUp.objects.filter(planned=OuterRef("pk"), published_at__isnull=False)
    public = _own(homes).filter(version__isnull=False)
    return PlannedFollowUp.objects.filter(
        ~Exists(answered), set__in=public.values("pk")
    ).select_related("set")


def _ending(homes: Collection[int] | None, today: date) -> QuerySet[PromiseSet]:
    """A set is missed for a year after its end; then it is history."""
    later = PromiseSet.objects.filter(predecessor=OuterRef("pk"), version__isnull=False)
    return _own(homes).filter(
        ~Exists(later), version__isnull=False, ends__gte=today - timedelta(days=365)
    )


def _asked(homes: Collection[int] | None) -> QuerySet[PromiseSet]:
    waiting = _own(homes).filter(state=State.IN_APPROVAL, round__isnull=False)
    return waiting.select_related("round")


def _answer_by(opened_at: datetime) -> date:
    return stockholm_day(opened_at) + timedelta(days=DAYS_TO_APPROVE)


def _parties(sets: Collection[int]) -> defaultdict[int, list[int]]:
    rows = SetParty.objects.filter(set__in=sets).values_list("set", "organisation")
    found: defaultdict[int, list[int]] = defaultdict(list)
    for set_, organisation in rows:
        found[set_].append(organisation)
    return found


def _deadline(
    set_: PromiseSet,
    kind: str,
    due_on: date,
    parties: defaultdict[int, list[int]],
    *,
    function: str = "",
) -> Deadline:
    return Deadline(
        kind=kind,
        due_on=due_on,
        basis=Basis.PROMISE,
        home=set_.home_id,
        name=set_.name,
        path=f"/arbete/loften/{set_.public_id}/",
        others=tuple(one for one in parties[set_.pk] if one != set_.home_id),
        function=function,
    )
