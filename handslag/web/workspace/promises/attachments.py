"""The files of a set: the signed original, approved together with the words."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.access import Act
from handslag.core.files import services as files
from handslag.core.files.rules import SUFFIXES, FileRefusedError
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import State
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, may, shown, the_set


class FileForm(forms.Form):
    """A file, and what to call it."""

    title = fields.line(
        gettext_lazy("What is it?"),
        help_text=gettext_lazy("For example: the signed original."),
        max_length=200,
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A PDF, or a picture as PNG, JPEG or WebP. Everyone can fetch it when the set "
            "is published: black out what must not be read."
        ),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("The file is empty."),
        },
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
    try:
        return done(
            form,
            lambda: services.attach(
                request.actor, set_, title=title, name=file.name or "", content=content
            ),
        )
    except FileRefusedError as error:
        form.add_error("file", gettext(error.sentence))
        return False


@require_safe
def fetch(request: WorkRequest, key: UUID, sha256: str) -> HttpResponse:
    """One file, for those who may see the set."""
    set_ = the_set(request, key)
    row = get_object_or_404(set_.attachments.select_related("file"), file__sha256=sha256)
    response = HttpResponse(files.content(row.file), content_type=row.file.media_type)
    name = f"{sha256[:12]}{SUFFIXES[row.file.media_type]}"
    # Shown as a file and never as a page of ours, whatever it holds.
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


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
