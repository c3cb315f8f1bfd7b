"""Sets as an import meets them: which one a record belongs to, and whether it is free."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from handslag.domain.promises.models import (
    Amendment,
    FollowUp,
    Lineage,
    ProgressEntry,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.rules.catalogue.sets import SetKey, set_key
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Origin


def sets_in(municipalities: Collection[int]) -> QuerySet[PromiseSet]:
    """The sets that a record about these municipalities may belong to, oldest first.

    A draft that nobody has seen is not one of them, nor what is made up for show.
    """
    public = Q(version__isnull=False) | Q(origin=Origin.IMPORTED)
    return (
        PromiseSet.objects.filter(public, is_example=False)
        .filter(areas__municipality__in=municipalities)
        .distinct()
        .prefetch_related("areas")
        .order_by("pk")
    )


def key_of(set_: PromiseSet) -> SetKey:
    areas = [row.municipality_id for row in set_.areas.all()]
    return set_key(areas, set_.period, set_.district)


def with_work(sets: Collection[int]) -> set[int]:
    """Those of the sets that somebody has made their own, or done something with."""
    of_set = OuterRef("pk")
    worked_on = (
        ~Q(origin=Origin.IMPORTED)
        | ~Q(state=State.SETTLED)
        | Q(taken_over_at__isnull=False)
        | Q(taken_down_at__isnull=False)
        | Q(revision__gt=1)
        | Q(Exists(Amendment.objects.filter(set=of_set)))
        | Q(Exists(FollowUp.objects.filter(set=of_set, document=None)))
        | Q(Exists(ProgressEntry.objects.filter(promise__set=of_set)))
        | Q(Exists(Promise.objects.filter(set=of_set, revision__gt=1)))
        | Q(Exists(Lineage.objects.filter(earlier__set=of_set)))
        | Q(Exists(PromiseSet.objects.filter(predecessor=of_set)))
    )
    rows = PromiseSet.objects.filter(pk__in=sets).filter(worked_on)
    return set(rows.values_list("pk", flat=True))
