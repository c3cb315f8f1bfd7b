"""One task that the council gave: what it is, and what became of it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.council import services
from handslag.domain.council.models import Task
from handslag.domain.council.rules.words import TaskState
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.council import TASK_STATES
from handslag.web.workspace import fields
from handslag.web.workspace.council.said import late_since
from handslag.web.workspace.council.sight import may_run, the_task
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown

NAMES = ("state", "result", "due_on", "revision")


class ReportForm(LockForm):
    """What became of a task."""

    state = fields.choice(
        gettext_lazy("How does it stand?"),
        [(one.value, name) for one, name in TASK_STATES.items()],
        radio=True,
    )
    result = fields.words(
        gettext_lazy("What became of it?"),
        help_text=gettext_lazy(
            "Residents may read it. Nothing of single cases, and no names."
        ),
    )
    due_on = fields.day(
        gettext_lazy("By when"), required=gettext_lazy("Write by which day it is done.")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """A task, to read or to report on."""
    task = the_task(request, key)
    may = may_run(request, task.council) or request.actor.may(
        Act.REPORT_PROGRESS, task.owner_id
    )
    if request.method == "POST" and not may:
        require(request.actor, Act.REPORT_PROGRESS, in_any_of=frozenset({task.owner_id}))
    form = ReportForm(request.POST or None, initial=_initial(task))
    theirs: Sequence[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _report(request, task, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:council-task", task.public_id)
        except ChangedMeanwhileError:
            now = the_task(request, key)
            theirs = differences(form, _initial(now))
            form.overtaken(now.revision)
    context = {
        "task": task,
        "council": task.council,
        "state": TASK_STATES[TaskState(task.state)],
        "late": late_since(task.due_on, request.today)
        if task.state == TaskState.OPEN
        else "",
        "form": form if may else None,
        "theirs": theirs,
    }
    return shown(request, "council/task", context, form)


def _initial(task: Task) -> dict[str, Any]:
    return {name: getattr(task, name) for name in NAMES}


def _report(request: WorkRequest, task: Task, form: ReportForm) -> None:
    given = form.cleaned_data
    services.report_task(
        request.actor,
        task,
        state=TaskState(given["state"]),
        result=given["result"],
        due_on=given["due_on"],
        revision=given["revision"],
        today=request.today,
    )
