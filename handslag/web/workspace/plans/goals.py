"""One goal of a plan: written, changed, taken out."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.access import Act
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import Goal, Plan
from handslag.domain.plans.rules.drafts import GoalDraft
from handslag.domain.plans.rules.words import Aim
from handslag.web.forms import LockForm
from handslag.web.guarded import Guarded
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.plans import AIMS
from handslag.web.workspace import fields
from handslag.web.workspace.plans.sight import the_goal, the_plan
from handslag.web.workspace.plans.with_rows import WithRows
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown


class GoalForm(Guarded, LockForm):
    """What is to become of one problem."""

    problem = fields.choice(
        _("Which problem is it about?"), [], required=_("Choose a problem.")
    )
    text = fields.words(
        _("What is the goal?"),
        required=_("Write the goal."),
        help_text=_("What is to be different, for whom, where."),
        rows=2,
    )
    kind = fields.choice(
        _("What kind of goal is it?"),
        [(one.value, AIMS[one]) for one in Aim],
        required=_("Choose a kind."),
        radio=True,
        initial=Aim.REACH.value,
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = queries.problems_in(plan.picture_version)
        self.problems = {str(one.public_id): one for one in rows}
        field = self.fields["problem"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(key, one.title) for key, one in self.problems.items()]


def _initial(goal: Goal | None, problem: str) -> dict[str, Any]:
    if goal is None:
        return {"problem": problem, "revision": 0}
    return {
        "problem": str(goal.problem.public_id),
        "text": goal.text,
        "kind": goal.kind,
        "revision": goal.revision,
    }


def _editor(request: WorkRequest, plan: Plan, goal: Goal | None) -> WithRows:
    typed = request.POST if request.method == "POST" else None
    form = GoalForm(
        typed, plan=plan, initial=_initial(goal, request.GET.get("problem", ""))
    )
    return WithRows(form, typed, goal, plan=plan)


def _draft(editor: WithRows) -> GoalDraft:
    given = editor.form.cleaned_data
    assert isinstance(editor.form, GoalForm)  # noqa: S101 - made above
    return GoalDraft(
        editor.form.problems[given["problem"]].pk,
        given["text"],
        Aim(given["kind"]),
        editor.indicators,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """One more goal."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    editor = _editor(request, plan, None)
    if editor.is_valid() and done(
        editor.form, lambda: services.add_goal(request.actor, plan, _draft(editor))
    ):
        messages.success(request, now_("Saved."))
        return redirect("workspace:action-plan", plan.public_id)
    context = {"plan": plan, "editor": editor, "form": editor.form, "goal": None}
    return shown(request, "plans/goal", context, editor)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, goal: UUID) -> HttpResponse:
    """One goal, to change."""
    row = the_goal(request, key, goal)
    editor = _editor(request, row.plan, row)
    theirs: list[Difference] = []
    if editor.is_valid():
        try:
            if done(editor.form, lambda: _save(request, row, editor)):
                messages.success(request, now_("Saved."))
                return redirect("workspace:action-plan", key)
        except ChangedMeanwhileError:
            now = the_goal(request, key, goal)
            theirs = differences(editor.form, _initial(now, ""))
            _overtaken(editor.form, now.revision)
    context = {
        "plan": row.plan,
        "goal": row,
        "editor": editor,
        "form": editor.form,
        "theirs": theirs,
    }
    return shown(request, "plans/goal", context, editor)


def _overtaken(form: forms.Form, revision: int) -> None:
    if isinstance(form, LockForm):
        form.overtaken(revision)


def _save(request: WorkRequest, goal: Goal, editor: WithRows) -> None:
    revision = editor.form.cleaned_data["revision"]
    services.save_goal(request.actor, goal, _draft(editor), revision=revision)


@require_POST
def remove(request: WorkRequest, key: UUID, goal: UUID) -> HttpResponse:
    """Take the goal out. Its measures stay, without a goal."""
    row = the_goal(request, key, goal)
    try:
        services.remove_goal(request.actor, row)
        messages.success(request, now_("The goal is taken out."))
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    return redirect("workspace:action-plan", key)
