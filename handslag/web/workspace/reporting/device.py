"""What a device needs to have the page without coverage, and to send what it kept."""

import json
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handslag.core.access import Act, require
from handslag.core.files.rules import FileRefusedError
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents import queries as incidents
from handslag.domain.incidents.models import Report
from handslag.domain.incidents.queries import reporting
from handslag.domain.incidents.queries.reporting import Post
from handslag.domain.incidents.services.photos import take_in_photo
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.workspace.reporting.forms import choices_of
from handslag.web.workspace.reporting.sending import (
    events_in,
    first_wrong,
    forms_of,
    ground_of,
    named,
    posts_for,
    receive,
    written,
)

# What the page is made of: kept on the device with it.
ASSETS = (
    "ui/favicon.svg",
    "ui/fonts/schibsted-grotesk-latin-wght-normal.woff2",
    "ui/tokens.css",
    "ui/base.css",
    "ui/components.css",
    "ui/charts.css",
    "ui/forms.css",
    "ui/workspace.css",
    "ui/print.css",
    "ui/map.css",
    "ui/vendor/leaflet/leaflet.css",
    "ui/vendor/leaflet/leaflet.js",
    "ui/map.js",
    "ui/picker.js",
    "ui/errors.js",
    "ui/guard.js",
    "ui/guard.json",
    "arbete/arbete.css",
    "arbete/reports.css",
    "arbete/reporting.css",
    "arbete/unsent.js",
    "arbete/queue.js",
    "arbete/reporting.js",
)
ICONS = ((192, "any"), (512, "any"), (512, "maskable"))
PAPER = "#fbfaf6"
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Device:
    """What the page says to its script: whose it is, and until when it shows a queue."""

    person: str
    until: int  # milliseconds since 1970, as scripts count


def device_of(request: WorkRequest) -> Device:
    lives = settings.SESSION_COOKIE_AGE
    return Device(_person(request), int((request.now.timestamp() + lives) * 1000))


def _person(request: WorkRequest) -> str:
    """Tells those who share a device apart, and says nothing of who they are."""
    key = str(request.actor.person_id)
    return salted_hmac("handslag.device", key, algorithm="sha256").hexdigest()[:32]


@require_safe
def state(request: WorkRequest) -> JsonResponse:
    """Who is signed in on this device now, and with which token it sends."""
    device = device_of(request)
    answer = {"person": device.person, "until": device.until, "token": get_token(request)}
    response = JsonResponse(answer)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def manifest(request: WorkRequest) -> JsonResponse:
    """What the page is called, and looks like, among the programs of a telephone."""
    start = reverse("workspace:reporting")
    icons = [
        {
            "src": static(f"arbete/icons/{purpose}-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size, purpose in ICONS
    ]
    said = {
        "id": start,
        "start_url": start,
        "scope": start,
        "name": _("Report – Handslag"),
        "short_name": _("Report"),
        "lang": request.user.language,
        "display": "standalone",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": icons,
    }
    return JsonResponse(said, content_type="application/manifest+json")


@require_safe
def worker(request: WorkRequest) -> HttpResponse:
    """The script that keeps the page on the device; its version is that of the files."""
    assets = [static(name) for name in ASSETS]
    grounds = sorted({ground_of(one) for one in posts_for(request)} - {""})
    context = {
        "grounds": json.dumps(grounds),
        "assets": json.dumps(assets),
        "queue": static("arbete/queue.js"),
        "start": reverse("workspace:reporting"),
        "version": sha256("\n".join([*assets, *grounds]).encode()).hexdigest()[:16],
    }
    return render(
        request,
        "arbete/reporting/worker.js",
        context,
        content_type="text/javascript; charset=utf-8",
    )


@require_POST
def send(request: WorkRequest) -> JsonResponse:
    """Take in a report from a device. Sent again, it is answered as the first time."""
    own = request.actor.where(Act.REPORT_INCIDENTS)
    require(request.actor, Act.REPORT_INCIDENTS, in_any_of=own)
    try:
        said = json.loads(request.body)
        key, events = UUID(said["key"]), events_in(json.dumps(said["events"]))
    except (*_BROKEN, ValidationError):
        return _refused("broken", _("The report did not come through whole."), status=400)
    except NotAllowedError as error:
        return _refused(error.code, refusal(error))
    if not reporting.has_passed(request.actor):
        return _refused("training", _("Read the ten things first. Then it is sent."))
    return _sent(request, key, said, events)


def _sent(
    request: WorkRequest, key: UUID, said: dict[str, Any], events: list[Any]
) -> JsonResponse:
    """A first answer that was lost on the way is given again, whatever has changed."""
    post = named(posts_for(request), said.get("post"))
    if post is None:
        answer = _refused("incidents.reports_elsewhere", _no_longer())
    else:
        answer = _received(request, post, key, said, events)
    if answer.status_code != HTTPStatus.OK:
        there = incidents.report_by_key(key)
        if there is not None and there.person_id == request.actor.person_id:
            return _accepted(there, is_new=False)
    return answer


def _received(
    request: WorkRequest, post: Post, key: UUID, said: dict[str, Any], events: list[Any]
) -> JsonResponse:
    forms = forms_of(events, choices_of(post), request)
    wrong = first_wrong(forms)
    if wrong is not None:
        return _refused("incidents.form", " ".join(wrong.sentences), event=wrong.number)
    moment = written(said.get("written_at"), request.now)
    try:
        received = receive(request, post, forms, key=key, written_at=moment)
    except NotAllowedError as error:
        return _refused(error.code, refusal(error))
    return _accepted(received.report, is_new=received.is_new)


def _no_longer() -> str:
    return _("You can no longer report for this organisation here. Ask the coordinator.")


def _accepted(report: Report, *, is_new: bool) -> JsonResponse:
    return JsonResponse(
        {
            "ok": True,
            "is_new": is_new,
            "report": str(report.public_id),
            "address": reverse("workspace:own-report", args=[report.public_id]),
            "sentence": _("Sent."),
        }
    )


def _refused(
    code: str, sentence: str, *, event: int | None = None, status: int = 422
) -> JsonResponse:
    answer = {"ok": False, "code": code, "sentence": sentence, "event": event}
    return JsonResponse(answer, status=status)


@require_POST
def send_photo(request: WorkRequest) -> JsonResponse:
    """Take in a photo for one event of a report that has come in. Once for each key."""
    own = request.actor.where(Act.REPORT_INCIDENTS)
    require(request.actor, Act.REPORT_INCIDENTS, in_any_of=own)
    try:
        report_key = UUID(request.POST["report"])
        key, number = UUID(request.POST["key"]), int(request.POST["event"])
        content = request.FILES["photo"].read()  # type: ignore[union-attr]
    except (KeyError, ValueError):
        return _refused("broken", _("The photo did not come through whole."), status=400)
    report = incidents.report_by_key(report_key)
    if report is None or report.person_id != request.actor.person_id:
        return _refused("unknown", _("The report of this photo is not here."))
    try:
        photo = take_in_photo(
            request.actor, report, number=number, key=key, content=content, now=request.now
        )
    except FileRefusedError as error:
        return _refused(f"file.{error.code}", _(error.sentence))
    except NotAllowedError as error:
        return _refused(error.code, refusal(error))
    address = reverse("workspace:photo", args=[photo.public_id])
    return JsonResponse({"ok": True, "address": address, "sentence": _("Sent.")})
