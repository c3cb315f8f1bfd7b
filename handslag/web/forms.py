"""How forms are sent: by anyone on the public pages, and by two people at once.

Visitors get no cookie, so Django's own protection cannot be used on public
pages. Instead a public form carries a signed token that expires, and the
browser must say that the form was sent from our own pages.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Any, ClassVar, Concatenate

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from handslag.core.limits.services import allow

TOKEN_LIVES = 12 * 60 * 60  # seconds: a working day with the page open


class FormToken(forms.CharField):
    """A hidden field that says which form this is, and when we handed it out.

    It is always written anew when the form is shown, also when the form comes
    back with errors: so whoever was too slow only has to send once more.
    """

    form_name = ""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def _signer(self) -> TimestampSigner:
        return TimestampSigner(salt=f"handslag.form.{self.form_name}")

    def fresh(self) -> str:
        return self._signer().sign(get_random_string(8))

    def bound_data(self, data: object, initial: object) -> str:
        return self.fresh()

    def is_good(self, token: str) -> bool:
        try:
            self._signer().unsign(token, max_age=TOKEN_LIVES)
        except BadSignature:
            return False
        return True


class PublicForm(forms.Form):
    """A form that anyone may send. Name it, and guard its view with `public_write`."""

    form_name: ClassVar[str]

    token = FormToken()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._token.form_name = self.form_name
        self._token.initial = self._token.fresh

    @property
    def _token(self) -> FormToken:
        field = self.fields["token"]
        assert isinstance(field, FormToken)  # noqa: S101 - declared above
        return field

    def full_clean(self) -> None:
        """Here and not in clean(), which forms override: the token is always asked for."""
        super().full_clean()
        if self.is_bound and not self._token.is_good(
            self.data.get(self.add_prefix("token"), "")
        ):
            self.add_error(
                None,
                ValidationError(
                    _(
                        "The page has been open for a long time. What you wrote is still"
                        " here. Send it once more."
                    ),
                    code="expired",
                ),
            )


def refuse_foreign(request: HttpRequest) -> bool:
    """Whether a form was sent from elsewhere than our own pages.

    Every browser in use says where a form comes from, in one of two headers
    that no page can forge. A request that says nothing is refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    here = {f"{request.scheme}://{request.get_host()}", settings.PUBLIC_ADDRESS}
    return request.headers.get("Origin") not in here


def client_address(request: HttpRequest) -> str:
    """Where a request comes from, behind as many proxies of ours as PROXIES says.

    What stands further to the left in the header was written by the visitor.
    """
    nearest = str(request.META.get("REMOTE_ADDR", ""))
    passed = [nearest]
    if settings.PROXIES:
        passed = request.headers.get("X-Forwarded-For", nearest).split(",")
    try:
        return _counted_as(passed[-min(settings.PROXIES or 1, len(passed))].strip())
    except ValueError:
        return nearest


def _counted_as(address: str) -> str:
    """An IPv6 visitor owns a whole network of addresses: the network is what counts."""
    found = ip_address(address)
    if isinstance(found, IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(IPv6Network((found, 64), strict=False).network_address)


View = Callable[Concatenate[Any, ...], HttpResponse]


def public_write(
    form_name: str, *, limit: int = 20, seconds: int = 600, keep: bool = True
) -> Callable[[View], View]:
    """Guard a public view that takes a form: from our own pages, and not too often.

    `limit` times in `seconds` for each address. When it is passed, what was
    typed is kept on the page that says so; `keep=False` for passwords and codes.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return view(request, *args, **kwargs)
            if refuse_foreign(request):
                return render(request, "403_foreign.html", status=403)
            key = f"{form_name}:{client_address(request)}"
            now = timezone.now()  # noqa: TID251 - a view's guard reads the clock
            if not allow(key, limit=limit, seconds=seconds, now=now):
                return _too_many(request, seconds, keep=keep)
            return view(request, *args, **kwargs)

        return csrf_exempt(guarded)

    return guard


def _too_many(request: HttpRequest, seconds: int, *, keep: bool) -> HttpResponse:
    kept = [(k, v) for k, values in request.POST.lists() for v in values] if keep else []
    response = render(
        request, "429.html", {"kept": kept, "action": request.get_full_path()}, status=429
    )
    response["Retry-After"] = str(seconds)
    return response


OVERTAKEN = gettext_lazy(
    "Someone else changed the text while you were writing. Your text is kept here below."
)


class LockForm(forms.Form):
    """A form for something that two people may be changing.

    It carries the number of the revision the person saw. When the service says
    that someone was faster, call `overtaken`: the text stays, and sending it
    again is then a choice.
    """

    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def overtaken(self, revision: int) -> None:
        """Show the form again with all that was typed, now on top of `revision`."""
        newer = QueryDict(mutable=True)
        newer.update(self.data)
        newer[self.add_prefix("revision")] = str(revision)
        self.data = newer
        self.add_error(None, ValidationError(OVERTAKEN, code="overtaken"))


def wants_words(request: HttpRequest) -> bool:
    """Whether a script asks, which saves while someone types (autosave.js)."""
    return "application/json" in request.headers.get("Accept", "")


def saved_words(
    revision: int | str,
    now: datetime,
    more: str = "",
    revisions: Mapping[str, int] | None = None,
) -> JsonResponse:
    """Tell autosave.js that it is saved, and under which revision to go on.

    A form of many parts names the revision of each by its field in `revisions`."""
    at = date_words(timezone.localtime(now), "H.i")
    said = _("Saved %(time)s") % {"time": at}
    sentence = f"{said}. {more}" if more else said
    answer = {"sentence": sentence, "revision": revision}
    return JsonResponse({**answer, "revisions": revisions} if revisions else answer)


def refused_words(form: forms.BaseForm, status: int = 422) -> JsonResponse:
    """Tell autosave.js why it was not saved. 409 when someone else was faster."""
    sentences = [str(said) for errors in form.errors.values() for said in errors]
    return JsonResponse({"sentence": " ".join(sentences)}, status=status)
