"""The groups that somebody sits in, and who sits in a group."""

from datetime import date

from django.db.models import Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.incidents.models import Group, GroupMember
from handslag.domain.organisations.models import Kind, Organisation


def _sits(today: date) -> Q:
    return Q(since__lte=today) & (Q(until__isnull=True) | Q(until__gte=today))


def groups_seen_by(actor: Actor, *, today: date) -> QuerySet[Group]:
    """The groups in which one of the actor's organisations sits today."""
    own = GroupMember.objects.filter(
        _sits(today), organisation__in=actor.where(Act.SEE_REPORTS)
    )
    alive = Q(until__isnull=True) | Q(until__gte=today)
    return (
        Group.objects.filter(alive, pk__in=own.values("group"))
        .select_related("lead")
        .order_by("name", "pk")
    )


def led_by(actor: Actor, group: Group) -> bool:
    """Whether the actor writes for the group: the organisation that leads it does."""
    return actor.may(Act.HANDLE_REPORTS, group.lead_id)


def members_of(group: Group, *, today: date) -> QuerySet[Organisation]:
    """The organisations that sit in the group, by name."""
    sits = GroupMember.objects.filter(_sits(today), group=group)
    return Organisation.objects.filter(pk__in=sits.values("organisation")).order_by(
        "name", "pk"
    )


def municipality_ids(group: Group, *, today: date) -> list[int]:
    """The municipalities whose incidents the group meets about."""
    kinds = members_of(group, today=today).filter(kind=Kind.MUNICIPALITY)
    return list(kinds.values_list("pk", flat=True))
