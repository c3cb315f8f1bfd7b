"""Writing the minutes: one page for who came, what was said, decided and asked for."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.council import queries, services
from handslag.domain.council.models import Meeting
from handslag.domain.council.rules.words import MeetingState
from handslag.web.forms import OVERTAKEN, saved_words, wants_words
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.workspace.council.minutes_forms import Book
from handslag.web.workspace.council.reading import by_presence
from handslag.web.workspace.council.sight import the_meeting
from handslag.web.workspace.promises.overtaken import Difference, differing
from handslag.web.workspace.sight import done, shown

BOTH = ["GET", "HEAD", "POST"]
FASTER, UNFINISHED = 409, 422


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The minutes while they are written; otherwise one is led to the meeting."""
    meeting = the_meeting(request, key, to_run=True)
    if meeting.state != MeetingState.HELD:
        return redirect("workspace:meeting", meeting.public_id)
    book = _book(request, meeting)
    if request.method != "POST":
        return _shown(request, meeting, book, {})
    if not book.is_valid():
        return _unsaved(request, meeting, book, {}, UNFINISHED)
    try:
        held, theirs = _save(request, meeting, book)
    except NotAllowedError as error:
        book.refusals.append(refusal(error))
        return _unsaved(request, meeting, book, {}, UNFINISHED)
    if theirs:
        return _unsaved(request, meeting, book, theirs, FASTER, book.revisions(held))
    return _saved(request, meeting, book, held)


def _book(request: WorkRequest, meeting: Meeting) -> Book:
    among = queries.may_sit(meeting.council, today=request.today)
    return Book(meeting, among, request.POST if request.method == "POST" else None)


def _save(
    request: WorkRequest, meeting: Meeting, book: Book
) -> tuple[dict[int, int], dict[int, list[Difference]]]:
    """Save sheet by sheet. A script saves words alone: half a task is nobody's task."""
    theirs: dict[int, list[Difference]] = {}
    if book.attendance_changed and not (wants_words(request) and book.has_guest):
        _save_attendance(request, meeting, book, theirs)
    drafts = book.minutes()
    held, left = services.save_minutes(request.actor, meeting, drafts)
    for line in book.lines:
        item = line.sheet.item
        if item.pk in left:
            now = next(one for one in queries.sheets(meeting) if one.item == item).minute
            mine = drafts[item.pk]
            theirs[item.pk] = differing(
                [
                    (_("What was said"), now.text, mine.text),
                    (_("Decision"), now.decision, mine.decision),
                ]
            )
            line.form.overtaken(now.revision)
        elif not wants_words(request) and (task := line.task.draft()):
            services.give_task(request.actor, meeting, item, task)
    return dict(held), theirs


def _save_attendance(
    request: WorkRequest, meeting: Meeting, book: Book, theirs: dict[int, list[Difference]]
) -> None:
    revision = book.lock.cleaned_data["revision"]
    try:
        services.save_attendance(
            request.actor, meeting, book.attendance(), revision=revision
        )
    except ChangedMeanwhileError:
        now = the_meeting(request, meeting.public_id)
        theirs[0] = [
            Difference(_("Attendance"), by_presence(now), _("yours is below")),
        ]
        book.lock.overtaken(now.revision)


def _saved(
    request: WorkRequest, meeting: Meeting, book: Book, held: Mapping[int, int]
) -> HttpResponse:
    if wants_words(request):
        now = the_meeting(request, meeting.public_id)
        revisions = {**book.revisions(held), "came-revision": now.revision}
        return saved_words(now.revision, request.now, revisions=revisions)
    messages.success(request, _("Saved."))
    if "done" in request.POST:
        return redirect("workspace:freeze-minutes", meeting.public_id)
    return redirect("workspace:minutes", meeting.public_id)


def _unsaved(
    request: WorkRequest,
    meeting: Meeting,
    book: Book,
    theirs: Mapping[int, list[Difference]],
    status: int,
    revisions: Mapping[str, int] | None = None,
) -> HttpResponse:
    if not wants_words(request):
        return _shown(request, meeting, book, theirs)
    said = str(OVERTAKEN) if theirs else " ".join(book.sentences)
    return JsonResponse({"sentence": said, "revisions": revisions or {}}, status=status)


def _shown(
    request: WorkRequest,
    meeting: Meeting,
    book: Book,
    theirs: Mapping[int, list[Difference]],
) -> HttpResponse:
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "book": book,
        "theirs": [one for found in theirs.values() for one in found],
        "open_tasks": [
            task
            for task in queries.open_tasks(meeting.council)
            if task.meeting_id != meeting.pk
        ],
    }
    return shown(request, "council/minutes", context, book)


@require_POST
def drop_task(request: WorkRequest, key: UUID, task: UUID) -> HttpResponse:
    """Take out a task that was just written."""
    meeting = the_meeting(request, key, to_run=True)
    row = get_object_or_404(meeting.tasks.select_related("council"), public_id=task)
    form = forms.Form(request.POST)
    if not done(form, lambda: services.drop_task(request.actor, row)):
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
    return redirect("workspace:minutes", meeting.public_id)
