"""A photo: the one who took it hides what must not be seen, then a moderator looks."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.files import services as files
from handslag.domain.incidents.models import Photo
from handslag.domain.incidents.queries import reporting, sight_of
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.photos import PhotoState, may_see_photo
from handslag.domain.incidents.rules.sight import Seen
from handslag.domain.incidents.services.photos import (
    mark_photo,
    refuse_photo,
    show_photo,
    withdraw_photo,
)
from handslag.domain.incidents.services.readings import QUEUE, log_reading
from handslag.web.requests import WorkRequest
from handslag.web.workspace.hiding import HidingForm, grid_over
from handslag.web.workspace.reporting.own import photo_state
from handslag.web.workspace.sight import done, shown


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The one who took the photo hides faces and plates, and hands it on."""
    photo = _own(request, key)
    state = photo_state(photo)
    if state is not PhotoState.WITH_REPORTER:
        return redirect("workspace:own-report", photo.incident.report.public_id)
    if request.POST.get("do") == "remove":
        report = photo.incident.report.public_id
        withdraw_photo(request.actor, photo)
        messages.success(request, _("The photo is deleted."))
        return redirect("workspace:own-report", report)
    form = _form(request, photo)
    if request.method == "POST" and form.is_valid():
        given = {"boxes": form.hidden, "alt": form.cleaned_data["alt"]}
        if done(form, lambda: mark_photo(request.actor, photo, now=request.now, **given)):
            messages.success(
                request,
                _("What you marked is gone from the photo. The municipality looks at it."),
            )
            return redirect("workspace:own-report", photo.incident.report.public_id)
    return shown(request, "reporting/photo", {"photo": photo, "form": form}, form)


@require_safe
def waiting(request: WorkRequest) -> HttpResponse:
    """The photos that wait for a moderator."""
    here = request.actor.where(Act.MODERATE_REPORTS)
    require(request.actor, Act.MODERATE_REPORTS, in_any_of=here)
    photos = list(reporting.photos_waiting(request.actor))
    log_reading(request.actor, QUEUE, [one.incident for one in photos], request.now)
    return shown(request, "reporting/photos", {"photos": photos})


@require_http_methods(["GET", "HEAD", "POST"])
def moderate(request: WorkRequest, key: UUID) -> HttpResponse:
    """The moderator shows the photo, hides more of it, or refuses it."""
    photo = reporting.photos_waiting(request.actor).filter(public_id=key).first()
    if photo is None:
        raise Http404
    form = _form(request, photo, initial={"alt": photo.alt})
    if request.method != "POST":
        log_reading(request.actor, QUEUE, [photo.incident], request.now)
    if request.POST.get("do") == "refuse":
        if done(form, lambda: refuse_photo(request.actor, photo)):
            messages.success(request, _("The photo is refused and deleted."))
            return redirect("workspace:photos-waiting")
    elif request.method == "POST" and form.is_valid():
        given = {"boxes": form.hidden, "alt": form.cleaned_data["alt"]}
        if done(form, lambda: show_photo(request.actor, photo, now=request.now, **given)):
            messages.success(
                request, _("The photo is shown to those who may see the report.")
            )
            return redirect("workspace:photos-waiting")
    return shown(request, "reporting/moderate", {"photo": photo, "form": form}, form)


@require_safe
def file(request: WorkRequest, key: UUID) -> HttpResponse:
    """The picture itself: to the one who took it, then the moderator, then those who
    may see the report."""
    photo = reporting.photo_of(key).first()
    if photo is None or not _may_see(request, photo):
        raise Http404
    content = files.content(photo.file) if photo.file else bytes(photo.waiting or b"")
    response = HttpResponse(content, content_type=photo.media_type)
    # Drawn anew when it was taken in: it is a picture, and nothing else.
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "no-store"
    return response


def _may_see(request: WorkRequest, photo: Photo) -> bool:
    actor, incident, state = request.actor, photo.incident, photo_state(photo)
    if state is PhotoState.REFUSED:
        return False
    if state is PhotoState.WITH_REPORTER:
        return _is_own(request, photo)
    if state is PhotoState.WITH_MODERATOR:
        is_moderator = actor.may(Act.MODERATE_REPORTS, incident.within_id)
        return is_moderator or _is_own(request, photo)
    seen = Seen(
        incident.within_id,
        incident.by_id,
        incident.owner_id,
        incident.shared,
        TextState(incident.text_state),
    )
    sight = sight_of(actor, today=request.today)
    return _is_own(request, photo) or may_see_photo(sight, seen, state)


def _is_own(request: WorkRequest, photo: Photo) -> bool:
    report = photo.incident.report
    return report.person_id == request.actor.person_id and report.by_id is not None


def _own(request: WorkRequest, key: UUID) -> Photo:
    photo = reporting.photo_of(key).first()
    if photo is None or not _is_own(request, photo):
        raise Http404
    return photo


def _form(request: WorkRequest, photo: Photo, **more: object) -> HidingForm:
    typed = (request.POST,) if request.method == "POST" else ()
    return HidingForm(*typed, grid=grid_over(photo.waiting), **more)
