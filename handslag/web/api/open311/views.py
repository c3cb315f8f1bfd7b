"""The addresses of GeoReport v2, each for one municipality that has opened its desk."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.limits.services import allow
from handslag.domain.incidents.published import requests as published
from handslag.domain.incidents.published.requests import Machine, Receiver, Request
from handslag.web.api.open311 import taking
from handslag.web.api.open311.answers import answer, day, instant, refused
from handslag.web.api.open311.reading import BadAskingError, shown_key, wish_of
from handslag.web.forms import client_address
from handslag.web.requests import SiteRequest
from handslag.web.words.incidents import OUTCOMES, TOPS

CHANGED = "2026-11-22T00:00:00+00:00"
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
MOST_NUMBERS = 50
WRONG_KEYS, RECEIPTS, POSTS = 20, 30, 600
TEN_MINUTES = 600

View = Callable[Concatenate[SiteRequest, Receiver, ...], HttpResponse]


def of_municipality(view: View) -> Callable[..., HttpResponse]:
    """Find the municipality, and see that a jurisdiction_id means the same one."""

    @wraps(view)
    def asked(
        request: SiteRequest, municipality: str, fmt: str, **words: Any
    ) -> HttpResponse:
        found = published.receiver(municipality)
        if found is None:
            said = _("No municipality with this name receives reports from other systems.")
            return refused(fmt, 404, said)
        given = request.POST.get("jurisdiction_id") or request.GET.get("jurisdiction_id")
        if given and given not in (found.slug, found.code):
            said = _("jurisdiction_id must be %(slug)s or %(code)s here.")
            return refused(fmt, 404, said % {"slug": found.slug, "code": found.code})
        try:
            return view(request, found, fmt, **words)
        except BadAskingError as error:
            return refused(fmt, error.status, error.said)

    return asked


@require_safe
@of_municipality
def discovery(request: SiteRequest, found: Receiver, fmt: str) -> HttpResponse:
    """Where the service is and whom to ask about it."""
    url = f"{settings.PUBLIC_ADDRESS}/open311/v2/{found.slug}"
    endpoint = {
        "specification": SPECIFICATION,
        "url": url,
        "changeset": CHANGED,
        "type": "test" if found.is_example else "production",
        "formats": ["application/json", "text/xml"],
    }
    said = _("The municipality gives keys: %(contact)s") % {"contact": found.contact}
    value = {
        "changeset": CHANGED,
        "contact": found.contact,
        "key_service": said,
        "endpoints": [endpoint],
    }
    return answer(fmt, "discovery", value)


@require_safe
@of_municipality
def services(request: SiteRequest, found: Receiver, fmt: str) -> HttpResponse:
    """What can be handed in."""
    rows = [
        {
            "service_code": one.code,
            "service_name": one.sv,
            "description": one.en,
            "metadata": False,
            "type": "realtime",
            "keywords": one.top.value,
            "group": str(TOPS[one.top]),
        }
        for one in published.services(found.slug)
    ]
    return answer(fmt, "services", rows)


@require_safe
@of_municipality
def service(request: SiteRequest, found: Receiver, fmt: str, code: str) -> HttpResponse:
    """One kind. None of them asks for more than the standard does."""
    if code not in {one.code for one in published.services(found.slug)}:
        return refused(fmt, 404, _("There is no service_code %(code)s.") % {"code": code})
    value = {"service_code": code, "attributes": []}
    return answer(fmt, "service_definition", value)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@of_municipality
def requests(request: SiteRequest, found: Receiver, fmt: str) -> HttpResponse:
    """Hand one in; or ask how those stand whose numbers one has, or one's own."""
    if request.method == "POST":
        return _post(request, found, fmt)
    words = shown_key(request)
    numbers = _numbers(request.GET.get("service_request_id", ""))
    if numbers:
        return _rows(fmt, published.by_number(found.slug, numbers))
    if not words:
        # Each row of an open list could be counted: what may be counted is released
        # once, by the map and the figures.
        return _rows(fmt, [])
    who = _machine(request, found, words)
    wish = wish_of(request, now=request.now)
    return _rows(fmt, published.of_machine(found.slug, who, wish))


@require_safe
@of_municipality
def one(request: SiteRequest, found: Receiver, fmt: str, number: UUID) -> HttpResponse:
    """How one report stands, for whoever holds its number."""
    rows = published.by_number(found.slug, [number])
    if not rows:
        return refused(fmt, 404, _("There is no service_request_id with this number."))
    return _rows(fmt, rows)


@require_safe
@of_municipality
def token(request: SiteRequest, found: Receiver, fmt: str, token: str) -> HttpResponse:
    """The number of the report that a receipt is for."""
    _not_too_often(f"open311.receipt:{client_address(request)}", RECEIPTS, request.now)
    number = published.by_receipt(found.slug, token)
    if number is None:
        return refused(fmt, 404, _("There is no report with this token."))
    row = {"service_request_id": str(number), "token": token}
    return answer(fmt, "service_requests", [row])


def _post(request: SiteRequest, found: Receiver, fmt: str) -> HttpResponse:
    words = shown_key(request)
    if not words:
        return refused(fmt, 403, _("api_key is missing. The municipality gives one."))
    who = _machine(request, found, words)
    _not_too_often(f"open311.post:{who.key}", POSTS, request.now)
    got = taking.taken(request, who, now=request.now)
    row = {
        "service_request_id": str(got.number),
        "service_notice": _("The receipt is %(code)s.") % {"code": got.receipt},
        "account_id": None,
    }
    return answer(fmt, "service_requests", [row], status=201 if got.is_new else 200)


def _machine(request: SiteRequest, found: Receiver, words: str) -> Machine:
    who = published.machine(found.slug, words)
    if who is None:
        _not_too_often(f"open311.key:{client_address(request)}", WRONG_KEYS, request.now)
        raise BadAskingError(_("api_key does not hold here."), status=403)
    return who


def _not_too_often(key: str, limit: int, now: datetime) -> None:
    if not allow(key, limit=limit, seconds=TEN_MINUTES, now=now):
        raise BadAskingError(_("Too often. Wait ten minutes."), status=429)


def _numbers(given: str) -> list[UUID]:
    found = []
    for said in [one.strip() for one in given.split(",") if one.strip()][:MOST_NUMBERS]:
        try:
            found.append(UUID(said))
        except ValueError:
            said_ = _("service_request_id %(said)s cannot be read.") % {"said": said}
            raise BadAskingError(said_) from None
    return found


def _rows(fmt: str, rows: list[Request]) -> HttpResponse:
    return answer(fmt, "service_requests", [_row(one) for one in rows])


def _row(one: Request) -> dict[str, object]:
    """Every field of the standard; those that we never tell are there and empty."""
    notes = str(OUTCOMES[one.outcome]) if one.outcome else None
    return {
        "service_request_id": str(one.id),
        "status": "open" if one.is_open else "closed",
        "status_notes": notes,
        "service_name": one.service_name,
        "service_code": one.service_code,
        "description": None,
        "agency_responsible": one.agency,
        "service_notice": None,
        "requested_datetime": instant(one.requested_at),
        "updated_datetime": instant(one.updated_at),
        "expected_datetime": day(one.expected_on),
        "address": one.place or None,
        "address_id": None,
        "zipcode": None,
        "lat": None,
        "long": None,
        "media_url": None,
    }
