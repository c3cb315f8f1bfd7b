"""The editors of a draft: words and days, what it is about, who agrees, who does what."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.agreements import queries, services
from handslag.domain.agreements.models import Agreement
from handslag.domain.organisations import queries as organisations
from handslag.domain.vocabulary.published import offered, terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace.agreements.contents_form import (
    ContentsForm,
    GoalRows,
    StatuteRows,
    contents_of,
    goals_in,
    goals_of,
    statutes_in,
    statutes_of,
)
from handslag.web.workspace.agreements.forms import (
    WordsForm,
    words_of,
)
from handslag.web.workspace.agreements.sides_form import SidesForm, sides_of
from handslag.web.workspace.agreements.sight import the_agreement
from handslag.web.workspace.parties import Parties
from handslag.web.workspace.promises.overtaken import Difference, differences, differing
from handslag.web.workspace.sight import done, shown


def _saved(request: WorkRequest, form: LockForm, save: Callable[[], object]) -> bool | None:
    """Saved, or refused with a sentence; None: somebody else was faster."""
    try:
        if not done(form, save):
            return False
    except ChangedMeanwhileError:
        return None
    messages.success(request, _("Saved."))
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: WorkRequest, key: UUID) -> HttpResponse:
    """What it is called, its days and prolongation, background, vision and follow-up."""
    row = the_agreement(request, key, Act.WRITE_AGREEMENT)
    before = row.predecessor_id is not None
    form = WordsForm(request.POST or None, initial=words_of(row), has_predecessor=before)
    theirs: list[Difference] = []
    if form.is_valid():
        revision = form.cleaned_data["revision"]
        saved = _saved(
            request,
            form,
            lambda: services.save_words(request.actor, row, form.draft, revision=revision),
        )
        if saved:
            return redirect("workspace:agreement", row.public_id)
        if saved is None:
            now = the_agreement(request, key)
            theirs = differences(form, words_of(now))
            form.overtaken(now.revision)
    context = {"agreement": row, "form": form, "theirs": theirs}
    return shown(request, "agreements/words", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def contents(request: WorkRequest, key: UUID) -> HttpResponse:
    """Purposes, areas, problems, goals, and plans under other statutes."""
    row = the_agreement(request, key, Act.WRITE_AGREEMENT)
    form = ContentsForm(
        request.POST or None,
        initial=contents_of(row),
        focus=_focus(request, row),
        problems=list(queries.problems_for(row)),
    )
    goals = GoalRows(request.POST or None, initial=goals_of(row), prefix="goals")
    statutes = StatuteRows(request.POST or None, initial=statutes_of(row), prefix="plans")
    theirs: list[Difference] = []
    # All three, so that everything that is wrong is said at once.
    if all([form.is_valid(), goals.is_valid(), statutes.is_valid()]):
        draft = form.draft(goals_in(goals), statutes_in(statutes))
        revision = form.cleaned_data["revision"]
        saved = _saved(
            request,
            form,
            lambda: services.save_contents(request.actor, row, draft, revision=revision),
        )
        if saved:
            return redirect("workspace:agreement", row.public_id)
        if saved is None:
            now = the_agreement(request, key)
            theirs = [*differences(form, contents_of(now)), *_rows_that_differ(now, goals)]
            form.overtaken(now.revision)
    context = {
        "agreement": row,
        "form": form,
        "goals": goals,
        "statutes": statutes,
        "theirs": theirs,
        "is_wrong": any(one.errors for one in (*goals, *statutes)) and not form.errors,
    }
    return shown(request, "agreements/contents", context, form, _Rows(goals, statutes))


class _Rows:
    """Whether any row of the page came back with errors."""

    def __init__(self, *sets: forms.BaseFormSet[Any]) -> None:
        self.errors = [rows.errors for rows in sets if rows.is_bound and any(rows.errors)]


def _rows_that_differ(now: Agreement, goals: object) -> list[Difference]:
    stored = "\n".join(f"{one['text']} {one['seen_by']}" for one in goals_of(now))
    typed = "\n".join(f"{one.text} {one.seen_by}" for one in goals_in(goals))
    return differing([(_("Goals"), stored, typed)])


def _focus(request: WorkRequest, row: Agreement) -> dict[str, str]:
    """The shared words that are offered, and those chosen before."""
    language = (get_language() or "sv")[:2]
    found = offered(Kind.FOCUS, language, today=request.today)
    chosen = [one.code for one in row.fields.all() if one.code]
    if set(chosen) <= found.keys():
        return found
    every = terms(Kind.FOCUS, language)
    return {**found, **{code: every.get(code, code) for code in chosen}}


PARTIES = Parties(
    act=Act.WRITE_AGREEMENT,
    find=the_agreement,
    offered=organisations.that_may_agree,
    save=services.set_parties,
    title=gettext_lazy("Who agrees"),
    question=gettext_lazy("Who agrees?"),
    needed=gettext_lazy("Choose who agrees."),
    hint=gettext_lazy("One that is taken out loses what it had undertaken here."),
    saved=gettext_lazy("Saved. Now say what each of them undertakes."),
    page="workspace:agreement",
    then="workspace:agreement-commitments",
    approval=gettext_lazy("Who of them must approve the exact text?"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def commitments(request: WorkRequest, key: UUID) -> HttpResponse:
    """What each party undertakes, and whom it has appointed."""
    row = the_agreement(request, key, Act.WRITE_AGREEMENT)
    rows = list(row.parties.select_related("organisation"))
    form = SidesForm(request.POST or None, initial=sides_of(row, rows), parties=rows)
    theirs: list[Difference] = []
    if form.is_valid():
        saved = _saved(
            request,
            form,
            lambda: services.save_commitments(
                request.actor,
                row,
                form.drafts,
                together=form.all_together,
                revision=form.cleaned_data["revision"],
            ),
        )
        if saved:
            return redirect("workspace:agreement", row.public_id)
        if saved is None:
            now = the_agreement(request, key)
            present = now.parties.select_related("organisation")
            theirs = differences(form, sides_of(now, present))
            form.overtaken(now.revision)
    context = {"agreement": row, "form": form, "theirs": theirs}
    return shown(request, "agreements/commitments", context, form)
