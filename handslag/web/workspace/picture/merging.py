"""The two sides beside each other, part by part and theme by theme, made into one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Passage, Picture, Problem
from handslag.domain.picture.rules.merging import Match, Own, matches
from handslag.domain.picture.rules.words import Part, State
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.picture import PARTS
from handslag.web.workspace.picture.lines import ProblemLine, problem_lines
from handslag.web.workspace.picture.sight import the_joint
from handslag.web.workspace.sight import shown


@dataclass(frozen=True, slots=True)
class OwnProblem:
    """A problem of one side, and what became of it in the joint picture."""

    line: ProblemLine
    is_taken: bool
    is_changed: bool  # its party has gone on writing since


@dataclass(frozen=True, slots=True)
class Column:
    """What one side has on one thing."""

    party: Organisation
    side: str
    problems: tuple[OwnProblem, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Problems that stand together: suggested as one, or of one theme."""

    theme: str
    columns: tuple[Column, ...]
    keys: str  # what one press makes one problem of
    is_suggested: bool
    only: str  # the side that alone sees it


@dataclass(frozen=True, slots=True)
class PartGroup:
    """One part of the picture as each side writes it."""

    part: Part
    name: str
    columns: tuple[Column, ...]
    waiting: int  # passages that are not taken over as they now read


class Sides:
    """The parties' own pictures behind a joint one, as far as the person sees them."""

    def __init__(self, request: WorkRequest, joint: Picture) -> None:
        self.joint = joint
        self.pictures = queries.own_pictures(request.actor, joint)
        self.problems = [
            problem
            for picture in self.pictures
            for problem in queries.problems_of(picture)
            if problem.state == State.OPEN
        ]
        self.passages = [
            passage
            for picture in self.pictures
            for passage in queries.passages_of(picture)
            if not passage.is_guide
        ]
        self._lines = {
            line.problem.pk: line
            for line in problem_lines(request.actor, self.problems, ())
        }
        self._taken = set(
            joint.passages.exclude(taken_from=None).values_list(
                "taken_from", "taken_revision"
            )
        )

    def named(self, keys: Sequence[str]) -> list[Problem]:
        """The problems with these keys, in that order; a key of anything else is 404."""
        known = {str(problem.public_id): problem for problem in self.problems}
        if not keys or set(keys) - known.keys():
            get_object_or_404(self.joint.problems.none())
        return [known[key] for key in keys]

    def untaken(self, part: Part) -> list[Passage]:
        """The passages of a part that are not in the joint picture as they now read."""
        return [
            passage
            for passage in self.passages
            if passage.part == part and (passage.pk, passage.revision) not in self._taken
        ]

    def parts(self) -> list[PartGroup]:
        return [
            PartGroup(
                part,
                str(PARTS[part]),
                tuple(
                    Column(
                        party,
                        side_of(party),
                        passages=tuple(
                            one
                            for one in self.passages
                            if one.part == part and one.picture_id == picture.pk
                        ),
                    )
                    for picture, party in self._parties()
                ),
                len(self.untaken(part)),
            )
            for part in Part
        ]

    def groups(self) -> list[Group]:
        """Suggested pairs first within their theme, then what is left of it."""
        themes = terms(Kind.FOCUS, get_language() or "sv")
        found = []
        for match in matches(self._own(problem) for problem in self.problems):
            theme = themes.get(match.theme, match.theme)
            found += self._of_theme(match, theme)
        return found

    def _own(self, problem: Problem) -> Own:
        line = self._lines[problem.pk]
        return Own(str(problem.public_id), problem.picture_id, problem.theme, line.place)

    def _of_theme(self, match: Match, theme: str) -> list[Group]:
        paired = {key for pair in match.suggested for key in pair}
        groups = [self._group(theme, pair, is_suggested=True) for pair in match.suggested]
        alone = [one.key for one in match.problems if one.key not in paired]
        return groups + [self._group(theme, (key,), is_suggested=False) for key in alone]

    def _group(self, theme: str, keys: Sequence[str], *, is_suggested: bool) -> Group:
        problems = self.named(keys)
        columns = tuple(
            Column(
                party,
                side_of(party),
                problems=tuple(
                    self._standing(one) for one in problems if one.picture_id == picture.pk
                ),
            )
            for picture, party in self._parties()
        )
        sees = [column.party.name for column in columns if column.problems]
        free = [key for key, one in zip(keys, problems, strict=True) if not _is_taken(one)]
        return Group(
            theme=theme,
            columns=columns,
            keys=",".join(free),
            is_suggested=is_suggested and len(free) > 1,
            only=sees[0] if len(sees) == 1 and len(columns) > 1 else "",
        )

    def _standing(self, problem: Problem) -> OwnProblem:
        taken = _is_taken(problem)
        return OwnProblem(
            line=self._lines[problem.pk],
            is_taken=taken,
            is_changed=taken and problem.merged_revision != problem.revision,
        )

    def _parties(self) -> list[tuple[Picture, Organisation]]:
        return [(picture, picture.party) for picture in self.pictures if picture.party]


def _is_taken(problem: Problem) -> bool:
    return problem.merged_into_id is not None


def side_of(party: Organisation) -> str:
    """Whose stroke of the handshake it is."""
    return "municipality" if party.kind == "municipality" else "police"


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What each side sees, beside each other; one press makes it joint."""
    joint = the_joint(request, key, writing=True)
    sides = Sides(request, joint)
    wrong = ""
    if request.method == "POST":
        try:
            said = _deed(request, sides)
            messages.success(request, said)
            return redirect("workspace:merge", key)
        except NotAllowedError as error:
            wrong = refusal(error)
    groups = sides.groups()
    context = {
        "picture": joint,
        "parts": sides.parts(),
        "groups": groups,
        "own": sides.pictures,
        "unseen": queries.unseen_own_pictures(request.actor, joint),
        "only": [group for group in groups if group.only],
        "left": sum(bool(group.keys) for group in groups),
        "problems": [one for one in queries.problems_of(joint) if one.state == State.OPEN],
        "wrong": wrong,
        "ticked": request.POST.getlist("ticked"),
    }
    page_ = shown(request, "picture/merge", context)
    page_.status_code = 422 if wrong else page_.status_code
    return page_


def _deed(request: WorkRequest, sides: Sides) -> str:
    """What the pressed button says: take a part, or make one problem of several."""
    part = request.POST.get("take", "")
    if part in list(Part):
        taken = services.take_passages(
            request.actor, sides.joint, sides.untaken(Part(part))
        )
        return _("Taken over: %(count)s passages.") % {"count": len(taken)}
    keys = [key for key in request.POST.get("make", "").split(",") if key]
    chosen = keys or request.POST.getlist("ticked")
    if not chosen:
        raise NotAllowedError("picture.nothing_ticked")
    problem = services.merge_problems(
        request.actor,
        sides.joint,
        sides.named(chosen),
        into=None if keys else _into(request, sides.joint),
    )
    return _("In the joint picture: %(problem)s") % {"problem": problem}


def _into(request: WorkRequest, joint: Picture) -> Problem | None:
    """The joint problem that what is ticked should join, or none: a new one."""
    asked = request.POST.get("into", "")
    if not asked:
        return None
    here = {str(one.public_id): one for one in queries.problems_of(joint)}
    return here.get(asked) or get_object_or_404(joint.problems.none())
