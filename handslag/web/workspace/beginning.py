"""The first round on screen: every step on the way, and the one to take now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from handslag.core.access import Act
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.queries import FirstRound, first_rounds
from handslag.domain.year.rules.first_round import Milestone, Reached, Stage, next_of
from handslag.domain.year.rules.words import Section
from handslag.web.requests import WorkRequest
from handslag.web.words.text import Text

NAMES: Mapping[Milestone, Text] = {
    Milestone.PICTURE: _("The situational picture"),
    Milestone.PLAN: _("The action plan"),
    Milestone.AGREEMENT: _("The agreement with the police"),
    Milestone.COUNCIL: _("The crime prevention council"),
    Milestone.CONTACT: _("Whom one reaches about it"),
    Milestone.PROMISES: _("The first promises"),
}
NEXT: Mapping[Milestone, Text] = {
    Milestone.PICTURE: _("The situational picture comes first."),
    Milestone.PLAN: _("The action plan comes next."),
    Milestone.AGREEMENT: _("The agreement with the police comes next."),
    Milestone.COUNCIL: _("The crime prevention council comes next."),
    Milestone.CONTACT: _("What is left is whom one reaches."),
    Milestone.PROMISES: _("The first promises come next."),
}
BEGIN: Mapping[Milestone, Text] = {
    Milestone.PICTURE: _("Begin the situational picture"),
    Milestone.PLAN: _("Begin the action plan"),
    Milestone.AGREEMENT: _("Begin the agreement"),
    Milestone.COUNCIL: _("Found the council"),
    Milestone.CONTACT: _("Say whom one reaches"),
    Milestone.PROMISES: _("Begin the promises"),
}
GO_ON: Mapping[Milestone, Text] = {
    Milestone.PICTURE: _("Go on with the situational picture"),
    Milestone.PLAN: _("Go on with the action plan"),
    Milestone.AGREEMENT: _("Go on with the agreement"),
    Milestone.COUNCIL: _("Go on with the council"),
    Milestone.CONTACT: _("Say whom one reaches"),
    Milestone.PROMISES: _("Go on with the promises"),
}
ABOUT: Mapping[Milestone, Text] = {
    Milestone.PICTURE: _("What happens here, and why? A template asks the questions."),
    Milestone.PLAN: _("What do we do about it? Filled in from the picture."),
    Milestone.AGREEMENT: _("Who does what? Filled in, and approved by both."),
    Milestone.COUNCIL: _("Who leads? The usual seats come with it."),
    Milestone.CONTACT: _("A function that residents and the state can turn to."),
    Milestone.PROMISES: _("What do residents get? Approved by both, and read by all."),
}
STAGES: Mapping[Stage, Text] = {
    Stage.DONE: _("Done."),
    Stage.WAITING: _("Waiting for answers."),
    Stage.BEGUN: _("Begun."),
    Stage.AHEAD: "",
}
_NEW = {
    Milestone.PICTURE: "workspace:new-picture",
    Milestone.PLAN: "workspace:new-action-plan",
    Milestone.AGREEMENT: "workspace:new-agreement",
    Milestone.COUNCIL: "workspace:new-council",
    Milestone.PROMISES: "workspace:new-set",
}
_BEGUN = {
    Milestone.PICTURE: "workspace:picture",
    Milestone.PLAN: "workspace:action-plan",
    Milestone.AGREEMENT: "workspace:agreement",
    Milestone.PROMISES: "workspace:set",
}


WAITS = _("Only answers are waited for now.")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the round: what it is, how far it has come, and where it is done."""

    name: Text
    said: Text  # when it is the one to take now
    about: Text
    stage: str
    stands: Text
    deed: Text
    href: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class Round:
    """The round of one municipality that is not yet all the way round."""

    name: str
    steps: tuple[Step, ...]
    now: Step
    done: int


def led_by(request: WorkRequest) -> list[FirstRound]:
    """The municipalities whose year the person keeps, and how far each has come."""
    own = request.actor.where(Act.FOLLOW_UP)
    return first_rounds(own, today=request.today) if own else []


def rounds(found: Iterable[FirstRound]) -> list[Round]:
    """Those that are still on their first round."""
    shown = (_round(one) for one in found)
    return [one for one in shown if one is not None]


def next_step(request: WorkRequest, home: Organisation) -> Step | None:
    """What comes next in this municipality, for those who lead the work there."""
    if not request.actor.may(Act.FOLLOW_UP, home.pk):
        return None
    for one in first_rounds({home.pk}, today=request.today):
        shown = _round(one)
        return shown.now if shown else None
    return None


def _round(of: FirstRound) -> Round | None:
    now = next_of(of.reached)
    if now is None:
        return None
    steps = tuple(_step(one, of, is_now=one is now) for one in of.reached)
    return Round(
        of.home.short_name,
        steps,
        next(one for one in steps if one.is_now),
        sum(one.stage is Stage.DONE for one in of.reached),
    )


def _step(one: Reached, of: FirstRound, *, is_now: bool) -> Step:
    is_begun = one.stage is not Stage.AHEAD
    return Step(
        name=NAMES[one.milestone],
        said=WAITS if one.stage is Stage.WAITING else NEXT[one.milestone],
        about=ABOUT[one.milestone],
        stage=one.stage.value,
        stands=STAGES[one.stage],
        deed=(GO_ON if is_begun else BEGIN)[one.milestone],
        href=_href(one, of),
        is_now=is_now,
    )


def _href(one: Reached, of: FirstRound) -> str:
    """The draft, else where it is begun. What is done needs no way there."""
    if one.stage is Stage.DONE:
        return ""
    if one.milestone is Milestone.CONTACT:
        return reverse("workspace:contact", args=[of.home.public_id])
    if one.key:
        return reverse(_BEGUN[one.milestone], args=[one.key])
    council = of.checked.paths[Section.COUNCIL]
    if one.milestone is Milestone.COUNCIL and council != reverse("workspace:councils"):
        return council
    return f"{reverse(_NEW[one.milestone])}?for={of.home.public_id}"
