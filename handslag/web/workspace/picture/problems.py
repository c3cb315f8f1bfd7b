"""One problem: written with its judgements on one form, moved, closed, taken out."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Picture, Problem
from handslag.domain.picture.rules.words import State
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.picture import findings
from handslag.web.workspace.picture.lines import problem_line
from handslag.web.workspace.picture.problem_forms import (
    KnownProblemForm,
    ProblemForm,
    initial_of,
)
from handslag.web.workspace.picture.sight import (
    may_write,
    the_picture,
    the_problem,
    with_form,
)
from handslag.web.workspace.promises.overtaken import Difference, differing
from handslag.web.workspace.sight import done, shown


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Add a problem to the picture."""
    picture = the_picture(request, key, writing=True)
    form = ProblemForm(
        request.POST or None,
        known=findings.Known(request.actor, picture),
        places=list(queries.places_for(picture)),
    )
    if form.is_valid() and done(
        form, lambda: services.add_problem(request.actor, picture, form.draft)
    ):
        messages.success(request, _("The problem is in the picture."))
        return redirect("workspace:picture", picture.public_id)
    return _form_page(request, picture, form)


@require_safe
def page(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """One problem, as it is read: judgements, sources, scores, and where it comes from."""
    row = the_problem(request, key, problem)
    (full,) = queries.working_problems().filter(pk=row.pk)
    context = {
        "picture": row.picture,
        "problem": full,
        "line": problem_line(request.actor, full, queries.parties_of(row.picture)),
        "may_write": may_write(request, row.picture),
        "was_frozen": queries.was_frozen(row),
        "is_open": row.state == State.OPEN,
    }
    return shown(request, "picture/problem", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """Change a problem and its judgements."""
    row = the_problem(request, key, problem, writing=True)
    (full,) = queries.working_problems().filter(pk=row.pk)
    form = _form(request, row, full)
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, row, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:problem", key, problem)
        except ChangedMeanwhileError:
            (now,) = queries.working_problems().filter(pk=row.pk)
            theirs = _differences(form, now)
            form.overtaken(now.revision)
    return _form_page(request, row.picture, form, problem=row, theirs=theirs)


def _form(request: WorkRequest, row: Problem, full: Problem) -> KnownProblemForm:
    cited = [
        citation
        for judgement in full.judgements.all()
        for citation in judgement.citations.all()
    ]
    return KnownProblemForm(
        request.POST or None,
        known=findings.Known(request.actor, row.picture, cited),
        places=list(queries.places_for(row.picture)),
        initial=initial_of(full),
    )


def _save(request: WorkRequest, row: Problem, form: KnownProblemForm) -> None:
    services.save_problem(
        request.actor, row, form.draft, revision=form.cleaned_data["revision"]
    )


def _differences(form: KnownProblemForm, now: Problem) -> list[Difference]:
    """What the other one saved beside what this one wrote, field by field, in words."""
    theirs = initial_of(now)
    return differing(
        (
            str(form.fields[name].label),
            form.said(name, theirs.get(name)),
            form.said(name, form.cleaned_data.get(name)),
        )
        for name in form.fields
        if name != "revision"
    )


def _form_page(
    request: WorkRequest,
    picture: Picture,
    form: ProblemForm,
    **more: object,
) -> HttpResponse:
    new_finding = f"{reverse('workspace:new-finding')}?bild={picture.public_id}"
    context = {"picture": picture, "form": form, "new_finding": new_finding, **more}
    return shown(request, "picture/problem_form", context, form)


@require_POST
def move(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """One step up or down among the others."""
    row = the_problem(request, key, problem, writing=True)
    by = -1 if request.POST.get("by") == "-1" else 1
    services.move_problem(request.actor, row, by=by)
    return redirect("workspace:picture", key)


class WhyForm(forms.Form):
    """Why it is no longer a problem."""

    why = fields.words(
        gettext_lazy("Why is it no longer a problem?"),
        required=gettext_lazy("Write why it is no longer a problem."),
        help_text=gettext_lazy("Everyone may read it in the next version."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """Close a problem with a reason."""
    row = the_problem(request, key, problem, writing=True)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        why = form.cleaned_data["why"]
        if done(form, lambda: services.close_problem(request.actor, row, why=why)):
            messages.success(request, _("The problem is closed. It can be opened again."))
            return redirect("workspace:picture", key)
    heading = _("Close the problem %(name)s?") % {"name": row}
    return with_form(request, row.picture, form, heading=heading, save=_("Close it"))


@require_POST
def reopen(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """It is a problem again."""
    row = the_problem(request, key, problem, writing=True)
    services.reopen_problem(request.actor, row)
    messages.success(request, _("The problem is open again."))
    return redirect("workspace:problem", key, problem)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """Ask once more, and then take the problem out."""
    row = the_problem(request, key, problem, writing=True)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, lambda: services.remove_problem(request.actor, row)):
        messages.success(request, _("The problem is taken out."))
        return redirect("workspace:picture", key)
    return with_form(
        request,
        row.picture,
        form,
        heading=_("Take out the problem %(name)s?") % {"name": row},
        said=_("All that is written of it goes too."),
        save=_("Take it out"),
    )
