"""The files of an agreement: approved with it, or the signed original afterwards."""

from typing import Any
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
from handslag.domain.agreements import services
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.words import State
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.agreements.sight import may, the_agreement
from handslag.web.workspace.promises.attachments import FileForm
from handslag.web.workspace.sight import done, handed_out, shown


class OriginalForm(FileForm):
    """A file, and whether it is the signed original."""

    is_signed = fields.tick(gettext_lazy("It is the signed original"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "A PDF, or a picture as PNG, JPEG or WebP. Everyone can fetch it when the "
            "agreement is public: black out what must not be read."
        )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The files, and one more."""
    act = Act.WRITE_AGREEMENT if request.method == "POST" else None
    row = the_agreement(request, key, act)
    sent = request.method == "POST"
    form = OriginalForm(
        request.POST if sent else None,
        request.FILES if sent else None,
        initial={"is_signed": row.version_id is not None},
    )
    if form.is_valid() and _attached(request, row, form):
        messages.success(request, _("The file is attached."))
        return redirect("workspace:agreement-files", row.public_id)
    context = {
        "agreement": row,
        "form": form,
        "attachments": row.attachments.select_related("file"),
        "may_write": row.state != State.IN_APPROVAL and may(request, row).write,
        "is_draft": row.state == State.DRAFT,
    }
    return shown(request, "agreements/files", context, form)


def _attached(request: WorkRequest, row: Agreement, form: OriginalForm) -> bool:
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    content = file.read()
    return done(
        form,
        lambda: services.attach(
            request.actor,
            row,
            title=form.cleaned_data["title"],
            is_signed=form.cleaned_data["is_signed"],
            name=file.name or "",
            content=content,
            now=request.now,
        ),
    )


@require_safe
def fetch(request: WorkRequest, key: UUID, sha256: str) -> HttpResponse:
    """One file, for those who may see the agreement."""
    row = the_agreement(request, key)
    one = get_object_or_404(row.attachments.select_related("file"), file__sha256=sha256)
    return handed_out(one.file)


@require_POST
def detach(request: WorkRequest, key: UUID, sha256: str) -> HttpResponse:
    """Take a file out of a draft."""
    row = the_agreement(request, key, Act.WRITE_AGREEMENT)
    found = row.attachments.select_related("file", "agreement").filter(file__sha256=sha256)
    one = found.first()
    if one is None:
        raise Http404
    form = forms.Form(request.POST)
    if done(form, lambda: services.detach(request.actor, one)):
        messages.success(request, _("The file is taken out."))
    else:
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
    return redirect("workspace:agreement-files", row.public_id)
