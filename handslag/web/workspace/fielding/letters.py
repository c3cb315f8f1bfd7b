"""Letters: when they go out, and the files to print them from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.surveys.models import Mailing, Survey
from handslag.domain.surveys.queries import fieldwork as queries
from handslag.domain.surveys.rules import Questionnaire, Selection, SurveyState
from handslag.domain.surveys.rules.codes import grouped
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.fieldwork import parts_of, usual_plan
from handslag.domain.surveys.rules.languages import FIRST, LANGUAGES, RIGHT_TO_LEFT
from handslag.domain.surveys.rules.words import MailingKind
from handslag.domain.surveys.services import fieldwork as services
from handslag.domain.surveys.services.fieldwork import Letter
from handslag.web.asking.on_paper import printable
from handslag.web.forms import OVERTAKEN
from handslag.web.requests import WorkRequest
from handslag.web.ui import pdf
from handslag.web.ui.codes import square_code
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import refusal
from handslag.web.words.fielding import MAILINGS
from handslag.web.workspace import fields
from handslag.web.workspace.fielding.forms_on_paper import paper_form
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.surveys.sight import the_survey

LETTERS = "workspace:survey-letters"


class PlanForm(forms.Form):
    """The day of each kind of letter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in MailingKind:
            self.fields[kind.value] = fields.day(str(MAILINGS[kind]))
            # The day that was planned when the page was opened: somebody may change it.
            self.fields[f"seen-{kind}"] = forms.DateField(
                required=False, widget=forms.HiddenInput
            )

    @property
    def days(self) -> dict[MailingKind, date | None]:
        return {kind: self.cleaned_data[kind.value] for kind in MailingKind}

    @property
    def seen(self) -> dict[MailingKind, date]:
        days = {kind: self.cleaned_data[f"seen-{kind}"] for kind in MailingKind}
        return {kind: day for kind, day in days.items() if day}

    def overtaken(self, now: Mapping[MailingKind, date]) -> None:
        """What was typed stays; saved once more it goes over what others have planned."""
        self.add_error(None, str(OVERTAKEN))
        days = {kind: now.get(kind) for kind in MailingKind}
        seen = {
            f"seen-{kind}": day.isoformat() if day else "" for kind, day in days.items()
        }
        typed = {name: self.data.get(name) for name in self.fields}
        self.data = {**typed, **seen}


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of letter: its day, whether it is late, and the files there are of it."""

    kind: MailingKind
    name: str
    mailing: Mailing | None
    is_late: bool
    parts: range
    recipients: int


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What is sent when, what is due, and the files to print."""
    return _shown(request, the_survey(request, key))


@require_POST
def plan(request: WorkRequest, key: UUID) -> HttpResponse:
    """The days on which letters go out."""
    survey = the_survey(request, key)
    form = PlanForm(request.POST)
    if form.is_valid() and _planned(request, survey, form):
        return redirect(LETTERS, key)
    return _shown(request, survey, form)


def _planned(request: WorkRequest, survey: Survey, form: PlanForm) -> bool:
    try:
        return done(
            form,
            lambda: services.plan_letters(request.actor, survey, form.days, seen=form.seen),
        )
    except ChangedMeanwhileError:
        form.overtaken(queries.plan_of(survey))
        return False


@require_POST
def make(request: WorkRequest, key: UUID, kind: str) -> HttpResponse:
    """A file of letters to print, at most five hundred."""
    survey = the_survey(request, key)
    part = request.POST.get("part", "1")
    chosen = _kind(kind)
    try:
        number = max(int(part), 1) if part.isdecimal() else 1
        made = services.make_letters(request.actor, survey, chosen, number, now=request.now)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
        return redirect(LETTERS, key)
    with override(settings.LANGUAGE_CODE):
        given = words(survey, chosen, made)
    content = pdf.letters(given, made_at=request.now)
    response = HttpResponse(content, content_type=pdf.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{chosen}-{number}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def send(request: WorkRequest, key: UUID, kind: str) -> HttpResponse:
    """They have gone to the post."""
    survey = the_survey(request, key)
    try:
        services.letters_sent(request.actor, survey, _kind(kind), now=request.now)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    return redirect(LETTERS, key)


def _kind(kind: str) -> MailingKind:
    try:
        return MailingKind(kind)
    except ValueError as error:
        raise Http404 from error


def words(survey: Survey, kind: MailingKind, letters: Sequence[Letter]) -> dict[str, Any]:
    """What stands on the letters. The code is in the part of the address that a browser
    never sends, so that it stands in no log of a server on the way."""
    slug = survey.home.slugs.get(current=True).slug
    path = reverse("public:take-part-in", args=[slug, survey.occasion.slug])
    address = f"{settings.PUBLIC_ADDRESS}{path}"
    asked = read(survey.document)
    is_with_form = kind is MailingKind.SECOND
    return {
        **_on_all(survey, kind),
        "address": address.partition("://")[2],
        "form": paper_form(survey, asked, FIRST, is_sent=True) if is_with_form else None,
        **_others(survey, asked),
        "letters": [
            {
                "number": _("Letter %(number)s") % {"number": one.number},
                "address": one.address.splitlines(),
                "code": grouped(one.code),
                "square": square_code(f"{address}#kod={one.code}"),
            }
            for one in letters
        ],
    }


def _on_all(survey: Survey, kind: MailingKind) -> dict[str, Any]:
    """What the letters of a kind have in common."""
    home = survey.home
    ways = (home.contact_name, home.contact_email, home.contact_phone)
    contact = ", ".join(part for part in ways if part)
    by_whom = (
        _(
            "On the web nobody can see which answer is yours. A form on paper is seen by"
            " whoever types it in."
        )
        if kind is MailingKind.SECOND
        else _("Nobody can see which answer is yours.")
    )
    return {
        "language": "sv",
        "region": "SE",
        "author": home.name,
        "sender": home.name,
        "title": survey.occasion.title,
        "answer": _("We ask you to answer a survey."),
        "lines": list(_lines(survey, kind)),
        "how": _("Answer here, or point your telephone at the square:"),
        "code_is": _("Your code:"),
        "alt": _("Square code that leads to the survey with your code filled in."),
        "kept": [
            _("The code lets each one answer once. We see on which day it was used."),
            by_whom,
        ],
        "contact": _("Questions? %(contact)s") % {"contact": contact} if contact else "",
    }


def _others(survey: Survey, asked: Questionnaire) -> dict[str, Any]:
    """The back of the sheet, and what the front says of it."""
    others = [
        _in(survey, asked, one)
        for one in asked.languages
        if one != FIRST and printable(asked, one)
    ]
    names = " · ".join(one["name"] for one in others)
    front = _("Other languages on the back: %(names)s") % {"names": names} if names else ""
    return {"others": others, "turn_over": front}


def _in(survey: Survey, asked: Questionnaire, language: str) -> dict[str, Any]:
    """What the back of the letter says to those who read this language: the words that
    somebody has written in it, and the program's own in English."""
    intro = asked.intro.get(language, "")
    lines = intro.splitlines()
    if language == "en":
        with override("en"):
            day = swedish_date(survey.closes_on)
            lines += [
                _("You can answer in English, on the web address below with your code."),
                _("To answer is voluntary. You can answer until %(day)s.") % {"day": day},
                _("Nobody can see which answer is yours."),
            ]
    return {
        "language": language,
        "is_rtl": language in RIGHT_TO_LEFT,
        "name": LANGUAGES.get(language, language),
        "lines": [one for one in lines if one],
    }


def _lines(survey: Survey, kind: MailingKind) -> Iterator[str]:
    if kind is not MailingKind.LETTER:
        yield _("You have got a letter from us before, and we hope to hear from you.")
    else:
        yield _("You have been drawn by chance among those who live here.")
    if kind is MailingKind.SECOND:
        yield _(
            "This time a form comes with the letter, if you would rather write by hand."
        )
    intro = read(survey.document).intro.get("sv", "")
    if intro:
        yield intro
    yield _("To answer is voluntary. You can answer until %(day)s.") % {
        "day": swedish_date(survey.closes_on)
    }


def _shown(
    request: WorkRequest, survey: Survey, form: PlanForm | None = None
) -> HttpResponse:
    there = {one.kind: one for one in queries.mailings_of(survey)}
    usual = usual_plan(survey.opens_on)
    days = {
        kind.value: there[kind].due_on if kind in there else None for kind in MailingKind
    }
    if not there:
        days = {kind.value: usual[kind] for kind in usual if usual[kind] < survey.closes_on}
    steps = [_step(request, survey, kind, there.get(kind)) for kind in MailingKind]
    seen = {f"seen-{kind}": one.due_on for kind, one in there.items()}
    drawn = steps[0].recipients
    context = {
        "survey": survey,
        "occasion": survey.occasion,
        "answer": _answer(steps, drawn),
        "is_drawn": survey.selection == Selection.DRAWN and drawn,
        "is_over": survey.state == SurveyState.CLOSED,
        "form": form or PlanForm(initial=days | seen),
        "is_planned": bool(there),
        "steps": steps,
    }
    return shown(request, "fielding/letters", context, form)


def _step(
    request: WorkRequest, survey: Survey, kind: MailingKind, mailing: Mailing | None
) -> Step:
    drawn = queries.recipients(survey, MailingKind.LETTER).count()
    return Step(
        kind,
        str(MAILINGS[kind]),
        mailing,
        bool(mailing and not mailing.sent_on and mailing.due_on <= request.today),
        range(1, parts_of(kind, drawn) + 1),
        queries.recipients(survey, kind).count(),
    )


def _answer(steps: Sequence[Step], drawn: int) -> str:
    if not drawn:
        return _("Nobody has been drawn yet.")
    due = [one for one in steps if one.is_late]
    if due:
        return _("Due now: %(what)s.") % {"what": due[0].name[:1].lower() + due[0].name[1:]}
    waiting = [
        one.mailing.due_on for one in steps if one.mailing and not one.mailing.sent_on
    ]
    if waiting:
        return _("Next letters: %(day)s.") % {"day": swedish_date(min(waiting))}
    return _("Nothing waits to be sent.")
