from django.db.models import Model, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.promises.models import (
    FollowUp,
    PlannedFollowUp,
    ProgressEntry,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.queries.wording import working_promises


def visible_to(actor: Actor) -> QuerySet[PromiseSet]:
    """The sets that one's own organisations give, or keep."""
    own = actor.where(Act.SEE_WORKSPACE)
    mine = Q(home__in=own) | Q(parties__organisation__in=own)
    return (
        PromiseSet.objects.filter(mine)
        .distinct()
        .select_related("home", "version", "round")
    )


def party_ids(set_: PromiseSet) -> frozenset[int]:
    """The organisations whose people may work with the set: its parties and its home."""
    rows = set_.parties.values_list("organisation_id", flat=True)
    return frozenset({set_.home_id, *rows})


def approvers_of(set_: PromiseSet) -> list[Organisation]:
    """Those who must say yes to the exact wording, in the order of the set."""
    rows = set_.parties.filter(approves=True).select_related("organisation")
    return [row.organisation for row in rows]


def parties_of(set_: PromiseSet) -> list[Organisation]:
    """Those who give the set, in its order."""
    return [row.organisation for row in set_.parties.select_related("organisation")]


def promises_of(set_: PromiseSet) -> list[Promise]:
    """The promises of the working text, in order, with all that hangs on them."""
    return list(working_promises(set_))


def promise_of(actor: Actor, key: str) -> QuerySet[Promise]:
    """One promise in a set that the actor may see."""
    sets = visible_to(actor).values("pk")
    found = Promise.objects.filter(public_id=key, set__in=sets)
    return found.select_related("set__home", "set__version")


def follow_up_of(actor: Actor, key: str) -> QuerySet[FollowUp]:
    """One follow-up of a set that the actor may see."""
    sets = visible_to(actor).values("pk")
    return FollowUp.objects.filter(public_id=key, set__in=sets).select_related("set__home")


def unanswered_plan(set_: PromiseSet) -> list[PlannedFollowUp]:
    """The planned follow-ups that have no published answer yet, the earliest first."""
    answered = FollowUp.objects.filter(set=set_, published_at__isnull=False)
    told = answered.exclude(planned=None).values("planned")
    return list(set_.plan.exclude(pk__in=told))


def all_of(set_: PromiseSet) -> list[Model]:
    """The set and the things in it that have a log of their own."""
    progress = ProgressEntry.objects.filter(promise__set=set_)
    return [set_, *set_.promises.all(), *set_.follow_ups.all(), *progress]


def set_at(municipality: str, period: str) -> PromiseSet | None:
    """The set of a public address, also when it is no longer shown there."""
    return PromiseSet.objects.filter(
        slugs__municipality__slugs__slug=municipality, slugs__slug=period
    ).first()


def places_for(set_: PromiseSet) -> QuerySet[Place]:
    """The named places that the promises of a set can be about, by name."""
    within = {area.municipality_id for area in set_.areas.all()}
    return Place.objects.filter(
        within__in=within | party_ids(set_) | {set_.home_id}
    ).order_by("name", "pk")
