"""Whose task a report becomes: the rules, and a line to try them with."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Desk, Route
from handslag.domain.incidents.rules.settings import RouteDraft
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.desk.overview import USUAL_DAYS, days_field
from handslag.web.workspace.desk.sight import saved, sent, the_desk
from handslag.web.workspace.sight import shown

LIST = "workspace:desk-routes"


class AimForm(forms.Form):
    """A kind and a place."""

    category = fields.choice(_("Which kind?"), [])
    place = fields.choice(_("Which place?"), [])

    def __init__(self, *args: Any, home: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        self.kinds = {str(one.public_id): one for one in queries.categories_of(home)}
        self.places = {str(one.public_id): one for one in organisations.places_in(home)}
        kinds = [(key, self._kind(one)) for key, one in self.kinds.items()]
        _offer(self, "category", [("", _("Any kind")), *kinds])
        named = [(key, one.name) for key, one in self.places.items()]
        _offer(self, "place", [("", _("Anywhere")), *named])

    @staticmethod
    def _kind(one: Any) -> str:
        return one.sv if one.code == one.top else f"– {one.sv}"


class RouteForm(AimForm, LockForm):
    """Whose task, and within how many days."""

    owner = fields.choice(_("Whose task is it?"), [], required=_("Choose an organisation."))
    days = days_field()
    field_order = ("category", "place", "owner", "days")

    def __init__(self, *args: Any, route: Route | None, **kwargs: Any) -> None:
        owners = list(kwargs.pop("owners"))
        super().__init__(*args, **kwargs)
        if route is not None and route.owner not in owners:
            owners.append(route.owner)
        named = [(str(one.public_id), one.name) for one in owners]
        _offer(self, "owner", [("", _("Choose")), *named])

    @property
    def draft(self) -> RouteDraft:
        given = self.cleaned_data
        return RouteDraft(
            owner=UUID(given["owner"]),
            days=given["days"],
            category=UUID(given["category"]) if given["category"] else None,
            place=UUID(given["place"]) if given["place"] else None,
        )


def _offer(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = choices


@require_safe
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """The rules, and what they give for one thing that is tried."""
    desk = the_desk(request, key)
    form = AimForm(request.GET or None, home=desk.within)
    tried = _tried(form) if form.is_valid() else ""
    rows = [
        {
            "one": route,
            "days": ngettext("%(n)s day", "%(n)s days", route.days) % {"n": route.days},
        }
        for route in queries.routes_of(desk.within)
    ]
    context = {"home": desk.within, "rows": rows, "form": form, "tried": tried}
    return shown(request, "desk/routes", context)


def _tried(form: AimForm) -> str:
    """ "Graffiti at the square goes to …", as it would if it came in now."""
    given = form.cleaned_data
    kind = form.kinds.get(given["category"])
    place = form.places.get(given["place"])
    way = queries.way_for(form.home, kind, place)
    words = {
        "what": kind.sv if kind else now_("Any kind"),
        "where": place.name if place else now_("anywhere"),
    }
    if way is None:
        said = now_("%(what)s, %(where)s: no rule fits. It waits until you give it away.")
        return said % words
    owner, days = way
    said = ngettext(
        "%(what)s, %(where)s: goes to %(owner)s, within %(days)s day.",
        "%(what)s, %(where)s: goes to %(owner)s, within %(days)s days.",
        days,
    )
    return said % {**words, "owner": owner.name, "days": days}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """One more rule."""
    return _page(request, the_desk(request, key), None)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Change a rule."""
    desk = the_desk(request, key)
    return _page(request, desk, _the_route(desk, one))


def _page(request: WorkRequest, desk: Desk, route: Route | None) -> HttpResponse:
    form = RouteForm(
        request.POST or None,
        home=desk.within,
        route=route,
        owners=queries.owners_for(desk.within, today=request.today),
        initial=_initial(desk, route),
    )
    if form.is_valid() and saved(
        form, lambda: _save(request, desk, route, form), lambda: _revision(desk)
    ):
        messages.success(request, now_("Saved. It holds for what comes in from now on."))
        return redirect(LIST, desk.within.public_id)
    context = {"home": desk.within, "form": form, "route": route}
    return shown(request, "desk/route", context, form)


def _save(request: WorkRequest, desk: Desk, route: Route | None, form: RouteForm) -> None:
    about = {"revision": form.cleaned_data["revision"], "today": request.today}
    if route is None:
        services.add_route(request.actor, desk, form.draft, **about)
    else:
        services.save_route(request.actor, desk, route, form.draft, **about)


def _initial(desk: Desk, route: Route | None) -> dict[str, object]:
    if route is None:
        return {"revision": desk.revision, "days": desk.days or USUAL_DAYS}
    return {
        "revision": desk.revision,
        "category": str(route.category.public_id) if route.category else "",
        "place": str(route.place.public_id) if route.place else "",
        "owner": str(route.owner.public_id),
        "days": route.days,
    }


@require_POST
def remove(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Take a rule away."""
    desk = the_desk(request, key)
    route = _the_route(desk, one)
    return sent(
        request,
        lambda: services.remove_route(request.actor, desk, route),
        now_("The rule is taken away."),
        LIST,
        key,
    )


def _the_route(desk: Desk, key: UUID) -> Route:
    return get_object_or_404(queries.routes_of(desk.within), public_id=key)


def _revision(desk: Desk) -> int:
    found = queries.desk_of(desk.within)
    return found.revision if found else 0
