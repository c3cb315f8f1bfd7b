"""Out there: one stop at a time on a phone, with and without coverage."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.domain.walks import services
from handslag.domain.walks.models import Stop, Walk
from handslag.domain.walks.rules import (
    LONGEST_TEXT,
    FindingDraft,
    Level,
    Parameter,
    SheetDraft,
    Stage,
    Tone,
)
from handslag.web.guarded import guarded
from handslag.web.requests import WorkRequest
from handslag.web.words import walks as words
from handslag.web.workspace import fields
from handslag.web.workspace.reporting.device import device_of
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.walks.forms import NO_NAMES, named
from handslag.web.workspace.walks.sight import the_walk
from handslag.web.workspace.walks.writing import BOTH

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
    "ui/errors.js",
    "ui/guard.js",
    "ui/guard.json",
    "arbete/arbete.css",
    "arbete/reports.css",
    "arbete/reporting.css",
    "arbete/walks.css",
    "arbete/unsent.js",
    "arbete/queue.js",
    "arbete/walkqueue.js",
    "arbete/walking.js",
)


class NoteForm(forms.Form):
    """What a group says of one stop, and what somebody saw there. The keys are made
    where it is written: sent twice, it is received once."""

    stop = forms.UUIDField(widget=forms.HiddenInput)
    sheet_key = forms.UUIDField(widget=forms.HiddenInput)
    finding_key = forms.UUIDField(widget=forms.HiddenInput)
    photo_key = forms.UUIDField(widget=forms.HiddenInput)
    written = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    tone = fields.choice(gettext_lazy("What is it?"), named(words.TONES), radio=True)
    parameter = fields.choice(
        gettext_lazy("What is it about?"),
        [("", gettext_lazy("Choose")), *named(words.PARAMETERS)],
    )
    text = guarded(
        fields.words(
            gettext_lazy("What did you see?"),
            max_length=LONGEST_TEXT,
            help_text=NO_NAMES,
            rows=2,
        )
    )
    proposal = guarded(
        fields.words(gettext_lazy("What do you propose?"), max_length=LONGEST_TEXT, rows=2)
    )
    photo = forms.FileField(
        label=gettext_lazy("Photo of the place"),
        required=False,
        help_text=gettext_lazy("No people in it. Afterwards you hide faces and plates."),
        error_messages={"empty": gettext_lazy("The file is empty.")},
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/*"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for parameter, word in words.PARAMETERS.items():
            self.fields[f"p_{parameter.value}"] = forms.ChoiceField(
                label=str(word),
                required=False,
                choices=[(one.value, words.SCALES[parameter][one]) for one in Level],
                widget=forms.RadioSelect,
            )

    @property
    def scales(self) -> list[forms.BoundField]:
        return [self[f"p_{parameter.value}"] for parameter in Parameter]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("photo") and not given.get("text"):
            self.add_error("text", _("Write what the photo is about."))
        if given.get("text") and not given.get("parameter"):
            self.add_error("parameter", _("Choose what it is about."))
        return given

    def levels(self) -> dict[Parameter, Level]:
        found = {one: self.cleaned_data.get(f"p_{one.value}") for one in Parameter}
        return {one: Level(level) for one, level in found.items() if level}


@dataclass(frozen=True, slots=True)
class StopForm:
    """A stop and its form on the page."""

    stop: Stop
    form: NoteForm


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """All stops of the route, each with its form. A script shows one at a time."""
    walk = the_walk(request, key, to_lead=True)
    sent = NoteForm(request.POST, request.FILES) if request.method == "POST" else None
    if sent is not None and sent.is_valid() and _taken(request, walk, sent):
        messages.success(request, _("Saved."))
        there = reverse("workspace:walk-field", args=[key])
        return redirect(f"{there}#stopp-{_next(walk, sent.cleaned_data['stop'])}")
    stops = list(walk.stops.order_by("position", "pk"))
    context = {
        "walk": walk,
        "stops": [StopForm(one, _form(one, sent)) for one in stops],
        "device": device_of(request),
        "under": _under(),
        "is_open": walk.stage != Stage.TOLD,
    }
    return shown(request, "walks/field", context, sent)


def _next(walk: Walk, stop: UUID) -> int:
    positions = list(
        walk.stops.order_by("position", "pk").values_list("public_id", flat=True)
    )
    return min(positions.index(stop) + 2, len(positions))


def _form(stop: Stop, sent: NoteForm | None) -> NoteForm:
    """The one that was sent keeps what was typed; the others are new."""
    looks = f"id_s{stop.position}_%s"
    if sent is not None and sent.data.get("stop") == str(stop.public_id):
        sent.auto_id = looks
        return sent
    fresh = {
        "stop": stop.public_id,
        "sheet_key": uuid4(),
        "finding_key": uuid4(),
        "photo_key": uuid4(),
        "written": 0,
        "tone": Tone.LACKING.value,
    }
    return NoteForm(initial=fresh, auto_id=looks)


@require_POST
def send(request: WorkRequest, key: UUID) -> JsonResponse:
    """Take in a note from a device. Sent again, it is answered as the first time."""
    walk = the_walk(request, key, to_lead=True)
    form = NoteForm(request.POST, request.FILES)
    if form.is_valid() and _taken(request, walk, form):
        return JsonResponse({"ok": True, "sentence": _("Sent.")})
    wrong = " ".join(str(one) for each in form.errors.values() for one in each)
    return JsonResponse({"ok": False, "sentence": wrong}, status=422)


def _taken(request: WorkRequest, walk: Walk, form: NoteForm) -> bool:
    """The sheet, then what was seen, then its photo: each is received once."""
    stop = walk.stops.filter(public_id=form.cleaned_data["stop"]).first()
    if stop is None:
        form.add_error(None, _("This stop has been taken off the route."))
        return False
    stop.walk = walk
    return done(form, lambda: _take(request, stop, form), file="photo")


def _take(request: WorkRequest, stop: Stop, form: NoteForm) -> None:
    given = form.cleaned_data
    levels = form.levels()
    if levels:
        services.note_sheet(
            request.actor,
            stop,
            SheetDraft(levels, given["written"]),
            key=given["sheet_key"],
            now=request.now,
        )
    if not given["text"].strip():
        return
    draft = FindingDraft(
        text=given["text"],
        parameter=Parameter(given["parameter"]),
        tone=Tone(given["tone"] or Tone.LACKING.value),
        stop=stop.public_id,
        proposal=given["proposal"],
    )
    finding = services.note_finding(
        request.actor, stop.walk, draft, key=given["finding_key"], now=request.now
    )
    if given["photo"]:
        services.take_in_photo(
            request.actor,
            finding,
            key=given["photo_key"],
            content=given["photo"].read(),
            now=request.now,
        )


def _under() -> str:
    """The folder of the pages out there."""
    return reverse("workspace:walk-worker").removesuffix("tjanst.js")


@require_safe
def worker(request: WorkRequest) -> HttpResponse:
    """The script that keeps the page on the device; its version is that of the files."""
    assets = [static(name) for name in ASSETS]
    context = {
        "assets": json.dumps(assets),
        "queue": static("arbete/walkqueue.js"),
        "state": reverse("workspace:reporting-state"),
        "under": _under(),
        "version": sha256("\n".join(assets).encode()).hexdigest()[:16],
    }
    return render(
        request,
        "arbete/walks/worker.js",
        context,
        content_type="text/javascript; charset=utf-8",
    )
