"""What will be stored, line by line, as it will be stored."""

import json
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from handslag.domain.incidents.rules import Daypart, Inside, Top, Worry
from handslag.web.public.reporting.forms import Step
from handslag.web.public.reporting.questions import kind_of, name_of
from handslag.web.public.reporting.walk import Walk
from handslag.web.ui.maps import collection, feature, point
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.incidents import DAYPARTS, INSIDES, WORRIES


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is stored, and the step in which it is changed."""

    name: str
    value: str
    step: Step


def lines_of(walk: Walk, language: str) -> list[Line]:
    """All that the form stores, also what was left empty."""
    kind = kind_of(walk)
    lines = [
        Line(_("Place"), _place(walk), Step.WHERE),
        Line(_("Where, in your words"), walk.said("where_words"), Step.WHERE),
        Line(_("Indoors or outdoors"), _inside(walk), Step.WHERE),
        Line(_("What you report"), name_of(kind, language) if kind else "", Step.WHAT),
        Line(_("In your own words"), walk.said("text"), Step.WHY),
        Line(_("When"), _when(walk), Step.WHEN),
        Line(_("E-mail address"), walk.said("email"), Step.CONTACT),
    ]
    if kind is None or kind.top is not Top.SAFE_PLACE:
        lines.insert(5, Line(_("How much it worries you"), _worry(walk), Step.WHY))
    return lines


def marks_of(walk: Walk) -> str:
    """The chosen point as GeoJSON, for a map beside; nothing without one."""
    lon, lat = walk.point()
    if lon is None or lat is None:
        return ""
    chosen = feature(point(lon, lat), key="point", text=_("The point you chose."))
    return json.dumps(collection([chosen]))


def _place(walk: Walk) -> str:
    chosen = next((one for one in walk.places if str(one.key) == walk.said("place")), None)
    lon, lat = walk.said("lon"), walk.said("lat")
    said = [chosen.name] if chosen else []
    if lon and lat:
        said.append(
            _("the point you chose on the map: %(lat)s, %(lon)s") % {"lat": lat, "lon": lon}
        )
    elif chosen and chosen.small and chosen.lon is not None:
        said.append(_("with the place's own point on the map"))
    return ", ".join(said)


def _inside(walk: Walk) -> str:
    said = walk.said("inside")
    known = {str(one) for one in Inside} - {Inside.UNKNOWN}
    return str(INSIDES[Inside(said)]) if said in known else ""


def _worry(walk: Walk) -> str:
    said = walk.said("worry")
    return str(WORRIES[Worry(said)]) if said in set(Worry) else ""


def _when(walk: Walk) -> str:
    said = []
    if day := walk.said("day"):
        shown = swedish_date(date.fromisoformat(day)) if _is_day(day) else day
        clock = walk.said("clock")
        said.append(f"{shown}, {clock}" if clock else shown)
    known = [one for one in walk.posted.getlist("dayparts") if one in set(Daypart)]
    said += [str(DAYPARTS[Daypart(one)]) for one in known]
    return ", ".join(said)


def _is_day(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True
