"""Evening places (Purple Flag, five by four), and areas that keep watch together."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks import queries, services
from handslag.domain.walks.models import Flag, WatchCount
from handslag.domain.walks.rules import (
    LONGEST_LINE,
    FlagDraft,
    FlagLevel,
    Focus,
    Watch,
    WatchDraft,
    Zone,
)
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded
from handslag.web.requests import WorkRequest
from handslag.web.words import walks as words
from handslag.web.workspace import fields
from handslag.web.workspace.sight import home_of, shown
from handslag.web.workspace.walks.forms import NO_NAMES, named
from handslag.web.workspace.walks.writing import BOTH, Page, written

MOST = 2000


class FlagForm(LockForm):
    """A place in the evening: a word for each area at each time, and a line if needed."""

    area = guarded(
        fields.line(
            gettext_lazy("Which place is it about?"),
            required=gettext_lazy("Write which place it is about."),
            max_length=LONGEST_LINE,
        )
    )
    walked_on = fields.day(
        gettext_lazy("When was it walked?"), required=gettext_lazy("Choose a day.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for focus, area in words.FOCUSES.items():
            for zone, time in words.ZONES.items():
                name = f"{area}, {time}"
                self.fields[f"{focus.value}_{zone.value}"] = forms.ChoiceField(
                    label=name,
                    choices=named(words.FLAG_LEVELS),
                    initial=FlagLevel.UNKNOWN.value,
                )
                note = fields.line(
                    _("A line about %(what)s") % {"what": name}, max_length=LONGEST_LINE
                )
                self.fields[f"{focus.value}_{zone.value}_note"] = guarded(note)

    @property
    def matrix(self) -> list[tuple[Any, list[tuple[Any, Any, Any]]]]:
        """The rows: an area, and for each time its field and line."""
        return [
            (
                area,
                [
                    (
                        time,
                        self[f"{focus.value}_{zone.value}"],
                        self[f"{focus.value}_{zone.value}_note"],
                    )
                    for zone, time in words.ZONES.items()
                ],
            )
            for focus, area in words.FOCUSES.items()
        ]

    def draft(self) -> FlagDraft:
        given = self.cleaned_data
        cells = {}
        for focus in Focus:
            for zone in Zone:
                key = f"{focus.value}_{zone.value}"
                cells[focus, zone] = (FlagLevel(given[key]), given[f"{key}_note"])
        return FlagDraft(given["area"], given["walked_on"], cells)


class WatchForm(LockForm):
    """How many areas keep watch this year."""

    watch = fields.choice(
        gettext_lazy("What is counted?"),
        named(words.WATCHES),
        required=gettext_lazy("Choose one."),
        radio=True,
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        error_messages={
            "required": fields.A_WHOLE_NUMBER,
            "invalid": fields.A_WHOLE_NUMBER,
        },
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    where = guarded(
        fields.line(
            gettext_lazy("Which part of the municipality?"),
            max_length=LONGEST_LINE,
            help_text=gettext_lazy("Empty: all of it. Never households or addresses."),
        )
    )
    areas = forms.IntegerField(
        label=gettext_lazy("How many areas or boat clubs?"),
        min_value=0,
        max_value=MOST,
        error_messages={
            "required": fields.A_WHOLE_NUMBER,
            "invalid": fields.A_WHOLE_NUMBER,
        },
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    new = forms.IntegerField(
        label=gettext_lazy("How many of them are new this year?"),
        min_value=0,
        max_value=MOST,
        required=False,
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
        widget=forms.NumberInput(attrs={"class": "short"}),
    )

    def draft(self) -> WatchDraft:
        given = self.cleaned_data
        return WatchDraft(
            Watch(given["watch"]),
            given["year"],
            given["areas"],
            given["new"] or 0,
            given["where"],
        )


@require_safe
def flags(request: WorkRequest) -> HttpResponse:
    """The evening places of one's municipalities."""
    rows = [(one, _filled(one)) for one in queries.flags_seen_by(request.actor)]
    context = {"rows": rows, "may": queries.homes(request.actor).exists()}
    return shown(request, "walks/flags", context)


def _filled(flag: Flag) -> int:
    return sum(one.level != FlagLevel.UNKNOWN for one in flag.cells.all())


@require_http_methods(BOTH)
def new_flag(request: WorkRequest) -> HttpResponse:
    """Judge a place in the evening."""
    home = _home(request)
    if home is None:
        return _choose(request)
    start = {"revision": 0, "walked_on": request.today}
    form = FlagForm(request.POST or None, initial=start)
    back = reverse("workspace:evening-places")
    return written(
        request,
        Page(_("An evening place"), back, _("Evening places"), str(NO_NAMES)),
        form,
        lambda: services.begin_flag(request.actor, home, form.draft()),
        template="walks/flag",
        more={"home": home},
    )


@require_http_methods(BOTH)
def flag(request: WorkRequest, key: UUID) -> HttpResponse:
    """Judge it anew."""
    row = _flag(request, key)
    if request.method == "POST":
        require(request.actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    form = FlagForm(request.POST or None, initial=_of(row))
    back = reverse("workspace:evening-places")
    return written(
        request,
        Page(row.area, back, _("Evening places")),
        form,
        lambda: services.save_flag(
            request.actor, row, form.draft(), revision=form.cleaned_data["revision"]
        ),
        now=lambda: _of(_flag(request, key)),
        template="walks/flag",
        more={"home": row.home, "read_only": not _may(request, row)},
    )


def _may(request: WorkRequest, row: Flag) -> bool:
    return request.actor.may(Act.LISTEN, row.home_id)


def _flag(request: WorkRequest, key: UUID) -> Flag:
    return get_object_or_404(queries.flags_seen_by(request.actor), public_id=key)


def _of(row: Flag) -> dict[str, object]:
    said: dict[str, object] = {
        "area": row.area,
        "walked_on": row.walked_on,
        "revision": row.revision,
    }
    for one in row.cells.all():
        said[f"{one.focus}_{one.zone}"] = one.level
        said[f"{one.focus}_{one.zone}_note"] = one.note
    return said


@require_safe
def watches(request: WorkRequest) -> HttpResponse:
    """How many areas keep watch, year by year."""
    rows = [
        (one, words.WATCHES[Watch(one.watch)])
        for one in queries.watches_seen_by(request.actor)
    ]
    context = {"rows": rows, "may": queries.homes(request.actor).exists()}
    return shown(request, "walks/watches", context)


@require_http_methods(BOTH)
def new_watch(request: WorkRequest) -> HttpResponse:
    """Count a year."""
    home = _home(request)
    if home is None:
        return _choose(request)
    form = WatchForm(
        request.POST or None, initial={"revision": 0, "year": request.today.year}
    )
    back = reverse("workspace:watches")
    return written(
        request,
        Page(_("Count those who keep watch"), back, _("Neighbourhood and boat watch")),
        form,
        lambda: services.count_watch(
            request.actor, home, form.draft(), today=request.today
        ),
        template="walks/watch",
        more={"home": home},
    )


@require_http_methods(BOTH)
def watch(request: WorkRequest, key: UUID) -> HttpResponse:
    """Correct a count."""
    row = _watch(request, key)
    require(request.actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    form = WatchForm(request.POST or None, initial=_counted(row))
    back = reverse("workspace:watches")
    return written(
        request,
        Page(_("Correct the count"), back, _("Neighbourhood and boat watch")),
        form,
        lambda: services.save_watch(
            request.actor,
            row,
            form.draft(),
            revision=form.cleaned_data["revision"],
            today=request.today,
        ),
        now=lambda: _counted(_watch(request, key)),
        template="walks/watch",
        more={"home": row.home},
    )


def _watch(request: WorkRequest, key: UUID) -> WatchCount:
    return get_object_or_404(queries.watches_seen_by(request.actor), public_id=key)


def _counted(row: WatchCount) -> dict[str, object]:
    return {
        "watch": row.watch,
        "year": row.year,
        "where": row.where,
        "areas": row.areas,
        "new": row.new,
        "revision": row.revision,
    }


def _home(request: WorkRequest) -> Organisation | None:
    homes = queries.homes(request.actor)
    own = frozenset(homes.values_list("pk", flat=True))
    require(request.actor, Act.LISTEN, in_any_of=own)
    return home_of(request, homes)


def _choose(request: WorkRequest) -> HttpResponse:
    return shown(request, "walks/choose", {"homes": queries.homes(request.actor)})
