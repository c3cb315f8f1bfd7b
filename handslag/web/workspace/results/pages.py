"""The results of a survey: every question, divided by one thing at a time."""

from math import sqrt
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.surveys.figures import Figures, Spot
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.published.awareness import awareness_of_home
from handslag.domain.surveys.rules import Selection, SurveyState
from handslag.domain.surveys.rules.counting import FEWEST_FOR_STAFF, STEP
from handslag.domain.surveys.rules.documents import read
from handslag.web.answers import capital
from handslag.web.answers import number as in_words
from handslag.web.counted import method
from handslag.web.counted import shown as questions_of
from handslag.web.knowing import known
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number, percent
from handslag.web.words.results import GROUPINGS, NOT_COMPARED
from handslag.web.workspace.results.indexed import indexed
from handslag.web.workspace.results.sight import figures_of, the_survey
from handslag.web.workspace.sight import shown

# What stands in the address, in Swedish as all addresses.
BY = {"kon": "sex", "alder": "age", "omrade": "area"}
NORMAL = 1.96


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What was answered, as far as it has been counted."""
    survey = the_survey(request, key)
    figures = figures_of(survey)
    context: dict[str, object] = {
        "survey": survey,
        "answer": answer(survey, figures),
        "is_drawn": survey.selection == Selection.DRAWN,
    }
    if figures is not None:
        context |= _counted(request, survey, figures)
    return shown(request, "results/results", context)


def _counted(request: WorkRequest, survey: Survey, figures: Figures) -> dict[str, object]:
    chosen = request.GET.get("grupp", "")
    grouped = figures.grouping(BY.get(chosen, ""))
    hidden = _("fewer than %(n)s, or gives such a number back") % {"n": FEWEST_FOR_STAFF}
    return {
        "figures": figures,
        "questions": questions_of(read(survey.document), figures, grouped, hidden),
        "choices": [
            (word, GROUPINGS[what], word == chosen and grouped is not None)
            for word, what in BY.items()
            if figures.grouping(what)
        ],
        "grouped": grouped is not None,
        "method": method(figures),
        "not_compared": NOT_COMPARED.get(figures.not_compared, ""),
        "index": indexed(read(survey.document), figures),
        "known": known(awareness_of_home(survey)),
        "spots": [(_spot(one), one.n) for one in figures.spots],
    }


def answer(survey: Survey, figures: Figures | None) -> str:
    """How many have answered, of how many, and how sure that makes a share."""
    if figures is None:
        return _nothing(survey)
    n = capital(in_words(figures.n))
    if figures.invited:
        said = _("%(n)s of %(all)s who were asked have answered, %(share)s.") % {
            "n": n,
            "all": number(figures.invited),
            "share": percent(figures.n / figures.invited),
        }
    else:
        said = _("%(n)s have answered.") % {"n": n}
    if figures.is_sample and figures.effective_n:
        points = max(1, round(100 * NORMAL * 0.5 / sqrt(figures.effective_n)))
        said += " " + _(
            "A share of all is unsure by at most about %(points)s percentage points."
        ) % {"points": points}
    elif not figures.is_sample:
        said += " " + _("They chose to answer themselves and are no sample of all.")
    return said


def _nothing(survey: Survey) -> str:
    if survey.state == SurveyState.DRAFT:
        return _("Nobody has been asked yet.")
    return _(
        "There is nothing to show yet. Answers are opened twenty at a time at least and"
        " counted in steps of at least %(n)s, so that nobody's answer can be told apart."
    ) % {"n": STEP}


def _spot(spot: Spot) -> str:
    if spot.name:
        return spot.name
    return _("square of 500 m, corner %(north)s N, %(east)s E") % {
        "north": spot.north,
        "east": spot.east,
    }
