"""Who tries to sign in, and what they are told when they have tried too often.

Named in the settings of axes, which counts failed attempts.
"""

from collections.abc import Mapping
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

LONGEST = 255


def username(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """The address as accounts know it: another case is not another account."""
    given = (credentials or request.POST).get("username") or ""
    return given.strip().casefold()[:LONGEST]


def locked_out(
    _request: HttpRequest,
    response: HttpResponse,
    _credentials: Mapping[str, str] | None,
) -> HttpResponse:
    """A sentence that says what to do; no cookie, and nothing that caches may keep.

    The page for signing in says it itself, on a page of its own.
    """
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        return response
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    sentence = _("Too many attempts. Wait %(minutes)d minutes and try again.")
    return HttpResponse(
        sentence % {"minutes": minutes},
        status=HTTPStatus.TOO_MANY_REQUESTS,
        content_type="text/plain; charset=utf-8",
        headers={"Retry-After": str(minutes * 60), "Cache-Control": "no-store"},
    )
