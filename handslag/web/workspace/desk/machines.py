"""Other systems that hand in reports: their keys."""

from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.domain.incidents import queries, services
from handslag.domain.incidents.rules.settings import LONGEST_NAME
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.desk.sight import sent, the_desk
from handslag.web.workspace.sight import done, shown


class KeyForm(forms.Form):
    """Which system."""

    name = fields.line(
        _("Which system gets the key?"),
        required=_("Write the name of the system."),
        help_text=_("For example: the fault reports of the technical office."),
        max_length=LONGEST_NAME,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The keys; a new one is shown once, on the answer itself."""
    desk = the_desk(request, key)
    form = KeyForm(request.POST or None)
    made: list[str] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(
            services.make_key(
                request.actor, desk, form.cleaned_data["name"], now=request.now
            )[1]
        ),
    ):
        form = KeyForm()
    slug = desk.within.slugs.filter(current=True).first()
    context = {
        "home": desk.within,
        "desk": desk,
        "rows": queries.keys_of(desk.within),
        "form": form,
        "made": made[0] if made else "",
        "address": f"{settings.PUBLIC_ADDRESS}/open311/v2/{slug}/" if slug else "",
    }
    return shown(request, "desk/machines", context, form)


@require_POST
def end(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Nothing is taken in by this key any more."""
    desk = the_desk(request, key)
    found = get_object_or_404(queries.keys_of(desk.within), public_id=one)
    return sent(
        request,
        lambda: services.end_key(request.actor, found, now=request.now),
        now_("The key has ended. Nothing is taken in by it."),
        "workspace:desk-machines",
        key,
    )
