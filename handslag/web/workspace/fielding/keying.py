"""Typing paper forms in: by the number keys, twice, and nothing kept in between.

The first entry is carried in the page, signed; it is stored nowhere until both agree and
the answer is sealed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries.fieldwork import may_answer
from handslag.domain.surveys.rules import Answers, Problem, Questionnaire, Selection, said
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.keying import (
    Field,
    Typed,
    differing,
    fields,
    nine_declines,
    read_typed,
)
from handslag.domain.surveys.rules.questionnaire import OTHER
from handslag.domain.surveys.rules.words import CHOOSES, Help, QuestionKind
from handslag.domain.surveys.services import type_in
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.fielding import KEYED
from handslag.web.words.surveys import PROBLEMS
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys.sight import the_survey

SALT = "handslag.surveys.typed"
LIVES = 12 * 60 * 60  # seconds: a working day with the page open
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One field on the screen."""

    name: str
    number: str
    text: str
    keys: str  # "1 Mycket trygg · 2 Ganska trygg"
    value: str
    is_long: bool
    is_text: bool
    error: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that was typed in differently the second time."""

    key: str
    number: str
    text: str
    first: str
    second: str


@dataclass
class Entry:
    """What has been typed so far, and how it came."""

    code: str = ""
    how: Help = Help.PAPER
    typed: dict[str, str] = field(default_factory=dict)

    def carried(self, survey: Survey) -> str:
        return signing.dumps(
            [str(survey.public_id), self.code, self.typed], salt=SALT, compress=True
        )


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Type a form, type it again, settle what differs; then the next form."""
    survey = the_survey(request, key)
    steps = {"second": _second, "settle": _settle}
    if request.method == "POST":
        return steps.get(request.POST.get("step", ""), _first)(request, survey)
    how = Help.ASSISTED if "hjalp" in request.GET else Help.PAPER
    return _screen(request, survey, Entry(how=how))


def _first(request: WorkRequest, survey: Survey) -> HttpResponse:
    asked = read(survey.document)
    is_assisted = request.POST.get("how") == Help.ASSISTED
    entry = Entry(
        request.POST.get("code", "")[:40],
        Help.ASSISTED if is_assisted else Help.PAPER,
        _typed(request, asked),
    )
    answers, problems = read_typed(asked, entry.typed)
    try:
        may_answer(survey, entry.code, request.today)
        if not problems and is_assisted:
            return _sealed(request, survey, entry, answers)
    except NotAllowedError as error:
        return _screen(request, survey, entry, problems, wrong=refusal(error))
    if problems:
        return _screen(request, survey, entry, problems)
    return _screen(request, survey, Entry(entry.code), first=entry)


def _second(request: WorkRequest, survey: Survey) -> HttpResponse:
    asked = read(survey.document)
    first = _carried(survey, request.POST.get("first", ""))
    if first is None:
        return _again(request, survey)
    entry = Entry(first.code, typed=_typed(request, asked))
    answers, problems = read_typed(asked, entry.typed)
    if problems:
        return _screen(request, survey, entry, problems, first=first)
    before, _problems = read_typed(asked, first.typed)
    keys = differing(before, answers)
    if not keys:
        return _try_sealing(request, survey, first, answers)
    return _differences(request, survey, first, entry, keys)


def _settle(request: WorkRequest, survey: Survey) -> HttpResponse:
    asked = read(survey.document)
    first = _carried(survey, request.POST.get("first", ""))
    second = _carried(survey, request.POST.get("second", ""))
    if first is None or second is None:
        return _again(request, survey)
    before, _problems = read_typed(asked, first.typed)
    after, _problems = read_typed(asked, second.typed)
    keys = differing(before, after)
    chosen = {key: request.POST.get(f"holds-{key}") for key in keys}
    if not set(chosen.values()) <= {"first", "second"}:
        wrong = _("Choose one of the two for each question.")
        return _differences(request, survey, first, second, keys, wrong=wrong)
    taken = {key for key, which in chosen.items() if which == "second"}
    settled = dict(first.typed)
    for one in fields(asked):
        if one.question.key in taken:
            settled[one.name] = second.typed.get(one.name, "")
    answers, problems = read_typed(asked, settled)
    if problems:
        return _screen(request, survey, Entry(first.code, typed=settled), problems)
    return _try_sealing(request, survey, first, answers)


def _try_sealing(
    request: WorkRequest, survey: Survey, entry: Entry, answers: Answers
) -> HttpResponse:
    try:
        return _sealed(request, survey, entry, answers)
    except NotAllowedError as error:
        return _screen(request, survey, entry, wrong=refusal(error))


def _sealed(
    request: WorkRequest, survey: Survey, entry: Entry, answers: Answers
) -> HttpResponse:
    """Sealed and on the disk; on to the next form."""
    type_in(request.actor, survey, answers, entry.how, code=entry.code, today=request.today)
    messages.success(request, _("The form is sealed. Here is the next."))
    address = reverse("workspace:survey-type-in", args=[survey.public_id])
    return redirect(f"{address}?hjalp=1" if entry.how is Help.ASSISTED else address)


def _again(request: WorkRequest, survey: Survey) -> HttpResponse:
    wrong = _("The page has been open for too long. Type the form once more.")
    return _screen(request, survey, Entry(), wrong=wrong)


def _carried(survey: Survey, text: str) -> Entry | None:
    try:
        key, code, typed = signing.loads(text, salt=SALT, max_age=LIVES)
    except signing.BadSignature:
        return None
    return Entry(code, typed=typed) if key == str(survey.public_id) else None


def _typed(request: WorkRequest, asked: Questionnaire) -> dict[str, str]:
    """What was typed, question by question; empty fields need not be carried."""
    sent = {one.name: request.POST.get(one.name, "") for one in fields(asked)}
    return {name: text[: LONGEST + 1] for name, text in sent.items() if text.strip()}


def _screen(
    request: WorkRequest,
    survey: Survey,
    entry: Entry,
    problems: list[Problem] | None = None,
    *,
    first: Entry | None = None,
    wrong: str = "",
) -> HttpResponse:
    asked = read(survey.document)
    context = {
        "survey": survey,
        "occasion": survey.occasion,
        "entry": entry,
        "is_assisted": entry.how is Help.ASSISTED,
        "is_coded": survey.selection == Selection.DRAWN,
        "lines": list(_lines(asked, entry.typed, problems or [])),
        "first": first.carried(survey) if first else "",
        "wrong": wrong,
        "errors": bool(problems or wrong),
    }
    answer = shown(request, "fielding/typing", context)
    answer.status_code = 422 if problems or wrong else 200
    return _kept_nowhere(answer)


def _differences(
    request: WorkRequest,
    survey: Survey,
    first: Entry,
    second: Entry,
    keys: list[str],
    *,
    wrong: str = "",
) -> HttpResponse:
    asked = read(survey.document)
    context = {
        "survey": survey,
        "occasion": survey.occasion,
        "rows": list(_compared(asked, first.typed, second.typed, keys)),
        "first": first.carried(survey),
        "second": second.carried(survey),
        "wrong": wrong,
    }
    answer = shown(request, "fielding/differences", context)
    answer.status_code = 422 if wrong else 200
    return _kept_nowhere(answer)


def _kept_nowhere(answer: HttpResponse) -> HttpResponse:
    """The page holds a code beside the answers that came with it."""
    answer["Cache-Control"] = "no-store"
    return answer


def _compared(
    asked: Questionnaire, first: Typed, second: Typed, keys: list[str]
) -> Iterator[Difference]:
    language = get_language() or "sv"
    for key in keys:
        mine = [one for one in fields(asked) if one.question.key == key]
        yield Difference(
            key,
            mine[0].number,
            said(mine[0].question.words, language),
            *(
                " / ".join(typed.get(one.name, "–") for one in mine)
                for typed in (first, second)
            ),
        )


def _lines(asked: Questionnaire, typed: Typed, problems: list[Problem]) -> Iterator[Line]:
    language = get_language() or "sv"
    wrong = {one.question: _told(one) for one in problems}
    seen: set[str] = set()
    for one in fields(asked):
        key = one.question.key
        kind = one.question.kind
        yield Line(
            one.name,
            one.number,
            _text(one, language),
            _keys(one, language),
            typed.get(one.name, ""),
            is_long=kind is QuestionKind.LONG,
            is_text=kind not in CHOOSES or one.part == OTHER,
            error="" if key in seen else wrong.get(key, ""),
        )
        seen.add(key)


def _told(problem: Problem) -> str:
    sentence = {**PROBLEMS, **KEYED}[problem.code]
    return str(sentence) % problem.facts if problem.facts else str(sentence)


def _text(one: Field, language: str) -> str:
    words = said(one.question.words, language)
    if one.part == OTHER:
        return _("%(question)s – the words beside the last answer") % {"question": words}
    question = one.question
    parts = {row.key: said(row.words, language) for row in question.rows}
    if question.kind is QuestionKind.RANKING:
        parts = {each.key: said(each.words, language) for each in question.options}
    return f"{words} – {parts[one.part]}" if one.part in parts else words


def _keys(one: Field, language: str) -> str:
    if one.part == OTHER:
        return ""
    if one.question.kind is QuestionKind.RANKING:
        most = min(one.question.most or 99, len(one.question.options))
        return _("the number beside it, 1–%(most)s") % {"most": most}
    options = [
        f"{nr} {said(option.words, language)}"
        for nr, option in enumerate(one.question.options, 1)
    ]
    if nine_declines(one.question):
        options.append(f"9 {_('prefers not to answer')}")
    return " · ".join(options)
