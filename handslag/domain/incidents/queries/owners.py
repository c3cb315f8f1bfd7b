"""Whose task an incident may become."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from handslag.domain.incidents.models import GroupMember, Route
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import party_organisations


def may_own(within: int, *, today: date) -> QuerySet[Organisation]:
    """The municipality, those tied to it, in its groups, or named in its rules."""
    home = Organisation.objects.get(pk=within)
    tied = party_organisations(home, today=today).values("pk")
    routed = Route.objects.filter(within=within).values("owner")
    return Organisation.objects.filter(
        Q(pk__in=tied) | Q(pk__in=routed) | Q(pk__in=in_groups_with(within, today=today))
    ).order_by("name", "pk")


def in_groups_with(within: int, *, today: date) -> QuerySet[GroupMember, Any]:
    """The numbers of the organisations that sit in a group with the municipality today."""
    held = Q(since__lte=today) & (Q(until__isnull=True) | Q(until__gte=today))
    alive = Q(group__until__isnull=True) | Q(group__until__gte=today)
    members = GroupMember.objects.filter(held, alive)
    groups = members.filter(organisation=within).values("group")
    return members.filter(group__in=groups).values("organisation")
