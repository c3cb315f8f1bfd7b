"""One's own reports, and what became of each."""

from uuid import UUID, uuid4

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.incidents.models import Incident, Photo, Report
from handslag.domain.incidents.queries import reporting
from handslag.domain.incidents.rules import Deed, Outcome, Phase
from handslag.domain.incidents.rules.photos import MOST_PHOTOS, PhotoState, state_of
from handslag.domain.incidents.services.photos import take_in_photo
from handslag.web.requests import WorkRequest
from handslag.web.words.incidents import DEEDS, OUTCOMES, PHASES
from handslag.web.words.reporters import PHOTO_STATES
from handslag.web.workspace.fields import upload
from handslag.web.workspace.sight import done, shown

AT_ONCE = 20


class PhotoForm(forms.Form):
    """A photo for one event of a report that has come in."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    event = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    photo = upload(_("JPEG, PNG or WebP. Where and when it was taken is removed."))


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """What the person has sent in, newest first, with what became of it."""
    own = request.actor.where(Act.REPORT_INCIDENTS)
    require(request.actor, Act.REPORT_INCIDENTS, in_any_of=own)
    pages = Paginator(reporting.own_reports(request.actor), AT_ONCE)
    here = pages.get_page(request.GET.get("sida"))
    context = {
        "page": here,
        "n": pages.count,
        "reports": [(one, _incidents(one)) for one in here.object_list],
    }
    return shown(request, "reporting/own", context)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One own report: what became of it, its photos, and a photo more."""
    report = get_object_or_404(reporting.own_reports(request.actor), public_id=key)
    typed = request.method == "POST"
    form = PhotoForm(request.POST, request.FILES) if typed else PhotoForm()
    if typed and form.is_valid():
        taken = _taken_in(request, report, form)
        if taken is not None:
            return redirect("workspace:photo", taken.public_id)
    incidents = _incidents(report)
    wrong = form.data.get("event") if typed else None
    context = {
        "report": report,
        "incidents": [
            {
                **one,
                "form": form
                if wrong == str(number)
                else PhotoForm(initial={"key": uuid4(), "event": number}),
            }
            for number, one in enumerate(incidents)
        ],
    }
    return shown(request, "reporting/own_report", context, form)


def _taken_in(request: WorkRequest, report: Report, form: PhotoForm) -> Photo | None:
    taken: list[Photo] = []
    said = form.cleaned_data
    done(
        form,
        lambda: taken.append(
            take_in_photo(
                request.actor,
                report,
                number=said["event"],
                key=said["key"],
                content=said["photo"].read(),
                now=request.now,
            )
        ),
        file="photo",
    )
    return taken[0] if taken else None


def _incidents(report: Report) -> list[dict[str, object]]:
    return [_told(one) for one in report.incidents.all()]


def _told(incident: Incident) -> dict[str, object]:
    """What became of one event: the steps' own words, and how it ended."""
    photos = [(one, photo_state(one)) for one in incident.photos.all()]
    return {
        "incident": incident,
        "phase": PHASES[Phase(incident.phase)],
        "outcome": OUTCOMES[Outcome(incident.outcome)] if incident.outcome else "",
        "steps": [(one, DEEDS[Deed(one.deed)]) for one in incident.steps.all()],
        "photos": [(one, state, PHOTO_STATES[state]) for one, state in photos],
        "room_for_photos": len(photos) < MOST_PHOTOS,
    }


def photo_state(photo: Photo) -> PhotoState:
    """How far a photo has come. Does not read its content."""
    return state_of(
        is_marked=photo.marked_at is not None,
        is_shown=photo.file_id is not None,
        is_refused=photo.is_refused,
    )
