"""What one may report on, and what has been reported."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import (
    ProgressEntry,
    Promise,
    PromiseSet,
    Responsibility,
    SetParty,
)
from handslag.domain.promises.queries.sets import party_ids, visible_to
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Origin


def reportable_by(actor: Actor, *, today: date) -> QuerySet[Promise]:
    """Published promises that one's organisation gives, keeps or has a part in.

    Those that have ended more than a quarter ago are left out: what was done
    late in the year is often written down in January.
    """
    own = actor.where(Act.REPORT_PROGRESS)
    mine = (
        Q(set__home__in=own)
        | Q(set__parties__organisation__in=own)
        | Q(responsible__organisation__in=own)
    )
    month = today.year * 12 + today.month - 4
    earliest = date(month // 12, month % 12 + 1, 1)
    held = Promise.objects.filter(
        Q(set__ends=None) | Q(set__ends__gte=earliest),
        mine,
        same_as=None,
        set__version__isnull=False,
    ).exclude(set__state=State.WITHDRAWN)
    ours = Q(set__origin=Origin.DECIDED) | Q(set__taken_over_at__isnull=False)
    return (
        held.filter(ours)
        .distinct()
        .select_related("set__home", "set__version")
        .prefetch_related(
            "targets",
            "progress",
            Prefetch("responsible", Responsibility.objects.select_related("organisation")),
            Prefetch("set__parties", SetParty.objects.select_related("organisation")),
        )
        .order_by("-set__starts", "set", "position", "pk")
    )


def entries_of(promise: Promise) -> QuerySet[ProgressEntry]:
    """What has been reported on a promise, the latest first."""
    return promise.progress.select_related("organisation", "target", "corrects").order_by(
        "-day", "-pk"
    )


def entries_seen_by(actor: Actor) -> QuerySet[ProgressEntry]:
    """What has been reported by one's own organisations, or on sets that one may see."""
    own = Q(organisation__in=actor.where(Act.SEE_WORKSPACE))
    seen = Q(promise__set__in=visible_to(actor).values("pk"))
    return ProgressEntry.objects.filter(own | seen).select_related(
        "promise__set", "organisation", "target", "corrects"
    )


def had_a_part(set_: PromiseSet) -> list[Organisation]:
    """Those who give the set, or have had a part in a promise of the same home."""
    return list(
        Organisation.objects.filter(
            Q(pk__in=party_ids(set_)) | Q(responsibilities__promise__set__home=set_.home)
        ).distinct()
    )
