"""The named places of a municipality: a square, a school, a street to promise about."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.organisations import maps, positions, queries, services
from handslag.domain.organisations.models import PLACE_KIND_NAMES, Organisation
from handslag.domain.organisations.rules import Kind, NotAllowedError, PlaceKind
from handslag.domain.organisations.services import Point
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import shown


class PlaceForm(forms.Form):
    """What it is called, what it is, and where."""

    name = fields.line(
        _("Name"),
        required=_("Write the name."),
        help_text=_("A square, a street, an area. Never somebody's home."),
        max_length=120,
    )
    kind = fields.choice(
        _("What kind of place is it?"),
        [(one.value, PLACE_KIND_NAMES[one]) for one in PlaceKind],
        required=_("Choose what kind of place it is."),
    )
    parent = fields.choice(_("In which larger place?"), [])
    position = fields.line(
        _("Position"),
        help_text=_(
            "Latitude and longitude, as 59.2372, 14.4306, or the address of a map on the "
            "web with the place in the middle."
        ),
        max_length=500,
    )
    outline = fields.words(
        _("Outline of an area or a way"),
        help_text=_("GeoJSON from a map program. Leave it empty for a point."),
        rows=3,
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.places = {str(one.public_id): one for one in queries.places_in(organisation)}
        larger = [(key, one.name) for key, one in self.places.items()]
        field = self.fields["parent"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [("", "–"), *larger]

    def clean_position(self) -> Point | None:
        typed: str = self.cleaned_data["position"]
        if not typed.strip():
            return None
        return self._point(*_or_sentence(positions.position, typed))

    def clean_outline(self) -> dict[str, Any] | None:
        typed: str = self.cleaned_data["outline"]
        if not typed.strip():
            return None
        found: dict[str, Any] = _or_sentence(positions.outline, typed)
        self._point(*positions.middle(found))
        return found

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        shape = given.get("outline")
        if shape and given.get("position") is None and "position" not in self.errors:
            given["position"] = Point(*positions.middle(shape))
        return given

    def _point(self, lon: float, lat: float) -> Point:
        """Refuse what lies in another municipality: the numbers are easily mixed up."""
        code = self.organisation.code
        municipal = self.organisation.kind == Kind.MUNICIPALITY
        if municipal and maps.close_up(code) and not maps.is_near(code, lon, lat):
            raise forms.ValidationError(
                now_("That is not in %(name)s. Check the numbers.")
                % {"name": self.organisation.short_name}
            )
        return Point(lon, lat)


def _or_sentence(read: Any, typed: str) -> Any:
    try:
        return read(typed)
    except NotAllowedError as error:
        raise forms.ValidationError(services.sentence(error)) from None


@require_safe
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """The places that promises can be about."""
    organisation = _own(request, key)
    rows = [
        {"place": one, "kind": PLACE_KIND_NAMES[PlaceKind(one.kind)]}
        for one in queries.places_in(organisation)
    ]
    context = {
        "organisation": organisation,
        "rows": rows,
        "may_write": request.actor.may(Act.WRITE_PROMISE, organisation.pk),
    }
    return shown(request, "organisations/places", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Put a place on the map."""
    organisation = _own(request, key)
    require(request.actor, Act.WRITE_PROMISE, in_any_of=frozenset({organisation.pk}))
    form = PlaceForm(request.POST or None, organisation=organisation)
    if form.is_valid():
        given = form.cleaned_data
        place = services.name_place(
            request.actor,
            organisation,
            kind=PlaceKind(given["kind"]),
            name=given["name"],
            point=given["position"],
            parent=form.places.get(given["parent"]),
            shape=given["outline"],
        )
        messages.success(
            request, now_("%(place)s can be chosen in the promises now.") % {"place": place}
        )
        return redirect("workspace:places", organisation.public_id)
    context = {"organisation": organisation, "form": form}
    return shown(request, "organisations/new_place", context, form)


def _own(request: WorkRequest, key: UUID) -> Organisation:
    return get_object_or_404(queries.visible_to(request.actor), public_id=key)
