"""The pages of a cause analysis: the tree, one cause, the words of the triangle."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.picture import queries
from handslag.domain.picture.models import Cause, Problem
from handslag.domain.picture.queries import causes as found
from handslag.domain.picture.rules.causes import Step
from handslag.domain.picture.services import causes as services
from handslag.web.requests import WorkRequest
from handslag.web.workspace.causes.forms import (
    AnalysisForm,
    CauseForm,
    NewCauseForm,
    initial_of,
    words_of,
)
from handslag.web.workspace.causes.leading import with_addresses
from handslag.web.workspace.causes.moving import hang_form, moved
from handslag.web.workspace.causes.standing import standing
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown


def the_problem(
    request: WorkRequest, key: UUID, problem: UUID, act: Act | None = None
) -> Problem:
    """The problem, if the person may see it and, with `act`, may do that with it."""
    row = get_object_or_404(
        queries.problem_of(request.actor, problem), picture__public_id=key
    )
    if act is not None:
        require(request.actor, act, in_any_of=queries.party_ids(row.picture))
    return row


def the_cause(request: WorkRequest, key: UUID, problem: UUID, cause: UUID) -> Cause:
    """One cause that the person may change."""
    the_problem(request, key, problem, Act.WRITE_PICTURE)
    return get_object_or_404(
        found.cause_of(request.actor, cause), problem__public_id=problem
    )


def back_to(problem: Problem, **touched: UUID | str) -> HttpResponseRedirect:
    """To the tree, with the focus on what was just changed."""
    address = reverse(
        "workspace:causes", args=[problem.picture.public_id, problem.public_id]
    )
    asked = urlencode({name: str(one) for name, one in touched.items() if one})
    return redirect(f"{address}?{asked}" if asked else address)


@require_safe
def page(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """Why the problem arises, as far as it is known."""
    row = the_problem(request, key, problem)
    may_write = bool(
        queries.party_ids(row.picture) & request.actor.where(Act.WRITE_PICTURE)
    )
    stands = standing(
        request.actor,
        row,
        touched=request.GET.get("touched", "") if may_write else "",
        step=request.GET.get("step", ""),
    )
    context = {
        "problem": row,
        "picture": row.picture,
        "may": may_write,
        "stands": stands,
        "ways": with_addresses(request, row, stands.ways),
    }
    return shown(request, "causes/page", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """Add a cause under the problem, under a cause, or beside one."""
    row = the_problem(request, key, problem, Act.WRITE_PICTURE)
    under, after = _named(request, row, "under"), _named(request, row, "after")
    form = NewCauseForm(request.POST or None)
    made: list[Cause] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(
            services.add_cause(request.actor, row, form.draft, under=under, after=after)
        ),
    ):
        messages.success(request, _("The cause is added."))
        if "more" in request.POST:
            return redirect(request.get_full_path())
        return back_to(row, touched=made[0].public_id)
    explained = under or (after.parent if after else None)
    context = {"problem": row, "picture": row.picture, "form": form, "under": explained}
    return shown(request, "causes/new", context, form)


def _named(request: WorkRequest, problem: Problem, name: str) -> Cause | None:
    """The cause that the address names, if it does."""
    asked = request.GET.get(name)
    if not asked:
        return None
    every = {str(one.public_id): one for one in found.causes_of(problem)}
    return every.get(asked)


@require_http_methods(["GET", "HEAD", "POST"])
def cause(request: WorkRequest, key: UUID, problem: UUID, cause: UUID) -> HttpResponse:
    """The words of one cause, and where it hangs."""
    row = the_cause(request, key, problem, cause)
    form = _form(request, row)
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, row, form)):
                messages.success(request, _("Saved."))
                return back_to(row.problem, touched=row.public_id)
        except ChangedMeanwhileError:
            now = the_cause(request, key, problem, cause)
            theirs = differences(form, initial_of(now))
            form.overtaken(now.revision)
    context = {
        "problem": row.problem,
        "picture": row.problem.picture,
        "cause": row,
        "form": form,
        "theirs": theirs,
        "hang": hang_form(row),
    }
    return shown(request, "causes/cause", context, form)


def _form(request: WorkRequest, cause: Cause) -> CauseForm:
    cited = [one.evidence for one in cause.citations.select_related("evidence")]
    citable = queries.citable(request.actor, cause.problem.picture)
    known = {one.pk: one for one in [*cited, *citable]}
    return CauseForm(
        request.POST if request.method == "POST" else None,
        initial=initial_of(cause),
        known=known.values(),
    )


def _save(request: WorkRequest, cause: Cause, form: CauseForm) -> None:
    revision = form.cleaned_data["revision"]
    services.save_cause(request.actor, cause, form.draft, revision=revision)


@require_POST
def move(request: WorkRequest, key: UUID, problem: UUID, cause: UUID) -> HttpResponse:
    """One step up, down, in or out; or to hang under another."""
    row = the_cause(request, key, problem, cause)
    step = request.POST.get("step", "")
    if step in set(Step):
        sentence = moved(lambda: services.step_cause(request.actor, row, Step(step)))
    else:
        every = {str(one.public_id): one for one in found.causes_of(row.problem)}
        under = every.get(request.POST.get("under", ""))
        sentence = moved(lambda: services.hang_cause(request.actor, row, under=under))
    if sentence:
        messages.warning(request, sentence)
    return back_to(row.problem, touched=row.public_id, step=step)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: WorkRequest, key: UUID, problem: UUID, cause: UUID) -> HttpResponse:
    """Ask once more, and then take the cause out of the tree."""
    row = the_cause(request, key, problem, cause)
    if request.method == "POST":
        try:
            sentence = moved(
                lambda: services.remove_cause(request.actor, row, revision=_seen(request))
            )
        except ChangedMeanwhileError:
            sentence = _("Someone else has just changed the cause. Read it again first.")
        if sentence:
            messages.warning(request, sentence)
            return redirect("workspace:remove-cause", key, problem, cause)
        messages.success(request, _("The cause is taken out."))
        return back_to(row.problem, touched=row.parent.public_id if row.parent else "")
    below = row.causes.count()
    context = {
        "problem": row.problem,
        "picture": row.problem.picture,
        "cause": row,
        "below": below,
    }
    return shown(request, "causes/remove", context)


def _seen(request: WorkRequest) -> int:
    typed = request.POST.get("revision", "")
    return int(typed) if typed.isdecimal() else 0


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """The corners of the triangle, and the sum."""
    row = the_problem(request, key, problem, Act.WRITE_PICTURE)
    form = AnalysisForm(request.POST or None, initial=words_of(found.analysis_of(row)))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save_words(request, row, form)):
                messages.success(request, _("Saved."))
                return back_to(row)
        except ChangedMeanwhileError:
            now = found.analysis_of(row)
            theirs = differences(form, words_of(now))
            form.overtaken(now.revision)
    context = {"problem": row, "picture": row.picture, "form": form, "theirs": theirs}
    return shown(request, "causes/words", context, form)


def _save_words(request: WorkRequest, problem: Problem, form: AnalysisForm) -> None:
    revision = form.cleaned_data["revision"]
    services.save_analysis(request.actor, problem, form.draft, revision=revision)


@require_POST
def finish(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """Say that the analysis is made, or that there is more to find out."""
    row = the_problem(request, key, problem, Act.WRITE_PICTURE)
    deed = (
        services.reopen_analysis if "reopen" in request.POST else services.finish_analysis
    )
    sentence = moved(lambda: deed(request.actor, row))
    if sentence:
        messages.warning(request, sentence)
    elif "reopen" not in request.POST:
        messages.success(request, _("The cause analysis is done."))
    return back_to(row)
