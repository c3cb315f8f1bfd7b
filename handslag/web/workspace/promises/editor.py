"""The page of one promise: the editor while it is a draft, and then what became of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.promises import services
from handslag.domain.promises.models import Promise
from handslag.domain.promises.rules.states import ChangedMeanwhileError, State
from handslag.web.forms import saved_words, wants_words
from handslag.web.requests import WorkRequest
from handslag.web.words.promises import OPERATORS
from handslag.web.workspace.promises import third_parties
from handslag.web.workspace.promises.choices import choices_for
from handslag.web.workspace.promises.editor_forms import Editor
from handslag.web.workspace.promises.overtaken import Difference
from handslag.web.workspace.promises.promise_lines import hints_for
from handslag.web.workspace.promises.promise_page import reading
from handslag.web.workspace.promises.promise_text import compared, says_the_same
from handslag.web.workspace.promises.target_rows import OPERATOR_HINTS
from handslag.web.workspace.promises.third_parties import NewOwnerForm
from handslag.web.workspace.sight import done, may, shown, the_promise

FASTER, UNFINISHED = 409, 422


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, promise: UUID) -> HttpResponse:
    """One promise: to write in while the set is a draft, otherwise to read."""
    if request.method == "POST":
        return _write(request, the_promise(request, key, promise, Act.WRITE_PROMISE))
    row = the_promise(request, key, promise)
    if row.set.state == State.DRAFT and may(request, row.set).write:
        return _shown(request, row, _editor(request, row))
    return reading(request, row)


def _write(request: WorkRequest, promise: Promise) -> HttpResponse:
    editor = _editor(request, promise)
    newcomer = third_parties.asked_for(request)
    theirs: list[Difference] = []
    overtaken = False
    if editor.is_valid() and (newcomer is None or newcomer.is_valid()):
        try:
            if done(editor.form, lambda: _save(request, promise, editor, newcomer)):
                return _saved(request, promise)
        except ChangedMeanwhileError:
            now = the_promise(request, promise.set.public_id, promise.public_id)
            if says_the_same(now, editor.draft()):
                return _saved(request, promise)
            theirs, overtaken = compared(now, editor.draft(), editor.choices), True
            editor.form.overtaken(now.revision)
    if wants_words(request):
        status = FASTER if overtaken else UNFINISHED
        return JsonResponse({"sentence": " ".join(editor.sentences)}, status=status)
    return _shown(request, promise, editor, theirs, newcomer)


def _save(
    request: WorkRequest, promise: Promise, editor: Editor, newcomer: NewOwnerForm | None
) -> None:
    revision = editor.form.cleaned_data["revision"]
    draft = editor.draft()
    saved = services.save_promise(request.actor, promise, draft, revision=revision)
    if newcomer is not None:
        third_parties.add(request, saved, draft, newcomer)


def _saved(request: WorkRequest, promise: Promise) -> HttpResponse:
    if wants_words(request):
        now = the_promise(request, promise.set.public_id, promise.public_id)
        return saved_words(now.revision, request.now)
    messages.success(request, _("Saved."))
    if "stay" in request.POST or "add_owner" in request.POST:
        return redirect("workspace:promise", promise.set.public_id, promise.public_id)
    return redirect("workspace:set", promise.set.public_id)


def _editor(request: WorkRequest, promise: Promise) -> Editor:
    language = get_language() or "sv"
    choices = choices_for(promise, request.actor, language=language, today=request.today)
    return Editor(promise, choices, request.POST if request.method == "POST" else None)


def _shown(
    request: WorkRequest,
    promise: Promise,
    editor: Editor,
    theirs: list[Difference] | None = None,
    newcomer: NewOwnerForm | None = None,
) -> HttpResponse:
    found = hints_for(promise, promise.set, promise.set.plan.count())
    context = {
        "set": promise.set,
        "promise": promise,
        "editor": editor,
        "form": editor.form,
        "theirs": theirs,
        "newcomer": newcomer or NewOwnerForm(prefix="new"),
        "hints": {str(hint.code): hint for hint in found},
        "operators": [
            (op, OPERATORS[op], sentence) for op, sentence in OPERATOR_HINTS.items()
        ],
        "stated": promise.responsible.exclude(stated=""),
    }
    return shown(request, "promises/editor", context, editor, newcomer)
