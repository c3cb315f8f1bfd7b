"""Whose task a report becomes: the rules of one municipality."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Category, Desk, Route
from handslag.domain.incidents.queries.desks import owners_for
from handslag.domain.incidents.rules.settings import MOST_ROUTES, RouteDraft, check_days
from handslag.domain.incidents.services.locking import locked, touched
from handslag.domain.organisations.models import Place


@transaction.atomic
def add_route(
    actor: Actor, desk: Desk, draft: RouteDraft, *, revision: int, today: date
) -> Route:
    """One more rule. The narrowest that fits an incident decides."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk, revision)
    there = Route.objects.filter(within=desk.within_id)
    if there.count() >= MOST_ROUTES:
        raise NotAllowedError("incidents.too_many_routes", most=MOST_ROUTES)
    last = there.aggregate(last=Max("position"))["last"]
    route = Route(within=desk.within, position=(last or 0) + 1)
    _say(route, desk, draft, today)
    touched(desk)
    record(actor, "incidents.route_added", route, on_behalf=desk.within_id)
    return route


@transaction.atomic
def save_route(
    actor: Actor,
    desk: Desk,
    route: Route,
    draft: RouteDraft,
    *,
    revision: int,
    today: date,
) -> Route:
    """Change a rule. It holds for what comes in from now on."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk, revision)
    route = Route.objects.get(pk=route.pk, within=desk.within_id)
    _say(route, desk, draft, today)
    touched(desk)
    record(actor, "incidents.route_changed", route, on_behalf=desk.within_id)
    return route


@transaction.atomic
def remove_route(actor: Actor, desk: Desk, route: Route) -> None:
    """Take a rule away. What it has sent on already stays where it is."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk)
    touched(desk)
    record(actor, "incidents.route_removed", route, on_behalf=desk.within_id)
    Route.objects.filter(pk=route.pk, within=desk.within_id).delete()


def _say(route: Route, desk: Desk, draft: RouteDraft, today: date) -> None:
    """Put the words on the rule, each of them the municipality's own or tied to it."""
    owner = owners_for(desk.within, today=today).filter(public_id=draft.owner).first()
    if owner is None and route.pk and route.owner.public_id == draft.owner:
        owner = route.owner
    if owner is None:
        raise NotAllowedError("incidents.unknown_owner")
    route.owner = owner
    route.days = check_days(draft.days)
    route.category = _category(desk, draft)
    route.place = _place(desk, draft)
    twin = Route.objects.filter(
        within=desk.within, category=route.category, place=route.place
    )
    if twin.exclude(pk=route.pk).exists():
        raise NotAllowedError("incidents.route_is_there")
    route.save()


def _category(desk: Desk, draft: RouteDraft) -> Category | None:
    if draft.category is None:
        return None
    rows = Category.objects.filter(within=desk.within_id, public_id=draft.category)
    found = rows.first()
    if found is None:
        raise NotAllowedError("incidents.unknown_category")
    return found


def _place(desk: Desk, draft: RouteDraft) -> Place | None:
    if draft.place is None:
        return None
    found = Place.objects.filter(within=desk.within_id, public_id=draft.place).first()
    if found is None:
        raise NotAllowedError("incidents.unknown_place")
    return found
