"""Scores, one party at a time; then the scores side by side, and what is agreed."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Picture, Problem
from handslag.domain.picture.rules.scoring import VALUES
from handslag.domain.picture.rules.words import Priority, State
from handslag.web.requests import WorkRequest
from handslag.web.words.picture import PRIORITIES
from handslag.web.workspace import fields
from handslag.web.workspace.picture.lines import problem_lines
from handslag.web.workspace.picture.sight import may_write, the_joint
from handslag.web.workspace.sight import done, shown

SCORES = [
    ("", gettext_lazy("Not scored")),
    (5, gettext_lazy("5 – most urgent")),
    (4, "4"),
    (3, "3"),
    (2, "2"),
    (1, gettext_lazy("1 – least urgent")),
]


class ScoresForm(forms.Form):
    """How heavy each problem weighs to one party, with a reason if one likes."""

    def __init__(
        self, *args: Any, problems: list[Problem], party: Organisation, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.problems = problems
        for problem in problems:
            given = {score.organisation_id: score for score in problem.scores.all()}
            mine = given.get(party.pk)
            key = str(problem.public_id)
            self.fields[key] = fields.choice(
                problem.title, SCORES, initial=mine.value if mine else ""
            )
            self.fields[f"{key}-reason"] = fields.line(
                _("%(problem)s: why?") % {"problem": problem.title},
                max_length=500,
                initial=mine.reason if mine else "",
            )

    @property
    def rows(self) -> list[tuple[Problem, Any, Any]]:
        return [
            (problem, self[str(problem.public_id)], self[f"{problem.public_id}-reason"])
            for problem in self.problems
        ]

    @property
    def given(self) -> list[tuple[Problem, int, str]]:
        """The scores that were given."""
        found = []
        for problem in self.problems:
            value = self.cleaned_data[str(problem.public_id)]
            if value and int(value) in VALUES:
                reason = self.cleaned_data[f"{problem.public_id}-reason"]
                found.append((problem, int(value), reason))
        return found


@require_http_methods(["GET", "HEAD", "POST"])
def scores(request: WorkRequest, key: UUID) -> HttpResponse:
    """One's own party's scores. The other's are on no part of this page."""
    picture = the_joint(request, key, writing=True)
    party = _scoring_for(request, picture)
    problems = [one for one in queries.problems_of(picture) if one.state == State.OPEN]
    form = ScoresForm(
        request.POST if request.method == "POST" else None, problems=problems, party=party
    )
    if form.is_valid() and done(form, lambda: _score(request, form, party)):
        messages.success(request, _("Your scores are saved."))
        return redirect("workspace:priorities", key)
    mine = [one for one in queries.parties_of(picture) if _may(request, one)]
    context = {"picture": picture, "form": form, "party": party, "mine": mine}
    return shown(request, "picture/scores", context, form)


def _may(request: WorkRequest, party: Organisation) -> bool:
    return request.actor.may(Act.WRITE_PICTURE, party.pk)


def _scoring_for(request: WorkRequest, picture: Picture) -> Organisation:
    """The party one scores for. Who works for both says for which."""
    parties = queries.parties_of(picture)
    mine = {str(one.public_id): one for one in parties if _may(request, one)}
    require(
        request.actor,
        Act.WRITE_PICTURE,
        in_any_of=frozenset(party.pk for party in parties),
    )
    asked = request.POST.get("for") or request.GET.get("for")
    if asked is None:
        return next(iter(mine.values()))
    return mine.get(asked) or get_object_or_404(Organisation, pk=None)


def _score(request: WorkRequest, form: ScoresForm, party: Organisation) -> None:
    for problem, value, reason in form.given:
        services.score(
            request.actor,
            problem,
            party=party,
            value=value,
            reason=reason,
            now=request.now,
        )


class PriorityForm(forms.Form):
    """What the parties agree to do with one problem, and why."""

    priority = fields.choice(
        gettext_lazy("Agreed priority"),
        [(one.value, name) for one, name in PRIORITIES.items()],
        required=gettext_lazy("Choose a priority."),
        radio=True,
    )
    reason = fields.words(
        gettext_lazy("Why?"),
        required=gettext_lazy("Write why you give it this priority."),
        help_text=gettext_lazy("Everyone may read it."),
        rows=2,
    )
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def priorities(request: WorkRequest, key: UUID) -> HttpResponse:
    """The scores side by side, and for each problem what is agreed."""
    picture = the_joint(request, key, writing=request.method == "POST")
    asked = request.POST.get("problem")
    problems = [one for one in queries.problems_of(picture) if one.state == State.OPEN]
    wrong: dict[str, PriorityForm] = {}
    if request.method == "POST":
        here = {str(one.public_id): one for one in problems}
        problem = here.get(asked or "") or get_object_or_404(picture.problems.none())
        form = PriorityForm(request.POST, prefix=asked, auto_id=f"{asked}_%s")
        if form.is_valid() and done(form, lambda: _agree(request, problem, form)):
            messages.success(request, _("Saved."))
            return redirect("workspace:priorities", key)
        wrong[str(problem.public_id)] = form
    return _shown(request, picture, problems, wrong)


def _agree(request: WorkRequest, problem: Problem, form: PriorityForm) -> None:
    given = form.cleaned_data
    services.agree_priority(
        request.actor,
        problem,
        Priority(given["priority"]),
        reason=given["reason"],
        revision=given["revision"],
    )


def _shown(
    request: WorkRequest,
    picture: Picture,
    problems: list[Problem],
    wrong: dict[str, PriorityForm],
) -> HttpResponse:
    parties = queries.parties_of(picture)
    lines = problem_lines(request.actor, problems, parties)
    rows = []
    for line in lines:
        key = str(line.problem.public_id)
        form = wrong.get(key) or PriorityForm(
            prefix=key,
            auto_id=f"{key}_%s",
            initial={
                "priority": line.problem.priority,
                "reason": line.problem.priority_reason,
                "revision": line.problem.revision,
            },
        )
        waits = [score.party.name for score in line.scores if not score.is_given]
        total = sum(score.value or 0 for score in line.scores)
        can_agree = not waits or len(parties) == 1
        rows.append((total, line, form, waits, can_agree))
    rows.sort(key=lambda row: -row[0])
    context = {
        "picture": picture,
        "rows": rows,
        "parties": parties,
        "agreed": sum(bool(line.priority) for line in lines),
        "waiting": sum(not can_agree for *_rest, can_agree in rows),
        "may_write": may_write(request, picture),
        "may_score": any(_may(request, party) for party in parties),
    }
    return shown(request, "picture/priorities", context, *wrong.values())
