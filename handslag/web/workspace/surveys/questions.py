"""One question: a new one, changed, taken out."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Option, Question, QuestionKind, Questionnaire
from handslag.domain.surveys.rules.languages import LANGUAGES
from handslag.domain.surveys.rules.words import CHOOSES
from handslag.web.requests import WorkRequest
from handslag.web.words.surveys import KIND_HINTS, KINDS, LINE_KINDS
from handslag.web.workspace.promises.overtaken import Difference, differing
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys.lines import LONGEST
from handslag.web.workspace.surveys.question_form import QuestionEditor
from handslag.web.workspace.surveys.said import hints_of, numbered, text_of
from handslag.web.workspace.surveys.sight import asked_in, of_a_draft, the_question, told

BOTH = ["GET", "HEAD", "POST"]
EMPTY_LINES = 3


@require_safe
@of_a_draft
def new(request: WorkRequest, survey: Survey) -> HttpResponse:
    """Choose how it is answered; then the form, with nothing in it."""
    asked = asked_in(survey)
    section = request.GET.get("avsnitt", "")
    if all(one.key != section for one in asked.sections):
        section = asked.sections[-1].key
    kind = _kind(request.GET.get("sort", ""))
    if kind is None:
        kinds = [(one.value, KINDS[one], KIND_HINTS[one]) for one in QuestionKind]
        context = {"survey": survey, "section": section, "kinds": kinds}
        return shown(request, "surveys/kinds", context)
    editor = QuestionEditor(asked, _empty(kind), section, is_new=True)
    return _page(request, survey, editor)


def _kind(code: str) -> QuestionKind | None:
    return QuestionKind(code) if code in list(QuestionKind) else None


def _empty(kind: QuestionKind, key: str = "") -> Question:
    lines = EMPTY_LINES if kind in CHOOSES else 0
    options = tuple(Option(services.new_key(), {}) for _nr in range(lines))
    return Question(key or services.new_key(), kind, {}, options=options)


@require_http_methods(BOTH)
@of_a_draft
def page(request: WorkRequest, survey: Survey, question: str) -> HttpResponse:
    """One question to write in. Two people may write different ones at the same time."""
    asked = asked_in(survey)
    if request.method != "POST":
        found = the_question(asked, question)
        return _page(request, survey, QuestionEditor(asked, found, _section(asked, found)))
    editor = _posted(asked, question, request.POST)
    if step := request.POST.get("step", ""):
        editor.step(step)
        editor.unbound(request.POST)
        return _page(request, survey, editor)
    theirs: list[Difference] = []
    if editor.is_valid():
        try:
            if _save(request, survey, editor):
                return redirect(_back(survey, question))
        except ChangedMeanwhileError:
            theirs = _overtaken(survey, editor)
    return _page(request, survey, editor, theirs)


def _posted(asked: Questionnaire, key: str, posted: QueryDict) -> QuestionEditor:
    """What was sent about the question that is there, or about one that is not yet."""
    found = asked.question(key)
    if found is None:
        kind = _kind(posted.get("kind", ""))
        if kind is None or posted.get("key") != key:
            raise Http404
        section = posted.get("section", "")
        return QuestionEditor(asked, _empty(kind, key), section, posted, is_new=True)
    return QuestionEditor(asked, found, _section(asked, found), posted)


def _section(asked: Questionnaire, question: Question) -> str:
    return next(one.key for one in asked.sections if question in one.questions)


def _save(request: WorkRequest, survey: Survey, editor: QuestionEditor) -> bool:
    section = editor.form.cleaned_data["section"]
    try:
        services.save_question(
            request.actor, survey, section, editor.made, seen=editor.seen
        )
    except NotAllowedError as error:
        editor.refuse(error)
        return False
    messages.success(request, _("Saved."))
    return True


def _back(survey: Survey, question: str) -> str:
    return f"{reverse('workspace:survey', args=[survey.public_id])}#fraga-{question}"


def _overtaken(survey: Survey, editor: QuestionEditor) -> list[Difference]:
    """Somebody else was faster: theirs beside what this person wrote."""
    survey.refresh_from_db()
    now = asked_in(survey).question(editor.question.key)
    mine = editor.made
    editor.overtaken(now)
    return [] if now is None else list(differing(_pairs(now, mine)))


def _pairs(theirs: Question, mine: Question) -> list[tuple[str, str, str]]:
    found = []
    for language, name in LANGUAGES.items():
        texts = [_texts(one, language) for one in (theirs, mine)]
        found += [
            (f"{label} – {name}", left, right)
            for label, left, right in zip(_labels(), *texts, strict=True)
        ]
    return found


def _labels() -> tuple[str, ...]:
    return (_("The question"), _("Help under the question"), _("The answers"), _("Lines"))


def _texts(question: Question, language: str) -> tuple[str, ...]:
    return (
        question.words.get(language, ""),
        question.help.get(language, ""),
        " / ".join(one.words.get(language, "") for one in question.options),
        " / ".join(one.words.get(language, "") for one in question.rows),
    )


def _page(
    request: WorkRequest,
    survey: Survey,
    editor: QuestionEditor,
    theirs: list[Difference] | None = None,
) -> HttpResponse:
    question = editor.question
    asked = editor.asked
    context = {
        "survey": survey,
        "editor": editor,
        "form": editor.form,
        "question": question,
        "is_new": asked.question(question.key) is None,
        "nr": numbered(asked).get(question.key),
        "kind": KINDS[question.kind],
        "line_kinds": LINE_KINDS,
        "longest": LONGEST,
        "languages": [(one, LANGUAGES[one]) for one in asked.languages],
        "hints": hints_of(question, asked.languages),
        "theirs": theirs or [],
    }
    return shown(request, "surveys/question", context, editor)


@require_http_methods(BOTH)
@of_a_draft
def remove(request: WorkRequest, survey: Survey, question: str) -> HttpResponse:
    """Ask no longer, after one more thought."""
    asked = asked_in(survey)
    if request.method == "POST":
        if told(request, lambda: services.remove_question(request.actor, survey, question)):
            messages.success(request, _("The question is taken out."))
        return redirect("workspace:survey", survey.public_id)
    found = the_question(asked, question)
    context = {"survey": survey, "question": found, "text": text_of(found)}
    return shown(request, "surveys/remove_question", context)
