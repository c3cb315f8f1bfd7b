"""What a municipality has decided about its reports."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.incidents.models import (
    Category,
    Desk,
    Group,
    GroupInvitation,
    GroupMember,
    Incident,
    MachineKey,
    Route,
)
from handslag.domain.incidents.queries.ways import ways_of
from handslag.domain.incidents.rules.routing import chosen
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Kind, Organisation, Place


def desk_of(municipality: Organisation) -> Desk | None:
    """The terms on which the municipality receives reports; none if it does not."""
    return Desk.objects.filter(within=municipality).first()


def categories_of(
    municipality: Organisation, *, for_residents: bool = False
) -> QuerySet[Category]:
    """The kinds that can be chosen now, in order: each category before its kinds."""
    found = Category.objects.filter(within=municipality, is_ended=False)
    if for_residents:
        found = found.filter(for_residents=True)
    return found.order_by("position", "pk")


def routes_of(municipality: Organisation) -> QuerySet[Route]:
    """Whose task is what, in order."""
    rows = Route.objects.filter(within=municipality).order_by("position", "pk")
    return rows.select_related("category", "place", "owner")


def run_by(actor: Actor) -> QuerySet[Organisation]:
    """The municipalities whose desk this person runs."""
    rows = organisations.where(actor, Act.HANDLE_REPORTS)
    return rows.filter(kind=Kind.MUNICIPALITY)


def every_category(municipality: Organisation) -> QuerySet[Category]:
    """Those in use first, then those that are ended."""
    rows = Category.objects.filter(within=municipality)
    return rows.order_by("is_ended", "position", "pk")


def uses_of(municipality: Organisation) -> Mapping[int, int]:
    """How many incidents were reported under each category."""
    rows = Incident.objects.filter(within=municipality).values_list("category")
    return dict(rows.annotate(n=Count("pk")).order_by())


def owners_for(municipality: Organisation, *, today: date) -> QuerySet[Organisation]:
    """Those a task can be given to: tied to the municipality, or in a group with it."""
    tied = organisations.party_organisations(municipality, today=today).values("pk")
    mine = GroupMember.objects.filter(organisation=municipality, until__isnull=True)
    beside = GroupMember.objects.filter(group__in=mine.values("group"), until__isnull=True)
    found = Organisation.objects.filter(
        Q(pk__in=tied) | Q(pk__in=beside.values("organisation"))
    )
    return found.order_by("name", "pk")


def way_for(
    municipality: Organisation, category: Category | None, place: Place | None
) -> tuple[Organisation, int] | None:
    """Where an incident of this kind at this place would go, and within how many days:
    as `receive` decides it."""
    around = {place.pk, place.parent_id} if place else set()
    way = chosen(
        ways_of(municipality.pk),
        category=category.code if category else "",
        top=category.top if category else "",
        places=frozenset(one for one in around if one is not None),
    )
    return (Organisation.objects.get(pk=way.owner), way.days) if way else None


def groups_of(municipality: Organisation) -> QuerySet[Group]:
    """The groups that it leads or sits in, those that have ended last."""
    rows = Group.objects.filter(
        Q(lead=municipality) | Q(members__organisation=municipality)
    )
    return rows.distinct().select_related("lead").order_by("until", "name", "pk")


def group_for(actor: Actor, key: UUID) -> QuerySet[Group]:
    """A group, for those who run a desk in one of its municipalities."""
    ids = actor.where(Act.HANDLE_REPORTS)
    rows = Group.objects.filter(Q(lead__in=ids) | Q(members__organisation__in=ids))
    return rows.filter(public_id=key).distinct().select_related("lead")


def members_of_group(group: Group) -> QuerySet[GroupMember]:
    """Who sits there now, and who did."""
    rows = GroupMember.objects.filter(group=group).select_related("organisation")
    return rows.order_by("until", "organisation__name", "pk")


def asked_into(group: Group) -> QuerySet[GroupInvitation]:
    """The municipalities that have been asked and have not answered."""
    rows = GroupInvitation.objects.filter(group=group).select_related("organisation")
    return rows.order_by("organisation__name", "pk")


def invitations_to(municipality: Organisation) -> QuerySet[GroupInvitation]:
    """The groups that ask this municipality to come in."""
    rows = GroupInvitation.objects.filter(organisation=municipality)
    return rows.select_related("group", "group__lead").order_by("pk")


def can_be_asked(group: Group, *, today: date) -> QuerySet[Organisation]:
    """Who may be taken in: those tied to the one that leads, and every municipality."""
    seated = GroupMember.objects.filter(group=group, until__isnull=True)
    tied = organisations.party_organisations(group.lead, today=today).values("pk")
    rows = Organisation.objects.filter(Q(pk__in=tied) | Q(kind=Kind.MUNICIPALITY))
    return rows.exclude(pk__in=seated.values("organisation")).order_by("name", "pk")


def keys_of(municipality: Organisation) -> QuerySet[MachineKey]:
    """The keys of other systems, those that hold first."""
    rows = MachineKey.objects.filter(within=municipality)
    return rows.order_by("ended_at", "name", "pk")
