"""The rules of routing, as the rule that chooses wants them."""

from handslag.domain.incidents.models import Route
from handslag.domain.incidents.rules.routing import Way


def ways_of(within: int) -> list[Way]:
    """One query."""
    rows = Route.objects.filter(within=within).select_related("category")
    return [
        Way(
            owner=one.owner_id,
            days=one.days,
            position=one.position,
            category=_kind(one),
            top=_top(one),
            places=frozenset({one.place_id}) if one.place_id else frozenset(),
        )
        for one in rows
    ]


def _kind(route: Route) -> str:
    category = route.category
    return category.code if category and category.code != category.top else ""


def _top(route: Route) -> str:
    return route.category.top if route.category else ""
