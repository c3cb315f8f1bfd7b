"""What has come in: by area, by day, on paper; letters that came back or were lost."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries import fieldwork as queries
from handslag.domain.surveys.queries.fieldwork import Rate
from handslag.domain.surveys.queries.sampling import is_drawn as is_drawn_still
from handslag.domain.surveys.rules import Selection, SurveyState
from handslag.domain.surveys.rules.codes import grouped
from handslag.domain.surveys.rules.fieldwork import numbers_in
from handslag.domain.surveys.services import fieldwork as services
from handslag.domain.surveys.services import give_codes_back
from handslag.web.answers import capital, number
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number as digits
from handslag.web.ui.templatetags.ui import percent, swedish_date
from handslag.web.words import refusal
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.surveys.sight import the_survey

FIELDING = "workspace:survey-fielding"


class ReturnedForm(forms.Form):
    """The numbers on letters that came back."""

    numbers = fields.line(
        _("Numbers on letters that came back"),
        required=_("Write the numbers on the letters."),
        help_text=_("For example: 12, 40–44. They get no reminder."),
        max_length=2_000,
    )

    def clean_numbers(self) -> list[int]:
        try:
            return numbers_in(self.cleaned_data["numbers"])
        except ValueError as error:
            raise forms.ValidationError(
                now_("Write numbers with commas between, at most 500: 12, 40–44.")
            ) from error


class NewCodeForm(forms.Form):
    """The number of one whose letter was lost."""

    number = forms.IntegerField(
        label=_("Number of the letter"),
        min_value=1,
        error_messages={
            "required": _("Write the number of the letter."),
            "invalid": fields.A_WHOLE_NUMBER,
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """How many have answered, as it stands now."""
    return _shown(request, the_survey(request, key))


@require_POST
def returned(request: WorkRequest, key: UUID) -> HttpResponse:
    """Mark letters that the post has brought back."""
    survey = the_survey(request, key)
    form = ReturnedForm(request.POST)
    told: list[int] = []
    if form.is_valid() and done(
        form,
        lambda: told.append(
            services.mark_returned(request.actor, survey, form.cleaned_data["numbers"])
        ),
    ):
        said = ngettext("%(n)s letter is marked.", "%(n)s letters are marked.", told[0])
        messages.success(request, capital(said % {"n": number(told[0])}))
        return redirect(FIELDING, key)
    return _shown(request, survey, back=form)


@require_POST
def new_code(request: WorkRequest, key: UUID) -> HttpResponse:
    """A new code for one whose letter was lost: shown once, and stored nowhere."""
    survey = the_survey(request, key)
    form = NewCodeForm(request.POST)
    if form.is_valid():
        try:
            letter = services.renew_code(request.actor, survey, form.cleaned_data["number"])
        except NotAllowedError as error:
            form.add_error("number", refusal(error))
        else:
            code = {"number": letter.number, "code": grouped(letter.code)}
            return _shown(request, survey, fresh=code)
    return _shown(request, survey, lost=form)


@require_POST
def give_up(request: WorkRequest, key: UUID) -> HttpResponse:
    """The key of some answers is gone for good: let those who gave them answer again."""
    survey = the_survey(request, key)
    try:
        n = give_codes_back(request.actor, survey)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    else:
        said = ngettext("%(n)s answer is lost.", "%(n)s answers are lost.", n)
        messages.success(request, capital(said % {"n": number(n)}))
    return redirect(FIELDING, key)


def _shown(
    request: WorkRequest,
    survey: Survey,
    *,
    back: ReturnedForm | None = None,
    lost: NewCodeForm | None = None,
    fresh: dict[str, Any] | None = None,
) -> HttpResponse:
    rates = queries.rates(survey)
    whole = Rate(
        pgettext("answered", "All"),
        sum(one.drawn for one in rates),
        sum(one.returned for one in rates),
        sum(one.answered for one in rates),
    )
    sealed = queries.sealed(survey)
    is_drawn = survey.selection == Selection.DRAWN
    days = queries.days_of(survey) if is_drawn else []
    context = {
        "survey": survey,
        "occasion": survey.occasion,
        "answer": _answer(survey, whole, sealed),
        "when": _when(request, survey),
        "is_drawn": is_drawn,
        "is_open": survey.state == SurveyState.OPEN,
        "is_closed": survey.state == SurveyState.CLOSED,
        "rates": rates,
        "whole": whole,
        "sealed": sealed,
        "gone": queries.lost(survey),
        "days": days,
        "drawn_are_kept": survey.state != SurveyState.CLOSED or is_drawn_still(survey),
        "most_a_day": max((one.answers for one in days), default=0),
        "mailings": queries.mailings_of(survey),
        "back": back or ReturnedForm(),
        "lost": lost or NewCodeForm(),
        "fresh": fresh,
        "link": "" if is_drawn else _link(survey),
    }
    return shown(request, "fielding/live", context, back, lost)


def _link(survey: Survey) -> str:
    """The link that whoever wants to may follow."""
    slug = survey.home.slugs.get(current=True).slug
    path = reverse("public:take-part-in", args=[slug, survey.occasion.slug])
    return f"{settings.PUBLIC_ADDRESS}{path}"


def _answer(survey: Survey, whole: Rate, sealed: int) -> str:
    if survey.state == SurveyState.DRAFT:
        return now_("Nobody can answer yet.")
    if survey.selection == Selection.DRAWN:
        return now_("%(n)s of %(reached)s have answered: %(share)s.") % {
            "n": digits(whole.answered),
            "reached": digits(whole.reached),
            "share": percent(whole.share),
        }
    n = survey.answered + sealed
    said = ngettext("%(n)s answer has come in.", "%(n)s answers have come in.", n)
    return capital(said % {"n": number(n)})


def _when(request: WorkRequest, survey: Survey) -> str:
    first, last = swedish_date(survey.opens_on), swedish_date(survey.closes_on)
    left = (survey.closes_on - request.today).days + 1
    said = now_("Open %(first)s to %(last)s") % {"first": first, "last": last}
    if survey.state != SurveyState.OPEN or left < 1:
        return said
    days = ngettext("%(n)s day left", "%(n)s days left", left) % {"n": digits(left)}
    return f"{said} · {days}"
