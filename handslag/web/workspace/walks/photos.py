"""A photo of what was seen: taken in, painted over, shown."""

from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.files import services as files
from handslag.domain.walks import services
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.hiding import HidingForm, grid_over
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.walks.sight import the_finding, the_photo
from handslag.web.workspace.walks.writing import BOTH, Page, written


class NewPhotoForm(forms.Form):
    """A photo of what was seen."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    file = fields.upload(gettext_lazy("JPEG, PNG or WebP. No people in the picture."))


class MarkingForm(HidingForm):
    """What is to be hidden, and the question whether anybody can still be recognised."""

    nobody = fields.tick(
        gettext_lazy("I have looked: nobody can be recognised, and no plate can be read.")
    )


@require_http_methods(BOTH)
def new(request: WorkRequest, key: UUID, finding: UUID) -> HttpResponse:
    """Add a photo. Before anybody else sees it, faces and plates are painted over."""
    row = the_finding(request, key, finding)
    form = NewPhotoForm(
        request.POST or None, request.FILES or None, initial={"key": uuid4()}
    )
    taken = []

    def take_in() -> None:
        photo = services.take_in_photo(
            request.actor,
            row,
            key=form.cleaned_data["key"],
            content=form.cleaned_data["file"].read(),
            now=request.now,
        )
        taken.append(photo.public_id)

    if form.is_valid() and done(form, take_in):
        return redirect("workspace:walk-photo", key, taken[0])
    back = reverse("workspace:walk", args=[key])
    page_ = Page(_("Add a photo"), back, row.walk.occasion.title, row.text, _("Add"))
    return shown(request, "walks/new_photo", {"page": page_, "form": form}, form)


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID, photo: UUID) -> HttpResponse:
    """Paint over what must not be seen, and say that nobody can be recognised."""
    row = the_photo(request, key, photo)
    walk = row.finding.walk
    require(request.actor, Act.LISTEN, in_any_of=frozenset({walk.occasion.home_id}))
    back = reverse("workspace:walk", args=[key])
    if request.POST.get("do") == "remove":
        services.remove_photo(request.actor, row)
        messages.success(request, _("The photo is deleted."))
        return redirect(back)
    if row.waiting is None:
        return shown(request, "walks/photo_kept", {"photo": row, "walk": walk})
    typed = (request.POST,) if request.method == "POST" else ()
    form = MarkingForm(*typed, grid=grid_over(row.waiting))
    return written(
        request,
        Page(_("Hide faces and plates"), back, walk.occasion.title),
        form,
        lambda: services.mark_photo(
            request.actor,
            row,
            boxes=form.hidden,
            alt=form.cleaned_data["alt"],
            nobody=form.cleaned_data["nobody"],
        ),
        template="walks/photo",
        more={"source": reverse("workspace:walk-photo-file", args=[key, photo])},
    )


@require_safe
def file(request: WorkRequest, key: UUID, photo: UUID) -> HttpResponse:
    """The picture itself."""
    row = the_photo(request, key, photo)
    if row.file is None and row.waiting is None:
        raise Http404
    content = files.content(row.file) if row.file else bytes(row.waiting or b"")
    response = HttpResponse(content, content_type="image/jpeg")
    # Drawn anew when it was taken in: it is a picture, and nothing else.
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "no-store"
    return response
