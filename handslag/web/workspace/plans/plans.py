"""Plans: the list, a new one, its words, the next one."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind
from handslag.domain.picture import queries as pictures
from handslag.domain.picture.models import PictureVersion
from handslag.domain.plans import queries, services
from handslag.domain.plans.rules.words import Aim, State
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.plans import STATES
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.plans.forms import (
    NewPlanForm,
    VersionForm,
    WordsForm,
    initial_of,
)
from handslag.web.workspace.plans.sight import may, the_plan
from handslag.web.workspace.plans.template import sentences
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, home_of, shown

LAST_MONTH_TO_BEGIN_THE_SAME_YEAR = 9


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """All plans the person may see, the draft first."""
    plans = [(plan, STATES[State(plan.state)]) for plan in queries.listed(request.actor)]
    context = {
        "plans": plans,
        "holds": next((plan for plan, _s in plans if plan.state == State.DECIDED), None),
        "may_write": bool(request.actor.where(Act.WRITE_PLAN)),
    }
    return shown(request, "plans/plans", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Begin a plan on a frozen picture; without one, say what comes first."""
    require(request.actor, Act.WRITE_PLAN, in_any_of=request.actor.organisation_ids)
    homes = organisations.where(request.actor, Act.WRITE_PLAN).filter(
        kind=Kind.MUNICIPALITY
    )
    home = home_of(request, homes)
    if home is None and homes:
        return shown(request, "plans/new_for", {"homes": homes})
    versions = _versions(home) if home else []
    if home is None or not versions:
        words = refusal(NotAllowedError("plan.picture_not_frozen"))
        onward = next_step(request, home) if home else None
        context = {"home": home, "why": words, "next": onward}
        return shown(request, "plans/no_picture", context)
    form = NewPlanForm(
        request.POST or None, versions=versions, initial=_usual(home, request.today)
    )
    if form.is_valid() and done(form, lambda: _begin(request, home, form)):
        messages.success(request, _("The draft is made. Set the values to reach."))
        return redirect("workspace:action-plan", _newest(request))
    return shown(request, "plans/new", {"form": form, "home": home}, form)


def _usual(home: Organisation, today: date) -> dict[str, object]:
    """What most would write: two years, since the law asks for a look back by then."""
    first = today.year + (today.month > LAST_MONTH_TO_BEGIN_THE_SAME_YEAR)
    years = f"{first}–{first + 1}"
    name = _("Action plan for %(place)s %(years)s")
    return {
        "name": name % {"place": home.short_name, "years": years},
        "period_stated": years,
    }


def _versions(home: Organisation) -> list[PictureVersion]:
    """The frozen versions of the joint picture, the latest first."""
    picture = pictures.joint_of(home)
    if picture is None:
        return []
    return list(picture.versions.select_related("picture").order_by("-number"))


def _begin(request: WorkRequest, home: Organisation, form: NewPlanForm) -> None:
    plan = services.draft_plan(
        request.actor, form.draft, home=home, picture=form.version, now=request.now
    )
    if form.cleaned_data["fill"]:
        aim = Aim(form.cleaned_data["aim"])
        services.fill_plan(request.actor, plan, sentences(), aim=aim)


def _newest(request: WorkRequest) -> UUID:
    return queries.visible_to(request.actor).latest("pk").public_id


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: WorkRequest, key: UUID) -> HttpResponse:
    """The words of the plan itself: name, period, introduction."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    form = WordsForm(request.POST or None, initial=initial_of(plan))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(
                form,
                lambda: services.save_plan(
                    request.actor, plan, form.draft, revision=form.cleaned_data["revision"]
                ),
            ):
                messages.success(request, _("Saved."))
                return redirect("workspace:action-plan", plan.public_id)
        except ChangedMeanwhileError:
            now = the_plan(request, key)
            theirs = differences(form, initial_of(now))
            form.overtaken(now.revision)
    context = {"plan": plan, "form": form, "theirs": theirs}
    return shown(request, "plans/words", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write a first goal, and measures, for the problems that have none. One press."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    if request.method == "POST":
        aim = Aim.HOLD if "hold" in request.POST else Aim.REACH
        try:
            services.fill_plan(request.actor, plan, sentences(), aim=aim)
            messages.success(request, _("Written. Change what you want otherwise."))
        except NotAllowedError as error:
            messages.error(request, refusal(error))
    return redirect("workspace:action-plan", plan.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def rebind(request: WorkRequest, key: UUID) -> HttpResponse:
    """Let the draft rest on the newest version of the picture."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    if request.method == "POST":
        newest = next(iter(_versions(plan.home)), None)
        try:
            services.bind_picture(request.actor, plan, newest)
            messages.success(request, _("The plan rests on the newest picture now."))
        except NotAllowedError as error:
            messages.error(request, refusal(error))
    return redirect("workspace:action-plan", plan.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def succeed(request: WorkRequest, key: UUID) -> HttpResponse:
    """Begin the plan that comes after this one."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    form = VersionForm(request.POST or None, versions=_versions(plan.home))
    made: list[UUID] = []

    def deed() -> None:
        after = services.succeed(
            request.actor,
            plan,
            name=form.cleaned_data["name"],
            period=form.period,
            picture=form.version,
            now=request.now,
        )
        made.append(after.public_id)

    if form.is_valid() and done(form, deed):
        messages.success(request, _("The draft of the next plan is made."))
        return redirect("workspace:action-plan", made[0])
    return shown(request, "plans/succeed", {"plan": plan, "form": form}, form)


@require_safe
def lineage(request: WorkRequest, key: UUID) -> HttpResponse:
    """The plans before and after this one, and the text that was decided."""
    plan = the_plan(request, key)
    family = [
        (one, STATES[State(one.state)])
        for one in queries.visible_to(request.actor)
        .filter(home=plan.home_id)
        .order_by("-pk")
    ]
    context = {"plan": plan, "family": family, "may": may(request, plan)}
    return shown(request, "plans/lineage", context)
