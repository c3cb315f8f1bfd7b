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
    response: HttpResponse | None,
    _credentials: Mapping[str, str] | None,
) -> HttpResponse:
    """The page's own answer when it has one, else a sentence that says what to do."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    if response is None or response.status_code != HTTPStatus.TOO_MANY_REQUESTS:
        sentence = _("Too many attempts. Wait %(minutes)d minutes and try again.")
        response = HttpResponse(
            sentence % {"minutes": minutes},
            status=HTTPStatus.TOO_MANY_REQUESTS,
            content_type="text/plain; charset=utf-8",
        )
    response["Retry-After"] = str(minutes * 60)
    response["Cache-Control"] = "no-store"
    return response
