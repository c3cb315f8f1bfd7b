"""What somebody's organisations let them see."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, IntegerField, Q, QuerySet, Value

from handslag.core.access import Act, Actor
from handslag.domain.incidents.models import GroupMember
from handslag.domain.incidents.rules import AUTHORITIES
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.organisations.models import Kind, Organisation

_NO_GROUP = 0

# A group, an organisation in it, and of which kind that is.
Row = tuple[int, int, str]


def sight_of(actor: Actor, *, today: date) -> Sight:
    """One query: the viewer's organisations, and the groups they sit in."""
    own = actor.where(Act.SEE_REPORTS)
    if not own:
        return Sight()
    mine = Organisation.objects.filter(pk__in=own).values_list(
        Value(_NO_GROUP, output_field=IntegerField()), F("pk"), F("kind")
    )
    rows: list[Row] = list(mine.union(_together(own, today), all=True))
    kinds = {pk: kind for group, pk, kind in rows if group == _NO_GROUP}
    return Sight(
        own=own,
        authorities=frozenset(
            pk for pk, kind in kinds.items() if Kind(kind) in AUTHORITIES
        ),
        groups=_groups(own, (row for row in rows if row[0] != _NO_GROUP)),
    )


def _together(own: frozenset[int], today: date) -> QuerySet[GroupMember, Row]:
    """Who sits today in a group that one of these sits in."""
    held = Q(since__lte=today) & (Q(until__isnull=True) | Q(until__gte=today))
    alive = Q(group__until__isnull=True) | Q(group__until__gte=today)
    members = GroupMember.objects.filter(held, alive)
    groups = members.filter(organisation__in=own).values("group")
    found = members.filter(group__in=groups)
    return found.values_list("group", "organisation", "organisation__kind")


def _groups(own: frozenset[int], rows: Iterable[Row]) -> dict[int, frozenset[int]]:
    """For each municipality: which of these sit with it in a group today."""
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
