"""A report of another system, from its fields to a draft: place, kind, words, no person."""

from datetime import datetime
from uuid import uuid4

from django.utils.translation import gettext as _

from handslag.core.access import Actor
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.published.requests import Machine
from handslag.domain.incidents.rules import IncidentDraft, ReportDraft, Where
from handslag.domain.incidents.services.from_machines import HandedIn, take_from_machine
from handslag.web.api.open311.reading import BadAskingError, own_number
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal


def taken(request: SiteRequest, who: Machine, *, now: datetime) -> HandedIn:
    """Take it in, or say in the words of the rules why not.

    Name, telephone, e-mail and the address of a picture are not read: the other system
    keeps whom it speaks with, and asks here by number.
    """
    actor = Actor(name="", kind="machine", key=str(who.key))
    draft = ReportDraft(key=uuid4(), incidents=(_incident(request),))
    try:
        return take_from_machine(
            actor, who.key, draft, own_number=own_number(request), now=now
        )
    except NotAllowedError as error:
        raise BadAskingError(refusal(error)) from None


def _incident(request: SiteRequest) -> IncidentDraft:
    code = request.POST.get("service_code", "").strip()
    if not code:
        raise BadAskingError(_("service_code is missing."))
    lat, long = _degrees(request, "lat"), _degrees(request, "long")
    words = request.POST.get("address_string", "").strip()
    return IncidentDraft(
        category=code,
        where=Where(lon=long, lat=lat, words=words),
        text=request.POST.get("description", "").strip(),
    )


def _degrees(request: SiteRequest, name: str) -> float | None:
    said = request.POST.get(name, "").strip()
    if not said:
        return None
    try:
        return float(said)
    except ValueError:
        said_ = _("%(name)s must be a number in degrees, with a point.") % {"name": name}
        raise BadAskingError(said_) from None
