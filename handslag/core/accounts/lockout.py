"""Who tries to sign in, and what they are told when they have tried too often.

Named in the settings of axes, which counts failed attempts.
"""

from collections.abc import Mapping
from http import HTTPStatus
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

LONGEST = 255


def username(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """The address as accounts know it: another case is not another account."""
    given = (credentials or request.POST).get("username") or ""
    return given.strip().casefold()[:LONGEST]


def client_ip(request: HttpRequest) -> str:
    """Where a request came from, behind as many proxies as the settings say.

    Each proxy adds the address it saw at the end of the list; anything before
    that was written by the client and is not believed.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.PROXIES:
        seen = request.headers.get("X-Forwarded-For", "").split(",")
        if len(seen) >= settings.PROXIES:
            address = seen[-settings.PROXIES].strip()
    try:
        return str(ip_address(address))
    except ValueError:
        return ""


def locked_out(
    _request: HttpRequest,
    _response: HttpResponse,
    _credentials: Mapping[str, str] | None,
) -> HttpResponse:
    """A sentence that says what to do; no cookie, and nothing that caches may keep."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    sentence = _("Too many attempts. Wait %(minutes)d minutes and try again.")
    return HttpResponse(
        sentence % {"minutes": minutes},
        status=HTTPStatus.TOO_MANY_REQUESTS,
        content_type="text/plain; charset=utf-8",
        headers={"Retry-After": str(minutes * 60), "Cache-Control": "no-store"},
    )
