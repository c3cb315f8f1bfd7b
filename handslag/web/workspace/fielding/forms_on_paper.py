"""The paper form: printed from the survey, blank or with the code of one who was drawn."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Questionnaire, Selection, SurveyState, said
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.languages import LANGUAGES, direction
from handslag.web.asking.on_paper import on_paper, own_language, printable
from handslag.web.requests import WorkRequest
from handslag.web.ui import pdf
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys.sight import the_survey


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The forms there are to print, and what is done with those that come back."""
    survey = the_survey(request, key)
    asked = read(survey.document)
    context = {
        "survey": survey,
        "occasion": survey.occasion,
        "forms": [
            (one, direction(one), LANGUAGES.get(one, one), printable(asked, one))
            for one in asked.languages
        ],
        "questions": sum(1 for _one in asked.questions()),
        "is_drawn": survey.selection == Selection.DRAWN,
        "is_draft": survey.state == SurveyState.DRAFT,
        "is_open": survey.state == SurveyState.OPEN,
    }
    return shown(request, "fielding/paper", context)


@require_safe
def blank(request: WorkRequest, key: UUID, language: str) -> HttpResponse:
    """The form without a code, for the library and the reception."""
    survey = the_survey(request, key)
    asked = read(survey.document)
    if language not in asked.languages or not printable(asked, language):
        raise Http404
    content = pdf.form(paper_form(survey, asked, language), made_at=request.now)
    answer = HttpResponse(content, content_type=pdf.MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="blankett-{language}.pdf"'
    return answer


def paper_form(
    survey: Survey, asked: Questionnaire, language: str, *, is_sent: bool = False
) -> dict[str, Any]:
    """All that stands on the form. `is_sent`: it came with a letter, and a code."""
    given = on_paper(asked, language)
    with override(own_language(language)):
        return given | _around(survey, asked, language, is_sent=is_sent)


def _around(
    survey: Survey, asked: Questionnaire, language: str, *, is_sent: bool
) -> dict[str, Any]:
    home = survey.home
    path = reverse(
        "public:take-part-in",
        args=[home.slugs.get(current=True).slug, survey.occasion.slug],
    )
    needs_code = survey.selection == Selection.DRAWN
    last_day = swedish_date(survey.closes_on)
    return {
        "title": survey.occasion.title,
        "sender": home.name,
        "about": said(asked.intro, language) or survey.occasion.title,
        "draft": _("A draft: not to be handed out.")
        if survey.state == SurveyState.DRAFT
        else "",
        "needs_code": needs_code,
        "collected": list(_collected(asked, needs_code=needs_code)),
        "fill": [
            _(
                "To answer is voluntary, and you may leave out any question. Fill in with"
                " a pen. If you tick the wrong square, fill it in wholly and tick another."
            ),
            _("You can answer on the web instead: %(address)s")
            % {"address": f"{settings.PUBLIC_ADDRESS}{path}".partition("://")[2]},
        ],
        "back": [
            _("Thank you. Put the form in the envelope that came with it, and post it.")
            if is_sent
            else _("Thank you. Fold the form and hand it in where you got it."),
            _("It must reach us by %(day)s.") % {"day": last_day},
            *_questions_to(home.contact_email, home.contact_phone),
        ],
    }


def _questions_to(*ways: str) -> list[str]:
    told = ", ".join(one for one in ways if one)
    return [_("Questions? %(contact)s") % {"contact": told}] if told else []


def _collected(asked: Questionnaire, *, needs_code: bool) -> list[str]:
    """What is said before the first question."""
    told = [
        _(
            "Your answers are typed in by somebody who sees this paper, and then sealed."
            " They are opened together with those of at least nineteen others, and mixed."
        )
    ]
    if needs_code:
        told.append(
            _(
                "We keep that your code has been used, and on which day. Nothing we keep"
                " says which answers came with it. The paper is destroyed when it has"
                " been typed in."
            )
        )
    else:
        told.append(
            _(
                "Write no name. Nothing about who you are is kept, and the paper is"
                " destroyed when it has been typed in."
            )
        )
    if any(one.is_loose for one in asked.questions()):
        told.append(
            _(
                "What you write in your own words, and places you point out, are kept"
                " apart from your other answers."
            )
        )
    return told
