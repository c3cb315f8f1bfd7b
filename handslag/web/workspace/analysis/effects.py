"""Plans for seeing whether something helped: the list, one of them, its words."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, ForbiddenError, require
from handslag.domain.analysis import queries, services
from handslag.domain.analysis.figures.answered import found_by
from handslag.domain.analysis.figures.effects import planned, stage_of
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules import Seen, Stage
from handslag.domain.organisations.models import Organisation
from handslag.web import effects_told
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.analysis import STAGES
from handslag.web.workspace.analysis import effect_forms, effect_measured_forms
from handslag.web.workspace.analysis import effect_said as said
from handslag.web.workspace.analysis.effect_fields import CallOffForm
from handslag.web.workspace.analysis.effect_forms import EffectForm
from handslag.web.workspace.analysis.effect_measured_forms import MeasuredForm
from handslag.web.workspace.sight import done, home_of, shown
from handslag.web.workspace.writing import BOTH, Page, written

FORM = "analysis/form"
TRY = "prova"  # the name of the button
MAY_TRY = {"may_try": True}


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """All plans the person sees, the latest first."""
    rows = list(queries.plans_seen_by(request.actor, today=request.today))
    return shown(
        request,
        "analysis/effects",
        {
            "plans": [_line(one, request) for one in rows],
            "answer": _answer(rows, request),
            "may": _homes(request).exists(),
        },
    )


def _answer(rows: Sequence[EffectPlan], request: WorkRequest) -> str:
    if not rows:
        return _("No plan has been made yet for seeing whether something helps.")
    stages = [stage_of(one, today=request.today) for one in rows]
    over, going = stages.count(Stage.OVER), stages.count(Stage.UNDER_WAY)
    made = ngettext("%(n)s plan has been made.", "%(n)s plans have been made.", len(rows))
    more = ngettext("%(n)s is under way.", "%(n)s are under way.", going) if going else ""
    last = ngettext("%(n)s is over.", "%(n)s are over.", over) if over else ""
    parts = [(made, len(rows)), (more, going), (last, over)]
    return " ".join(text % {"n": number(n)} for text, n in parts if text)


def _line(plan: EffectPlan, request: WorkRequest) -> dict[str, object]:
    stage = str(STAGES[stage_of(plan, today=request.today)])
    return {
        "href": reverse("workspace:effect", args=[plan.public_id]),
        "text": plan.name,
        "hint": " · ".join(
            [plan.home.short_name, plan.about, swedish_date(plan.begins), stage]
        ),
        "late": _("Planned when it had begun") if plan.is_late else "",
    }


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One plan: what is to be seen, what has been counted, and what can be said."""
    plan = the_plan(request, key)
    found, words = found_by(plan, today=request.today), planned(plan)
    context = {
        "plan": plan,
        "stage": STAGES[found.stage],
        "answer": effects_told.how_far(words, found),
        "verdicts": effects_told.verdicts(words, found),
        "counted": effects_told.box(words, found),
        **said.shown_of(words, found),
        "facts": effects_told.facts_of(words),
        "may": _may(request, plan),
        "is_open": found.stage is Stage.PLANNED,
        "can_be_called_off": found.stage in {Stage.PLANNED, Stage.UNDER_WAY},
        "is_called_off": found.stage is Stage.CALLED_OFF,
    }
    return shown(request, "analysis/effect", context)


@require_http_methods(BOTH)
def new(request: WorkRequest) -> HttpResponse:
    """Plan how it will be seen in reports whether something helps."""
    return _new(request, Seen.REPORTS)


@require_http_methods(BOTH)
def new_measured(request: WorkRequest) -> HttpResponse:
    """Plan how it will be seen in an indicator."""
    return _new(request, Seen.FIGURES)


def _new(request: WorkRequest, seen: Seen) -> HttpResponse:
    homes = _homes(request)
    home = home_of(request, homes)
    if home is None and not homes:
        raise ForbiddenError("No municipality to plan for.")
    if home is None:
        return shown(request, "analysis/for_whom", {"homes": homes})
    initial = {"revision": 0, "indicator": request.GET.get("indikator", "")}
    form = _form(request, home.pk, seen, initial)

    def deed() -> object:
        return services.plan_effect(request.actor, home, form.draft(), now=request.now)

    title = _("Plan how you will see whether it helps")
    answer = _("Choose now, before anyone knows the answer. %(home)s.") % {"home": home}
    about = Page(title, reverse("workspace:effects"), answer=answer)
    if TRY in request.POST:
        return _tried(request, about, form, home)
    return written(request, about, form, deed, template=FORM, more=MAY_TRY)


@require_http_methods(BOTH)
def edit(request: WorkRequest, key: UUID) -> HttpResponse:
    """Change a plan that has not begun."""
    plan = the_plan(request, key, writing=True)
    form = _form(request, plan.home_id, plan.seen, _initial(plan))

    def deed() -> object:
        draft = form.draft(is_example=plan.is_example)
        seen = form.cleaned_data["revision"]
        return services.change_effect(
            request.actor, plan, draft, revision=seen, now=request.now
        )

    back = reverse("workspace:effect", args=[key])
    about = Page(_("Change the plan"), back, above=plan.name)
    if TRY in request.POST:
        return _tried(request, about, form, plan.home)
    return written(
        request,
        about,
        form,
        deed,
        now=lambda: _now(request, key),
        template=FORM,
        more=MAY_TRY,
    )


def _form(
    request: WorkRequest, home: int, seen: Seen, initial: dict[str, object]
) -> EffectForm | MeasuredForm:
    given = request.POST if request.method == "POST" else None
    if seen is Seen.REPORTS:
        return EffectForm(given, places=queries.places_of(home), initial=initial)
    indicators = queries.indicators_to_judge(home)
    return MeasuredForm(given, indicators=indicators, initial=initial)


def _initial(plan: EffectPlan) -> dict[str, object]:
    if plan.seen is Seen.REPORTS:
        return effect_forms.initial_of(plan)
    return effect_measured_forms.initial_of(plan)


def _tried(
    request: WorkRequest,
    about: Page,
    form: EffectForm | MeasuredForm,
    home: Organisation,
) -> HttpResponse:
    """What the plan could show, before it is saved; all that was typed stays."""
    said: list[str] = []

    def deed() -> None:
        draft = form.draft()
        least = services.try_effect(request.actor, home, draft, now=request.now)
        said.append(effects_told.could_show(least))

    if form.is_valid():
        done(form, deed)
    context = {"page": about, "form": form, "could": "".join(said), **MAY_TRY}
    return shown(request, FORM, context, form)


@require_http_methods(BOTH)
def call_off(request: WorkRequest, key: UUID) -> HttpResponse:
    """Nothing came of it."""
    plan = the_plan(request, key, writing=True)
    given = request.POST if request.method == "POST" else None
    form = CallOffForm(given, initial={"revision": plan.revision})

    def deed() -> object:
        why, seen = form.cleaned_data["why"], form.cleaned_data["revision"]
        return services.call_off_effect(
            request.actor, plan, why=why, revision=seen, now=request.now
        )

    back = reverse("workspace:effect", args=[key])
    about = Page(
        _("Did nothing come of it?"),
        back,
        above=plan.name,
        answer=_("The plan stays, with the reason. Nothing is judged."),
        button=_("Call it off"),
    )
    return written(
        request, about, form, deed, now=lambda: _now(request, key), template=FORM
    )


def _now(request: WorkRequest, key: UUID) -> dict[str, object]:
    plan = the_plan(request, key)
    return {**_initial(plan), "why": plan.called_off_why}


def the_plan(request: WorkRequest, key: UUID, *, writing: bool = False) -> EffectPlan:
    """The plan, if the person may see it and, `writing`, may change it."""
    seen = queries.plans_seen_by(request.actor, today=request.today)
    plan = get_object_or_404(seen, public_id=key)
    if writing:
        parties = queries.parties_of(plan.home_id, today=request.today)
        require(request.actor, Act.WRITE_PLAN, in_any_of=parties)
    return plan


def _may(request: WorkRequest, plan: EffectPlan) -> bool:
    parties = queries.parties_of(plan.home_id, today=request.today)
    return bool(parties & request.actor.where(Act.WRITE_PLAN))


def _homes(request: WorkRequest) -> QuerySet[Organisation]:
    """The municipalities for which the person may plan."""
    return queries.homes_to_plan(request.actor, today=request.today)
