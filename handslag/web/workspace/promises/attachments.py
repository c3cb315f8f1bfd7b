"""The files of a set: the signed original, approved together with the words."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.access import Act
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import State
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, handed_out, may, shown, the_set


class FileForm(forms.Form):
    """A file, and what to call it."""

    title = fields.line(
        gettext_lazy("What is it?"),
        help_text=gettext_lazy("For example: the signed original."),
        max_length=200,
    )
    file = fields.upload(
        gettext_lazy(
            "A PDF, or a picture as PNG, JPEG or WebP. Everyone can fetch it when the set "
            "is published: black out what must not be read."
        )
    )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The files that belong to a set and, while it is a draft, one more."""
    act = Act.WRITE_PROMISE if request.method == "POST" else None
    set_ = the_set(request, key, act)
    may_write = set_.state == State.DRAFT and may(request, set_).write
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*typed)
    if form.is_valid() and _attached(request, set_, form):
        messages.success(request, _("The file is attached."))
        return redirect("workspace:attachments", set_.public_id)
    context = {
        "set": set_,
        "form": form,
        "attachments": set_.attachments.select_related("file"),
        "may_write": may_write or bool(form.errors),
    }
    return shown(request, "promises/attachments", context, form)


def _attached(request: WorkRequest, set_: PromiseSet, form: FileForm) -> bool:
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    title = form.cleaned_data["title"]
    content = file.read()
    return done(
        form,
        lambda: services.attach(
            request.actor, set_, title=title, name=file.name or "", content=content
        ),
    )


@require_safe
def fetch(request: WorkRequest, key: UUID, sha256: str) -> HttpResponse:
    """One file, for those who may see the set."""
    set_ = the_set(request, key)
    row = get_object_or_404(set_.attachments.select_related("file"), file__sha256=sha256)
    return handed_out(row.file)


@require_POST
def detach(request: WorkRequest, key: UUID, sha256: str) -> HttpResponse:
    """Take a file out of a draft."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    row = set_.attachments.select_related("file", "set").filter(file__sha256=sha256).first()
    if row is None:
        raise Http404
    form = forms.Form(request.POST)
    if done(form, lambda: services.detach(request.actor, row)):
        messages.success(request, _("The file is taken out."))
    else:
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
    return redirect("workspace:attachments", set_.public_id)
