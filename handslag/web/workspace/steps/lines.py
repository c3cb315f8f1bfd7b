"""The board in words: each step with its signs, what shows them, and what can be done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Problem
from handslag.domain.year.queries import Home
from handslag.domain.year.rules.steps import Board, Found, Reach, Shown, Sign, StepShown
from handslag.web.answers import joined
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.steps import (
    DEEDS,
    FIVE_STEPS,
    LACKS,
    REACHES,
    SIGNS,
    TEN_STEPS,
)
from handslag.web.words.text import Text
from handslag.web.workspace.year.homes import own_page

EVIDENCE = "/arbete/underlag/"
PICTURES = "/arbete/lagesbild/"
COUNCIL = "/arbete/radet/"
AGREEMENTS = "/arbete/overenskommelser/"
PLANS = "/arbete/atgardsplan/"
PROMISES = "/arbete/loften/"
ORGANISATIONS = "/arbete/organisationer/"

# Where each sign is seen, and made.
_PLACES: Mapping[Sign, Callable[[Found, Organisation], str]] = {
    Sign.COUNCIL: lambda found, _home: _within(COUNCIL, found),
    Sign.CONTACT: lambda _found, home: f"{ORGANISATIONS}{home.public_id}/",
    Sign.OWN_MUNICIPAL: lambda found, _home: _within(PICTURES, found),
    Sign.OWN_POLICE: lambda found, _home: _within(PICTURES, found),
    Sign.STAFF_DIALOGUE: lambda _found, _home: EVIDENCE,
    Sign.CITIZEN_DIALOGUE: lambda _found, _home: EVIDENCE,
    Sign.MERGED: lambda found, _home: _within(PICTURES, found),
    Sign.PRIORITISED: lambda found, _home: _within(PICTURES, found),
    Sign.FROZEN: lambda found, _home: _within(PICTURES, found),
    Sign.CAUSES: lambda found, _home: _within(PICTURES, found),
    Sign.AGREEMENT: lambda found, _home: _within(AGREEMENTS, found),
    Sign.PLAN: lambda found, _home: _within(PLANS, found),
    Sign.PROMISES: lambda found, _home: _within(PROMISES, found),
    Sign.MEASURES: lambda found, _home: _within(PLANS, found),
    Sign.FOLLOWED_UP: lambda _found, _home: PROMISES,
    Sign.FED_BACK: lambda _found, _home: EVIDENCE,
}


@dataclass(frozen=True, slots=True)
class SignLine:
    """One sign as the board shows it."""

    words: Text
    done: bool
    facts: str
    href: str  # where it is seen, when it is there
    deed: Text  # what to do, when it is not
    deed_href: str
    mark_href: str
    problems: Sequence[tuple[str, str]] = ()  # those that wait for their analysis


_MARKS: Mapping[Reach, str] = {
    Reach.DONE: "kept",
    Reach.BEGUN: "ongoing",
    Reach.NOT_BEGUN: "not_begun",
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as the board shows it."""

    number: int
    name: Text
    reach: Reach
    reached: Text
    is_now: bool
    signs: Sequence[SignLine]

    @property
    def mark(self) -> str:
        """The verdict whose shape says how far it is."""
        return _MARKS[self.reach]


@dataclass(frozen=True, slots=True)
class BoardLines:
    """The whole board in words."""

    opening: str
    behind: str
    joint_said: str
    lacking: str
    ten: Sequence[StepLine]
    five: Sequence[StepLine]
    joint: StepLine
    onward: SignLine | None  # the first that is not done and can be


def lines_of(
    stands: Board, home: Home, waiting: Sequence[Problem], *, may_mark: bool
) -> BoardLines:
    """Everything the page of the board says."""

    def line(step: StepShown, names: Sequence[Text], now: int) -> StepLine:
        signs = [_sign(one, home, waiting, may_mark=may_mark) for one in step.signs]
        name, reached = names[step.number - 1], REACHES[step.reach]
        return StepLine(step.number, name, step.reach, reached, step.number == now, signs)

    joint_said, lacking = _missing(stands.joint)
    five = [line(step, FIVE_STEPS, 0) for step in stands.five]
    ten = [line(step, TEN_STEPS, stands.now) for step in stands.ten]
    return BoardLines(
        opening=opening(stands),
        behind=_behind(stands),
        joint_said=joint_said,
        lacking=lacking,
        ten=ten,
        five=five,
        joint=five[stands.joint.number - 1],
        onward=next((sign for step in ten for sign in step.signs if sign.deed_href), None),
    )


def opening(stands: Board) -> str:
    """In which step the work is."""
    if stands.is_round_done:
        return _("All ten steps are done. Begin the next round with new dialogues.")
    return _("You are in step %(now)s of 10: %(name)s.") % {
        "now": stands.now,
        "name": TEN_STEPS[stands.now - 1],
    }


def _behind(stands: Board) -> str:
    numbers = [str(step.number) for step in stands.behind]
    if not numbers:
        return ""
    return ngettext(
        "Step %(steps)s before it is not done.",
        "Steps %(steps)s before it are not done.",
        len(numbers),
    ) % {"steps": joined(numbers)}


def _missing(joint: StepShown) -> tuple[str, str]:
    lacking = [str(LACKS[one.sign]) for one in joint.missing]
    if not lacking:
        return _("Brå's step 3, joint preparations, is done."), ""
    return _("This is missing before Brå's step 3 is done:"), f"{joined(lacking)}."


def _sign(
    shown: Shown, home: Home, waiting: Sequence[Problem], *, may_mark: bool
) -> SignLine:
    place = (
        own_page(_leads(_PLACES[shown.sign](shown.found, home.organisation)), home)
        if shown.sign in _PLACES
        else ""
    )
    is_causes = shown.sign is Sign.CAUSES and not shown.done
    mark = [home.slug, shown.sign.value]
    may = may_mark and shown.may_be_marked
    return SignLine(
        words=SIGNS[shown.sign],
        done=shown.done,
        facts=_facts(shown),
        href=place if shown.found.have or shown.found.done else "",
        deed=DEEDS.get(shown.sign, ""),
        deed_href="" if shown.done or is_causes else place,
        mark_href=reverse("workspace:mark-step", args=mark) if may else "",
        problems=[_analysis_of(one) for one in waiting] if is_causes else (),
    )


def _facts(shown: Shown) -> str:
    """What is known of it: so many of so many, or what somebody has said."""
    found = shown.found
    if shown.mark is not None and not found.done:
        said = {"day": swedish_date(shown.mark.done_on), "note": shown.mark.note}
        if shown.is_old:
            return _("Marked %(day)s, before this round: %(note)s") % said
        return _("Marked %(day)s: %(note)s") % said
    if found.of:
        return _("%(have)s of %(of)s") % {
            "have": found.have,
            "of": found.of,
        }
    return ""


def _analysis_of(problem: Problem) -> tuple[str, str]:
    keys = [problem.picture.public_id, problem.public_id]
    return problem.title, reverse("workspace:causes", args=keys)


def _within(place: str, found: Found) -> str:
    return f"{place}{found.key}/" if found.key else place


def _leads(path: str) -> str:
    """The path, if there is a page of that kind."""
    try:
        resolve(path)
    except Resolver404:
        return ""
    return path
