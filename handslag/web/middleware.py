"""What holds for every request: who asks, in which language, and how we refuse.

Public pages are the same for everyone: the address alone decides what they
say. Nothing here reads a cookie or a session outside the workspace, so public
answers vary with nothing and may be cached by anyone.
"""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from handslag.core.access import ANYONE, ForbiddenError
from handslag.core.accounts.models import Person
from handslag.domain.organisations.queries import actor_for
from handslag.web.requests import SiteRequest

WORKSPACE = "/arbete/"
ENGLISH = "/en/"

Respond = Callable[[HttpRequest], HttpResponse]


def _in_workspace(path: str) -> bool:
    return f"{path}/".startswith(WORKSPACE)


class ActorMiddleware:
    """Put the clock and the actor on the request, and let nobody unknown in.

    Under /arbete/ whoever has not signed in is led to sign-in, whether the
    address exists or not: a stranger learns nothing about what lies there.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        request.now = timezone.now()  # noqa: TID251 - the one place where pages get it
        request.today = timezone.localdate(request.now)
        request.actor = ANYONE
        if not _in_workspace(request.path_info):
            return self.get_response(request)
        person = request.user
        if not isinstance(person, Person):
            return HttpResponseRedirect(_sign_in(request))
        request.actor = actor_for(person, today=request.today)
        return self.get_response(request)

    def process_exception(
        self, request: SiteRequest, error: Exception
    ) -> HttpResponse | None:
        """A refusal is a page with a sentence; to the public there is no such page."""
        if not isinstance(error, ForbiddenError):
            return None
        if not _in_workspace(request.path_info):
            return render(request, "404.html", status=404)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"sentence": _("You may not do this.")}, status=403)
        return render(request, "403.html", status=403)


def _sign_in(request: HttpRequest) -> str:
    """Where to sign in, and where to go on afterwards: back to the page with the form
    when something was being sent."""
    onward = request.get_full_path()
    if request.method not in ("GET", "HEAD"):
        came_from = urlsplit(request.headers.get("Referer", ""))
        known = came_from.netloc == request.get_host() and _in_workspace(came_from.path)
        onward = came_from.path if known else WORKSPACE
    return f"{settings.LOGIN_URL}?{urlencode({'vidare': onward})}"


class LanguageMiddleware:
    """The address decides: /en/ is English, the workspace is as the person likes it.

    Neither cookie nor Accept-Language is asked, so a link says the same to all.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = _language(request)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def _language(request: HttpRequest) -> str:
    path = request.path_info
    if f"{path}/".startswith(ENGLISH):
        return "en"
    if _in_workspace(path) and isinstance(request.user, Person):
        return request.user.language
    return settings.LANGUAGE_CODE


class HeadersMiddleware:
    """What the browser may do on our pages, beyond the content security policy."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if _in_workspace(request.path_info):
            # Asked for anew each time, but still there with the back button:
            # what someone has typed must not be lost.
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
