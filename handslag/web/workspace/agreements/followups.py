"""What became of the goals and commitments: told by named functions, and published."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.agreements import services
from handslag.domain.agreements.models import Agreement, AgreementFollowUp
from handslag.domain.agreements.rules.words import Verdict
from handslag.domain.agreements.services import Said
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.agreements import VERDICTS
from handslag.web.workspace import fields
from handslag.web.workspace.agreements.sight import the_agreement, the_follow_up
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown


class BeginForm(forms.Form):
    """When, and by whom."""

    followed_on = fields.day(
        gettext_lazy("Which day was it followed up?"), required=fields.A_DAY
    )
    functions = fields.line(
        gettext_lazy("Which functions followed it up?"),
        required=gettext_lazy("Write the functions that followed it up."),
        help_text=gettext_lazy("Functions, not persons. Everyone can read it."),
        max_length=300,
    )


class FollowUpForm(LockForm):
    """A pair of fields for each goal and each commitment."""

    summary = fields.words(
        gettext_lazy("The whole, in two or three sentences"),
        help_text=gettext_lazy("Residents will read it."),
    )

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = list(agreement.goals.all())
        self.commitments = list(
            agreement.commitments.select_related("party__organisation").order_by(
                "party__position", "position", "pk"
            )
        )
        for name in self._names():
            self.fields[f"verdict_{name}"] = fields.choice(
                gettext_lazy("How did it go?"),
                [("", gettext_lazy("Not said")), *VERDICTS.items()],
            )
            self.fields[f"said_{name}"] = fields.words(
                gettext_lazy("What was done?"), rows=2
            )

    def _names(self) -> Iterator[str]:
        yield from (f"g{nr}" for nr, _goal in enumerate(self.goals, start=1))
        yield from (f"c{nr}" for nr, _one in enumerate(self.commitments, start=1))

    @property
    def rows(self) -> Iterator["RowOfFields"]:
        for nr, goal in enumerate(self.goals, start=1):
            yield RowOfFields(_("Goal"), goal.text, *self._pair(f"g{nr}"))
        for nr, one in enumerate(self.commitments, start=1):
            who = one.party.organisation.name if one.party else _("All parties together")
            yield RowOfFields(who, one.text, *self._pair(f"c{nr}"))

    def _pair(self, name: str) -> tuple[forms.BoundField, forms.BoundField]:
        return self[f"verdict_{name}"], self[f"said_{name}"]

    def _said(self, name: str) -> Said:
        verdict = self.cleaned_data[f"verdict_{name}"]
        return Said(
            Verdict(verdict) if verdict else None, self.cleaned_data[f"said_{name}"]
        )

    @property
    def of_goals(self) -> dict[int, Said]:
        return {one.pk: self._said(f"g{nr}") for nr, one in enumerate(self.goals, start=1)}

    @property
    def of_commitments(self) -> dict[int, Said]:
        return {
            one.pk: self._said(f"c{nr}") for nr, one in enumerate(self.commitments, start=1)
        }


@dataclass(frozen=True, slots=True)
class RowOfFields:
    """One goal or commitment, whose it is, and the two fields about it."""

    whose: str
    text: str
    verdict: forms.BoundField
    said: forms.BoundField


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: WorkRequest, key: UUID) -> HttpResponse:
    """Begin to follow up: when, and by which functions."""
    row = the_agreement(request, key, Act.FOLLOW_UP)
    form = BeginForm(
        request.POST or None,
        initial={"followed_on": request.today, "functions": row.follow_up_by},
    )
    made: list[AgreementFollowUp] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(
            services.begin_follow_up(
                request.actor,
                row,
                on=form.cleaned_data["followed_on"],
                functions=form.cleaned_data["functions"],
                now=request.now,
            )
        ),
    ):
        return redirect("workspace:agreement-follow-up", row.public_id, made[0].public_id)
    unfinished = row.follow_ups.filter(published_at=None)
    context = {"agreement": row, "form": form, "unfinished": unfinished}
    return shown(request, "agreements/begin_follow_up", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, follow_up: UUID) -> HttpResponse:
    """Say what was done for each goal and commitment, save, and publish."""
    row = the_follow_up(request, key, follow_up, Act.FOLLOW_UP)
    form = FollowUpForm(
        request.POST or None, initial=_initial(row), agreement=row.agreement
    )
    theirs: list[Difference] = []
    if row.is_published:
        messages.info(request, _("This follow-up is published. Add a new one instead."))
        return redirect("workspace:agreement", row.agreement.public_id)
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, row, form)):
                return _after(request, row)
        except ChangedMeanwhileError:
            now = the_follow_up(request, key, follow_up, Act.FOLLOW_UP)
            theirs = differences(form, _initial(now))
            form.overtaken(now.revision)
    context = {
        "agreement": row.agreement,
        "follow_up": row,
        "form": form,
        "theirs": theirs,
    }
    return shown(request, "agreements/follow_up", context, form)


def _save(request: WorkRequest, row: AgreementFollowUp, form: FollowUpForm) -> None:
    services.save_follow_up(
        request.actor,
        row,
        goals=form.of_goals,
        commitments=form.of_commitments,
        summary=form.cleaned_data["summary"],
        revision=form.cleaned_data["revision"],
    )


def _after(request: WorkRequest, row: AgreementFollowUp) -> HttpResponse:
    if request.POST.get("publish"):
        return redirect(
            "workspace:publish-agreement-follow-up", row.agreement.public_id, row.public_id
        )
    messages.success(request, _("Saved."))
    return redirect("workspace:agreement-follow-up", row.agreement.public_id, row.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: WorkRequest, key: UUID, follow_up: UUID) -> HttpResponse:
    """Read it once more, and then show it to everyone."""
    row = the_follow_up(request, key, follow_up, Act.FOLLOW_UP)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form, lambda: services.publish_follow_up(request.actor, row, now=request.now)
    ):
        messages.success(request, _("The follow-up is published."))
        return redirect("workspace:agreement", row.agreement.public_id)
    rows = FollowUpForm(initial=_initial(row), agreement=row.agreement)
    said = [
        {
            "whose": one.whose,
            "text": one.text,
            "verdict": VERDICTS[Verdict(verdict)] if verdict else "",
            "said": one.said.value(),
        }
        for one in rows.rows
        if (verdict := one.verdict.value()) or one.said.value()
    ]
    context = {"agreement": row.agreement, "follow_up": row, "form": form, "said": said}
    return shown(request, "agreements/publish_follow_up", context, form)


def _initial(row: AgreementFollowUp) -> dict[str, object]:
    found: dict[str, object] = {"summary": row.summary, "revision": row.revision}
    form = FollowUpForm(agreement=row.agreement)
    outcomes = list(row.outcomes.all())
    goals = {one.goal_id: one for one in outcomes}
    others = {one.commitment_id: one for one in outcomes}
    named = [
        *((f"g{nr}", goals.get(one.pk)) for nr, one in enumerate(form.goals, start=1)),
        *((f"c{nr}", others.get(one.pk)) for nr, one in enumerate(form.commitments, 1)),
    ]
    for name, outcome in named:
        found[f"verdict_{name}"] = outcome.verdict if outcome else ""
        found[f"said_{name}"] = outcome.said if outcome else ""
    return found
