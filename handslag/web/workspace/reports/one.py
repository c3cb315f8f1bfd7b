"""One incident: what was said, what was done, what else happened here, who sees it."""

import json
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Incident, Message, Step
from handslag.domain.incidents.queries.suggestions import Alike
from handslag.domain.incidents.rules import (
    Certainty,
    Channel,
    Daypart,
    Deed,
    Inside,
    Known,
    Phase,
    TextState,
    Worry,
)
from handslag.domain.incidents.rules.handling import timeliness
from handslag.domain.incidents.rules.photos import PhotoState, may_see_photo
from handslag.domain.incidents.rules.sight import (
    READ,
    Sight,
    may_read,
    may_read_where,
)
from handslag.domain.incidents.rules.squares import Box
from handslag.domain.incidents.services.readings import ONE
from handslag.statistics.grid import to_wgs84
from handslag.web.answers import joined
from handslag.web.requests import WorkRequest
from handslag.web.ui.maps import collection, feature, point
from handslag.web.ui.templatetags.ui import clock, swedish_date
from handslag.web.words import incidents as words
from handslag.web.words.handling import WHYS
from handslag.web.workspace.reports import marks
from handslag.web.workspace.reports.sight import seen, sight_of, the_incident
from handslag.web.workspace.sight import shown

AROUND = 400  # metres to each side of a point, on the map of staff


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The incident, for those who may see it."""
    sight = sight_of(request)
    incident = the_incident(sight, key)
    visible = queries.visible_to(sight)
    alike = queries.happened_here(visible, incident)
    siblings = queries.of_the_same_report(visible, incident)
    services.log_reading(
        request.actor,
        ONE,
        [incident, *siblings, *(one.incident for one in alike)],
        request.now,
    )
    facts = seen(incident)
    can_read = may_read(sight, facts)
    sees_photos = may_see_photo(sight, facts, PhotoState.SHOWN)
    how = timeliness(due=incident.due, closed=incident.closed_on, today=request.today)
    context = {
        "incident": incident,
        "what": name_of(incident),
        "where": _where(incident, sight),
        "can_read": can_read,
        "facts": _facts(incident),
        "phase": marks.phase(incident.phase),
        "outcome": marks.outcome(incident.outcome),
        "timeliness": marks.timeliness(how, swedish_date(incident.due)),
        "stands": _stands(incident),
        "steps": [_step(one) for one in queries.steps_of(incident)],
        "alike": [_alike(one) for one in alike],
        "siblings": [_line(one) for one in siblings],
        "merged": [_line(one) for one in queries.merged_into(visible, incident)],
        "photos": queries.photos_of(incident).defer("waiting") if sees_photos else [],
        "messages_said": _messages(incident, sight),
        "who_sees": _who_sees(incident, request),
        "leads_to": visible.filter(pk=incident.merged_into_id or 0).first(),
        "may": _may(request, incident),
        "is_made_up": bool(getattr(incident.within, "desk", None))
        and incident.within.desk.is_example,
    }
    return shown(request, "reports/one", context)


def name_of(incident: Incident) -> str:
    """What it is called in the language of the page."""
    english = get_language() == "en"
    return (english and incident.category.en) or incident.category.sv


def _may(request: WorkRequest, incident: Incident) -> dict[str, bool]:
    """Which steps can be taken now, by this person."""
    leads = request.actor.may(Act.HANDLE_REPORTS, incident.within_id)
    owner = incident.owner_id
    works = leads or (owner is not None and request.actor.may(Act.HANDLE_REPORTS, owner))
    is_open = incident.phase != Phase.CLOSED and incident.merged_into_id is None
    return {
        "assign": leads and is_open,
        "begin": works and is_open and incident.phase != Phase.UNDERWAY,
        "work": works and is_open,
        "ask": works and bool(incident.report.code_hash),
        "reopen": leads and incident.phase == Phase.CLOSED,
        "share": leads and incident.merged_into_id is None,
        "merge": leads and incident.merged_into_id is None,
        "separate": leads and incident.merged_into_id is not None,
        "moderate": request.actor.may(Act.MODERATE_REPORTS, incident.within_id),
    }


def _where(incident: Incident, sight: Sight) -> dict[str, object]:
    can = may_read_where(sight, seen(incident))
    return {
        "place": incident.place.name if incident.place else "",
        "words": incident.where_words if can else "",
        "point": incident.east is not None,
        **_on_map(incident),
        "inside": words.INSIDES[Inside(incident.inside)],
    }


def _on_map(incident: Incident) -> dict[str, object]:
    """The point alone on a small map, and the way to all that lies around it."""
    east, north = incident.east, incident.north
    if east is None or north is None:
        return {}
    lon, lat = incident.lon, incident.lat
    at = to_wgs84(east, north) if lon is None or lat is None else (lon, lat)
    near = Box(east - AROUND, north - AROUND, east + AROUND, north + AROUND)
    query = {
        "within": incident.within.public_id,
        "kind": "all",
        "since": f"{min(incident.day, incident.received_at.date()):%Y-%m}",
        "ruta": near,
    }
    alone = feature(point(*at), key=str(incident.public_id), text=f"{name_of(incident)}.")
    slug = incident.within.slugs.filter(current=True).first()
    return {
        "marks": json.dumps(collection([alone])),
        "ground": reverse("public:map-ground", args=[slug.slug]) if slug else "",
        "map": f"{reverse('workspace:map')}?{urlencode(query)}",
    }


def _facts(incident: Incident) -> list[tuple[object, object]]:
    """What was said besides the words: when, how sure, how it came in."""
    rows: list[tuple[object, object]] = [(_("When"), _when(incident))]
    if incident.certainty:
        rows.append((_("How they know"), words.CERTAINTIES[Certainty(incident.certainty)]))
    if incident.worry:
        rows.append((_("Their assessment"), words.WORRIES[Worry(incident.worry)]))
    by = incident.by.name if incident.by else ""
    channel = words.CHANNELS[Channel(incident.channel)]
    rows.append((_("How it came"), f"{channel}, {by}" if by else channel))
    rows.append((_("Received"), swedish_date(incident.received_at)))
    if incident.me_too:
        rows.append((_("Others who say the same"), incident.me_too))
    return rows


def _when(incident: Incident) -> str:
    if incident.known == Known.OFTEN:
        parts = [
            words.DAYPARTS[Daypart(one)] for one in incident.dayparts.split(",") if one
        ]
        return ", ".join(map(str, parts)) or str(words.KNOWN[Known.OFTEN])
    if incident.starts is None:
        return str(words.KNOWN[Known.UNKNOWN])
    start = f"{swedish_date(incident.starts)} {clock(incident.starts)}"
    if incident.known == Known.INTERVAL and incident.ends:
        same = swedish_date(incident.starts) == swedish_date(incident.ends)
        end = (
            clock(incident.ends)
            if same
            else (f"{swedish_date(incident.ends)} {clock(incident.ends)}")
        )
        return f"{start}–{end}"
    return start


def _stands(incident: Incident) -> str:
    """How it stands, in a sentence."""
    if incident.merged_into_id is not None:
        return _("Put together with another report of the same. That one is dealt with.")
    if incident.phase == Phase.CLOSED:
        return _("Closed on %(day)s: %(outcome)s.") % {
            "day": swedish_date(incident.closed_on),
            "outcome": str(words.OUTCOMES[incident.outcome]).lower(),  # type: ignore[index]
        }
    if incident.owner is None:
        return _("It is nobody's task yet.")
    if incident.due is None:
        return _("It is the task of %(owner)s.") % {"owner": incident.owner.name}
    return _("It is the task of %(owner)s, by %(day)s.") % {
        "owner": incident.owner.name,
        "day": swedish_date(incident.due),
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "at": step.at,
        "deed": words.DEEDS[Deed(step.deed)],
        "by": step.by.short_name if step.by else "",
        "owner": step.owner.name if step.owner and step.deed == Deed.ASSIGNED else "",
        "outcome": marks.outcome(step.outcome) if step.deed == Deed.CLOSED else "",
        "words": step.words,
    }


def _alike(one: Alike) -> dict[str, object]:
    """Another one here, and why it is thought alike: "samma plats, samma kväll"."""
    like = one.likeness
    facts = {"metres": like.metres, "days": like.days}
    said = joined([str(WHYS[why]) % facts for why in like.reasons])
    return {**_line(one.incident), "why": said, "may_be_same": like.may_be_same}


def _line(incident: Incident) -> dict[str, object]:
    return {
        "key": incident.public_id,
        "what": name_of(incident),
        "where": incident.place.name if incident.place else "",
        "day": swedish_date(incident.day),
        "phase": marks.phase(incident.phase),
        "outcome": marks.outcome(incident.outcome),
    }


def _messages(incident: Incident, sight: Sight) -> list[Message]:
    """What was asked and answered, for authorities that deal with it."""
    ties = {incident.within_id, incident.owner_id} & sight.own
    if not ties:
        return []
    rows = queries.conversation_of(incident)
    unread = bool(ties & sight.authorities)
    return [one for one in rows if unread or TextState(one.text_state) in READ]


def _who_sees(incident: Incident, request: WorkRequest) -> str:
    """ "Det här ser också Polisen och Degerforsbyggen." """
    own = request.actor.organisation_ids
    seers = queries.seers_of(incident, today=request.today)
    others = [one.name for one in seers if one.pk not in own]
    if not others:
        return _("Nobody outside your organisation sees this.")
    return _("This is also seen by %(names)s.") % {"names": joined(others)}
