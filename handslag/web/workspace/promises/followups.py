"""What became of all the promises of a set, told on one page."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.periods import parse
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import FollowUp, PlannedFollowUp, PromiseSet
from handslag.domain.promises.rules.states import ChangedMeanwhileError
from handslag.domain.promises.rules.verdicts import SOON
from handslag.web.forms import saved_words, wants_words
from handslag.web.requests import WorkRequest
from handslag.web.targets import said
from handslag.web.words import REFUSALS
from handslag.web.workspace.promises.followup_forms import BeginForm, FollowUpForm
from handslag.web.workspace.promises.overtaken import Difference, differing
from handslag.web.workspace.promises.standing import published_standing
from handslag.web.workspace.promises.suggestions import Suggestion, suggested
from handslag.web.workspace.sight import done, shown, the_follow_up, the_set

FASTER, UNFINISHED = 409, 422


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: WorkRequest, key: UUID) -> HttpResponse:
    """Say which follow-up it is and who tells; then all promises come on one page."""
    set_ = the_set(request, key, Act.FOLLOW_UP)
    planned = queries.unanswered_plan(set_)
    tellers = [
        one for one in queries.parties_of(set_) if request.actor.may(Act.FOLLOW_UP, one.pk)
    ]
    form = BeginForm(
        request.POST or None,
        planned=planned,
        parties=tellers,
        initial=_usual(set_, planned, today=request.today),
    )
    made: list[FollowUp] = []
    if form.is_valid() and done(form, lambda: made.append(_begin(request, set_, form))):
        return redirect("workspace:follow-up", set_.public_id, made[0].public_id)
    context = {
        "set": set_,
        "form": form,
        "unfinished": set_.follow_ups.filter(published_at=None).select_related("party"),
    }
    return shown(request, "promises/begin_follow_up", context, form)


def _usual(
    set_: PromiseSet, planned: list[PlannedFollowUp], *, today: date
) -> dict[str, object]:
    """What it most likely is. Long before the next planned day: one beyond the plan."""
    forum = planned[0].forum if planned else ""
    usual: dict[str, object] = {"period_stated": set_.period_stated, "forum": forum}
    if planned and planned[0].due_on > today + SOON:
        usual["planned"] = ""
    return usual


def _begin(request: WorkRequest, set_: PromiseSet, form: BeginForm) -> FollowUp:
    return services.begin_follow_up(
        request.actor,
        set_,
        period=parse(form.cleaned_data["period_stated"]),
        now=request.now,
        planned=form.planned_chosen,
        party=form.party_chosen,
        forum=form.cleaned_data["forum"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, follow_up: UUID) -> HttpResponse:
    """One row for each promise: to fill in until it is published, then to read."""
    row = the_follow_up(request, key, follow_up)
    tellers = _tellers(row)
    if request.method == "POST":
        require(request.actor, Act.FOLLOW_UP, in_any_of=tellers)
        return _write(request, row)
    may_write = bool(tellers & request.actor.where(Act.FOLLOW_UP))
    if row.is_published or not may_write:
        return _read(request, row)
    return _shown(request, row, _form(request, row))


def _write(request: WorkRequest, row: FollowUp) -> HttpResponse:
    form = _form(request, row)
    theirs: list[Difference] = []
    overtaken = False
    if form.is_valid() and "publish" in request.POST and not form.outcomes:
        form.form.add_error(None, str(REFUSALS["follow_up_empty"]))
    if form.is_valid():
        try:
            if done(form.form, lambda: _save(request, row, form)):
                return _saved(request, row)
        except ChangedMeanwhileError:
            now = the_follow_up(request, row.set.public_id, row.public_id)
            theirs, overtaken = _compared(now, form), True
            form.form.overtaken(now.revision)
    if wants_words(request):
        status = FASTER if overtaken else UNFINISHED
        return JsonResponse({"sentence": " ".join(form.sentences)}, status=status)
    return _shown(request, row, form, theirs)


def _save(request: WorkRequest, row: FollowUp, form: FollowUpForm) -> None:
    services.save_follow_up(
        request.actor,
        row,
        form.outcomes,
        revision=form.form.cleaned_data["revision"],
        summary=form.form.cleaned_data["summary"],
    )


def _saved(request: WorkRequest, row: FollowUp) -> HttpResponse:
    if wants_words(request):
        now = the_follow_up(request, row.set.public_id, row.public_id)
        return saved_words(now.revision, request.now)
    if "publish" in request.POST:
        return redirect("workspace:publish-follow-up", row.set.public_id, row.public_id)
    messages.success(request, _("Saved. Nobody outside sees it until it is published."))
    return redirect("workspace:set", row.set.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: WorkRequest, key: UUID, follow_up: UUID) -> HttpResponse:
    """Show exactly what everyone will read, and then publish it."""
    row = the_follow_up(request, key, follow_up)
    require(request.actor, Act.FOLLOW_UP, in_any_of=_tellers(row))
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form, lambda: services.publish_follow_up(request.actor, row, now=request.now)
    ):
        messages.success(request, _("The follow-up is published. Everyone can read it."))
        return redirect("workspace:set", row.set.public_id)
    return _read(request, row, form)


def _tellers(row: FollowUp) -> frozenset[int]:
    """Who may write in it: the party it is from or, for all together, any of them."""
    return frozenset({row.party_id}) if row.party_id else queries.party_ids(row.set)


def _form(request: WorkRequest, row: FollowUp) -> FollowUpForm:
    typed = request.POST if request.method == "POST" else None
    found = _suggestions(request, row)
    return FollowUpForm(row, queries.promises_of(row.set), found, typed)


def _suggestions(request: WorkRequest, row: FollowUp) -> dict[str, Suggestion]:
    public = published_standing(row.set, today=request.today)
    if public is None:
        return {}
    found = {one.promise.id: suggested(one) for one in public[1].promises}
    return {key: one for key, one in found.items() if one is not None}


def _compared(theirs: FollowUp, mine: FollowUpForm) -> list[Difference]:
    """Where what the other saved differs from what this one wrote."""
    unbound = FollowUpForm(theirs, [promise for promise, _row, _s in mine.rows], {})
    pairs = [
        (f"{old_promise}: {field.label}", _value(field), _value(new[field.name]))
        for (old_promise, old, _s), (_p, new, _t) in zip(
            unbound.rows, mine.rows, strict=True
        )
        for field in old
    ]
    summary = unbound.form["summary"]
    pairs.append((str(summary.label), _value(summary), _value(mine.form["summary"])))
    return differing(pairs)


def _value(field: forms.BoundField) -> str:
    value = field.value()
    if isinstance(value, Decimal):
        return said(value)
    return "" if value is None else str(value)


def _shown(
    request: WorkRequest,
    row: FollowUp,
    form: FollowUpForm,
    theirs: list[Difference] | None = None,
) -> HttpResponse:
    context = {"set": row.set, "follow_up": row, "form": form, "theirs": theirs}
    return shown(request, "promises/follow_up", context, form)


def _read(
    request: WorkRequest, row: FollowUp, form: forms.Form | None = None
) -> HttpResponse:
    """To read or, with a form, to read once more before it is published."""
    outcomes = row.outcomes.select_related("promise").order_by("promise__position")
    context = {"set": row.set, "follow_up": row, "outcomes": outcomes, "form": form}
    return shown(request, "promises/follow_up_read", context, form)
