"""One event of a report, as it is typed: by hand, in a list, or sent from a device."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from handslag.core.access import Actor
from handslag.domain.incidents import queries as incidents
from handslag.domain.incidents.models import Category, Incident
from handslag.domain.incidents.queries import reporting
from handslag.domain.incidents.queries.reporting import Post
from handslag.domain.incidents.rules import (
    Certainty,
    IncidentDraft,
    Inside,
    Known,
    Occurrence,
    Top,
    Where,
    Worry,
)
from handslag.domain.incidents.rules.drafts import LONGEST_TEXT, LONGEST_WHERE
from handslag.domain.organisations.maps import holds
from handslag.domain.organisations.models import Place
from handslag.domain.organisations.queries import places_in
from handslag.web.guarded import marked
from handslag.web.words.incidents import CERTAINTIES, INSIDES, REFUSALS, TOPS, WORRIES
from handslag.web.words.text import Text
from handslag.web.workspace import fields

A_TIME = gettext_lazy("Write a day and a time, for example 2026-11-14 21.30.")
FARTHEST = 100_000  # metres; a position less certain than that says nothing


@dataclass(frozen=True, slots=True)
class Kind:
    """One large button, and the kinds under it."""

    top: Top
    name: Text
    kinds: list[tuple[str, str]] = field(default_factory=list)
    is_itself: bool = False  # can be chosen without one of the kinds under it


def kinds_of(categories: Iterable[Category]) -> list[Kind]:
    """The municipality's categories, each with its kinds, in its own words."""
    english = (get_language() or "sv") == "en"
    found: dict[Top, Kind] = {}
    for one in categories:
        top, name = Top(one.top), (one.en if english and one.en else one.sv)
        kind = found.get(top) or Kind(top, TOPS[top])
        if one.code == one.top:
            kind = Kind(top, name, kind.kinds, is_itself=True)
        else:
            kind.kinds.append((one.code, name))
        found[top] = kind
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in one municipality: kinds and places. Two queries."""

    kinds: list[Kind]
    places: list[Place]
    code: str  # of the municipality, whose outline a point must lie in


def choices_of(post: Post) -> Choices:
    return Choices(
        kinds_of(incidents.categories_of(post.within)),
        list(places_in(post.within)),
        post.within.code,
    )


NOW, TODAY, TIME, INTERVAL, UNKNOWN = "now", "today", "time", "interval", "unknown"
WHENS: Mapping[str, Text] = {
    NOW: gettext_lazy("Now"),
    TODAY: gettext_lazy("Earlier today"),
    TIME: gettext_lazy("At a time"),
    INTERVAL: gettext_lazy("Between two times"),
    UNKNOWN: gettext_lazy("Do not know"),
}


def _one_of(
    label: fields.Text, named: Mapping[Any, Text], **more: Any
) -> forms.ChoiceField:
    choices = [(str(code), name) for code, name in named.items()]
    return forms.ChoiceField(
        label=label, choices=choices, required=False, widget=forms.RadioSelect, **more
    )


def _moment(label: fields.Text) -> forms.DateTimeField:
    shown = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=label, required=False, widget=shown, error_messages={"invalid": A_TIME}
    )


class IncidentForm(forms.Form):
    """What, where, when, and a line of text."""

    top = forms.ChoiceField(
        label=gettext_lazy("What"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what it is about.")},
    )
    lon = forms.FloatField(required=False, widget=forms.HiddenInput)
    lat = forms.FloatField(required=False, widget=forms.HiddenInput)
    accuracy = forms.FloatField(
        required=False, min_value=0, max_value=FARTHEST, widget=forms.HiddenInput
    )
    same = forms.UUIDField(required=False)
    place = forms.ChoiceField(label=gettext_lazy("Place in the list"), required=False)
    where = marked(
        forms.CharField(
            label=gettext_lazy("Where, in words"),
            required=False,
            max_length=LONGEST_WHERE,
            widget=forms.TextInput(attrs={"aria-describedby": "id_where_hint"}),
        )
    )
    inside = _one_of(gettext_lazy("Indoors or outdoors"), INSIDES)
    when = _one_of(gettext_lazy("When"), WHENS, initial=NOW)
    starts = _moment(gettext_lazy("From"))
    ends = _moment(gettext_lazy("Until"))
    text = marked(
        forms.CharField(
            label=gettext_lazy("In a line: what do you see?"),
            required=False,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 3, "aria-describedby": "id_text_hint"}),
        )
    )
    worry = _one_of(gettext_lazy("Your own assessment"), WORRIES)
    certainty = _one_of(gettext_lazy("How do you know?"), CERTAINTIES)

    def __init__(
        self, *args: Any, choices: Choices, actor: Actor, ready: int = 0, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered, self.actor, self.ready = choices, actor, ready
        self.fields["top"].choices = [(one.top.value, one.name) for one in choices.kinds]  # type: ignore[attr-defined]
        for kind in choices.kinds:
            name = f"kind_{kind.top.value}"
            self.fields[name] = forms.ChoiceField(choices=kind.kinds, required=False)
        places = [(str(one.public_id), one.name) for one in choices.places]
        self.fields["place"].choices = [("", _("No place chosen")), *places]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        self._check_kind(said)
        self._check_where(said)
        self._check_when(said)
        return said

    def _check_kind(self, said: dict[str, Any]) -> None:
        by_top = {one.top.value: one for one in self.offered.kinds}
        chosen = by_top.get(said.get("top", ""))
        if chosen and not chosen.is_itself and not said.get(f"kind_{chosen.top.value}"):
            self.add_error("top", _("Choose one of the kinds under it too."))

    def _check_where(self, said: dict[str, Any]) -> None:
        self.same_place = self._same(said.get("same"))
        if "place" in self.errors or "where" in self.errors or self.same_place:
            return
        lon, lat = said.get("lon"), said.get("lat")
        if lon is not None and lat is not None and not holds(self.offered.code, lon, lat):
            self.add_error("place", str(REFUSALS["incidents.outside_the_municipality"]))
        if lon is None and not said.get("place") and not said.get("where"):
            self.add_error("place", _("Say where it is: a place, a position or in words."))

    def _same(self, key: UUID | None) -> Incident | None:
        if key is None:
            return None
        found = reporting.own_incident(self.actor, key)
        if found is None:
            self.add_error("place", _("The place of last time is gone. Choose one again."))
        return found

    def _check_when(self, said: dict[str, Any]) -> None:
        when = said.get("when")
        if when in (TIME, INTERVAL) and not said.get("starts") and not self.errors:
            self.add_error("starts", _("Write when it happened, or choose another answer."))
        if when == INTERVAL and not said.get("ends") and not self.errors:
            self.add_error("ends", _("Write until when it went on."))

    def draft(self, moment: datetime) -> IncidentDraft:
        """What was said. `moment` is when it was written: that is what "now" means."""
        said = self.cleaned_data
        worry, certainty = said["worry"], said["certainty"]
        return IncidentDraft(
            category=said.get(f"kind_{said['top']}") or said["top"],
            where=self._where(said),
            when=_when(said, moment),
            text=said["text"],
            worry=Worry(worry) if worry else None,
            certainty=Certainty(certainty) if certainty else None,
        )

    def _where(self, said: dict[str, Any]) -> Where:
        inside = Inside(said["inside"]) if said["inside"] else Inside.UNKNOWN
        same, chosen = self.same_place, said["place"]
        if same is not None:
            return Where(
                lon=same.lon if same.precision == "point" else None,
                lat=same.lat if same.precision == "point" else None,
                accuracy=same.accuracy,
                place=same.place.public_id if same.place else None,
                words=said["where"] or same.where_words,
                inside=inside,
            )
        return Where(
            lon=said["lon"],
            lat=said["lat"],
            accuracy=None if said["accuracy"] is None else round(said["accuracy"]),
            place=UUID(chosen) if chosen else None,
            words=said["where"],
            inside=inside,
        )


def _when(said: Mapping[str, Any], moment: datetime) -> Occurrence:
    choice = said["when"] or UNKNOWN
    if choice == NOW:
        return Occurrence(Known.EXACT, starts=moment)
    if choice == TODAY:
        here = timezone.localtime(moment)
        dawn = timezone.make_aware(datetime.combine(here.date(), time()))
        return Occurrence(Known.INTERVAL, starts=dawn, ends=moment)
    if choice == TIME:
        return Occurrence(Known.EXACT, starts=said["starts"])
    if choice == INTERVAL:
        return Occurrence(Known.INTERVAL, starts=said["starts"], ends=said["ends"])
    return Occurrence()
