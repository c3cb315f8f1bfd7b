"""The source log: what was used, what was rejected and why, and what limits mean."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Picture, Problem, SourceNote
from handslag.domain.picture.rules.drafts import SourceDraft
from handslag.domain.picture.rules.words import Use
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.picture import USES
from handslag.web.workspace import fields
from handslag.web.workspace.picture import findings
from handslag.web.workspace.picture.sight import the_picture, the_source, with_form
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done


class SourceForm(forms.Form):
    """One source that was weighed."""

    stated = fields.line(
        gettext_lazy("Which source?"),
        help_text=gettext_lazy("For example: the police survey 2025."),
        max_length=300,
    )
    use = fields.choice(
        gettext_lazy("What became of it?"),
        [(use.value, name) for use, name in USES.items()],
        required=gettext_lazy("Say whether the source was used."),
        radio=True,
        initial=Use.USED.value,
    )
    reason = fields.words(
        gettext_lazy("Why?"),
        help_text=gettext_lazy("Needed when the source was not used."),
        rows=2,
    )
    limits = fields.words(
        gettext_lazy("What does it not show, and what may that mean?"), rows=2
    )
    is_internal = fields.tick(gettext_lazy("Only for the parties"))

    def __init__(self, *args: Any, known: findings.Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if known.choices:
            self.fields["evidence"] = findings.one_of(known)
            self.order_fields(["stated", "evidence"])

    @property
    def draft(self) -> SourceDraft:
        given = self.cleaned_data
        chosen = self.known.numbers(filter(None, [given.get("evidence")]))
        return SourceDraft(
            Use(given["use"]),
            stated=given["stated"],
            evidence=chosen[0] if chosen else None,
            reason=given["reason"],
            limits=given["limits"],
            is_internal=given["is_internal"],
        )


class KnownSourceForm(SourceForm, LockForm):
    """The same, of a line that two people may be writing."""


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write down a source that was weighed, for the picture or, with `problem`, for one."""
    picture = the_picture(request, key, writing=True)
    problem = _problem(request, picture)
    form = SourceForm(request.POST or None, known=findings.Known(request.actor, picture))
    if form.is_valid() and done(
        form,
        lambda: services.add_source(request.actor, picture, form.draft, problem=problem),
    ):
        messages.success(request, _("Saved."))
        return _back(picture, problem)
    heading = _("A source that was weighed")
    said = str(problem) if problem else ""
    return with_form(request, picture, form, heading=heading, said=said)


def _problem(request: WorkRequest, picture: Picture) -> Problem | None:
    asked = request.GET.get("problem")
    if not asked:
        return None
    here = {str(one.public_id): one for one in queries.problems_of(picture)}
    return here.get(asked) or get_object_or_404(picture.problems.none())


def _back(picture: Picture, problem: Problem | None) -> HttpResponse:
    if problem is None:
        return redirect("workspace:picture", picture.public_id)
    return redirect("workspace:problem", picture.public_id, problem.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, source: UUID) -> HttpResponse:
    """Change a line of the source log, or take it out."""
    row = the_source(request, key, source)
    if request.method == "POST" and "remove" in request.POST:
        services.remove_source(request.actor, row)
        messages.success(request, _("The source is taken out of the log."))
        return _back(row.picture, row.problem)
    known = findings.Known(request.actor, row.picture)
    form = KnownSourceForm(request.POST or None, known=known, initial=_words(row))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, row, form)):
                messages.success(request, _("Saved."))
                return _back(row.picture, row.problem)
        except ChangedMeanwhileError:
            now = the_source(request, key, source)
            theirs = differences(form, _words(now))
            form.overtaken(now.revision)
    return with_form(
        request,
        row.picture,
        form,
        heading=_("A source that was weighed"),
        more={"theirs": theirs, "removable": True},
    )


def _save(request: WorkRequest, row: SourceNote, form: KnownSourceForm) -> None:
    services.save_source(
        request.actor, row, form.draft, revision=form.cleaned_data["revision"]
    )


def _words(row: SourceNote) -> dict[str, object]:
    return {
        "stated": row.stated,
        "evidence": str(row.evidence.public_id) if row.evidence else "",
        "use": row.use,
        "reason": row.reason,
        "limits": row.limits,
        "is_internal": row.is_internal,
        "revision": row.revision,
    }
