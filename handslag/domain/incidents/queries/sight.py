"""What somebody's organisations let them see."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from handslag.core.access import Act, Actor
from handslag.domain.incidents.models import GroupMember
from handslag.domain.incidents.rules import AUTHORITIES
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.organisations.models import Kind, Organisation


def sight_of(actor: Actor, *, today: date) -> Sight:
    """Two queries: the viewer's organisations, and the groups they sit in."""
    own = actor.where(Act.SEE_REPORTS)
    kinds = Organisation.objects.filter(pk__in=own).values_list("pk", "kind")
    return Sight(
        own=own,
        authorities=frozenset(pk for pk, kind in kinds if Kind(kind) in AUTHORITIES),
        groups=_groups(own, today),
    )


def _groups(own: frozenset[int], today: date) -> dict[int, frozenset[int]]:
    """For each municipality: which of these sit with it in a group today."""
    held = Q(since__lte=today) & (Q(until__isnull=True) | Q(until__gte=today))
    alive = Q(group__until__isnull=True) | Q(group__until__gte=today)
    members = GroupMember.objects.filter(held, alive)
    mine = members.filter(organisation__in=own).values("group")
    rows = members.filter(group__in=mine).values_list(
        "group", "organisation", "organisation__kind"
    )
    by_group: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for group, organisation, kind in rows:
        by_group[group].append((organisation, kind))
    sight: dict[int, frozenset[int]] = defaultdict(frozenset)
    for together in by_group.values():
        here = frozenset(one for one, _ in together if one in own)
        for one, kind in together:
            if kind == Kind.MUNICIPALITY:
                sight[one] |= here
    return dict(sight)
