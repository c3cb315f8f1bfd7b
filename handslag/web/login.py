"""Signing in with an address and a password, and signing out.

The cookie of whoever signs in is sent under /arbete/ alone, so these pages do
not know who is looking: they are public pages with a form.
"""

from http import HTTPStatus
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from handslag.web.forms import PublicForm, public_write
from handslag.web.requests import SiteRequest

WORKSPACE = settings.LOGIN_REDIRECT_URL
LONGEST = 255


class SignInForm(PublicForm):
    """An address and a password."""

    form_name: ClassVar[str] = "sign_in"

    email = forms.CharField(
        label=gettext_lazy("E-mail"),
        max_length=LONGEST,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


def onward(wanted: str) -> str:
    """Where to go after signing in: only to a page under /arbete/."""
    plain = unquote(wanted)
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    path = urlsplit(plain).path
    inside = path.startswith(WORKSPACE) and ".." not in path.split("/")
    if not safe or not inside or not plain.isprintable() or "\\" in plain:
        return WORKSPACE
    return WORKSPACE if path.startswith("/arbete/logga-ut") else wanted


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_write("sign_in", limit=60, keep=False)
def sign_in(request: SiteRequest) -> HttpResponse:
    """Sign in. The same words whether the address or the password was wrong."""
    wanted = onward(request.POST.get("vidare") or request.GET.get("vidare", ""))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = authenticate(
            request,
            username=form.cleaned_data["email"].strip().casefold(),
            password=form.cleaned_data["password"],
        )
        if person is not None:
            login(request, person)
            return HttpResponseRedirect(wanted)
        if getattr(request, "axes_locked_out", False):
            return _page(request, form, wanted, status=HTTPStatus.TOO_MANY_REQUESTS)
        form.add_error(None, ValidationError(_wrong(), code="wrong"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return _page(request, form, wanted, status=status)


def _wrong() -> str:
    return _("The e-mail or the password is wrong. Check both and try again.")


def _page(
    request: HttpRequest, form: SignInForm, wanted: str, *, status: HTTPStatus
) -> HttpResponse:
    locked = status == HTTPStatus.TOO_MANY_REQUESTS
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    response = render(
        request,
        "public/sign_in.html",
        {
            "form": form,
            "onward": wanted,
            "is_locked": locked,
            "minutes": minutes,
            "demo_accounts": settings.DEMO_ACCOUNTS if settings.DEMO else [],
            "demo_password": settings.DEMO_PASSWORD if settings.DEMO else "",
        },
        status=status,
    )
    if locked:
        response["Retry-After"] = str(minutes * 60)
    return response


@require_POST
def sign_out(request: SiteRequest) -> HttpResponse:
    """Sign out, and forget the session. Lies under /arbete/, where the cookie is."""
    logout(request)
    response = HttpResponseRedirect("/")
    # Pages that the browser has kept, and drafts of texts, leave with the person.
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
