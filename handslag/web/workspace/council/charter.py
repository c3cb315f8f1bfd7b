"""The rules of procedure of a council as a file: put there, replaced, taken away."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.council import services
from handslag.domain.council.models import Council
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.council.sight import the_council
from handslag.web.workspace.sight import done, handed_out, shown


class CharterForm(forms.Form):
    """The file alone: what it is, is known."""

    file = fields.upload(
        gettext_lazy(
            "A PDF, or a picture as PNG, JPEG or WebP. Everyone can fetch it: black out"
            " what must not be read."
        )
    )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The file as it is now, and a new one in its place."""
    council = the_council(request, key, to_run=True)
    if "remove" in request.POST:
        services.remove_charter(request.actor, council)
        messages.success(request, _("The file is taken away."))
        return redirect("workspace:council-charter", council.public_id)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = CharterForm(*typed)
    if form.is_valid() and done(form, lambda: _save(request, council, form)):
        messages.success(request, _("The file is saved. Everyone can fetch it."))
        return redirect("workspace:council", council.public_id)
    return shown(request, "council/charter", {"council": council, "form": form}, form)


def _save(request: WorkRequest, council: Council, form: forms.Form) -> None:
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    services.save_charter(request.actor, council, name=file.name or "", content=file.read())


@require_safe
def fetch(request: WorkRequest, key: UUID) -> HttpResponse:
    """The file, for those who may see the council."""
    stored = the_council(request, key).charter_file
    if stored is None:
        raise Http404
    return handed_out(stored)
