"""What was said, followed: the problem it became, what is done, what was promised, and
what came of that. Read from what is public, by the keys under which it is cited."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handslag.domain.picture.published import PublishedProblem, picture_page
from handslag.domain.plans.published import PlanPage, plan_page
from handslag.domain.promises.published import PromiseStanding, SetSummary, summaries
from handslag.domain.promises.rules.words import Verdict
from handslag.web import measuring
from handslag.web.public.promise_facts import promise_answer
from handslag.web.public.spoken import Spoken, swedish
from handslag.web.ui.templatetags.ui import swedish_date


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the voices led to, and where one reads of it."""

    text: SafeString
    href: str


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that rests on what was said, and how it went."""

    title: SafeString
    href: str
    code: Verdict
    sentence: SafeString


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured of it: before, what is wanted, and after."""

    name: SafeString
    aim: str
    after: str


@dataclass(frozen=True, slots=True)
class LedTo:
    """The chain from what was said, as far as it is public."""

    problems: tuple[Step, ...] = ()
    measures: tuple[Step, ...] = ()
    promises: tuple[Promised, ...] = ()
    measured: tuple[Measured, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.problems or self.measures or self.promises)


def led_to(municipality: str, evidence: Collection[str], *, today: date) -> LedTo:
    """Where these findings are cited in public, and what hangs on that."""
    if not evidence:
        return LedTo()
    problems = list(_problems(municipality, evidence))
    keys = {one.id for one in problems}
    plan = plan_page(municipality) if keys else None
    above = reverse("public:picture", args=[municipality])
    return LedTo(
        problems=tuple(Step(swedish(one.title), f"{above}#p-{one.id}") for one in problems),
        measures=tuple(_measures(plan, keys)),
        promises=tuple(_promises(municipality, evidence, keys, today)),
        measured=tuple(_measured(plan, keys)),
    )


def evidence_of(municipality: str, problems: Collection[str]) -> set[str]:
    """The way back: the findings that these problems of the latest picture cite."""
    found = picture_page(municipality) if problems else None
    if found is None:
        return set()
    chosen = [one for one in found.picture.problems if one.id in problems]
    notes = {note for one in chosen for note in _notes_of(one)}
    return {one.id for one in found.picture.findings if one.number in notes}


def _problems(municipality: str, evidence: Collection[str]) -> Iterator[PublishedProblem]:
    """The problems of the latest picture that cite any of it."""
    found = picture_page(municipality)
    if found is None:
        return
    notes = {one.number for one in found.picture.findings if one.id in evidence}
    for problem in found.picture.problems:
        if notes & _notes_of(problem):
            yield problem


def _notes_of(problem: PublishedProblem) -> set[int]:
    """The numbers of all notes of a problem: of its judgements, sources and causes."""
    found = {note for one in problem.judgements for note in one.notes}
    found |= {one.note for one in problem.sources if one.note is not None}
    if problem.analysis is not None:
        found |= {note for one in problem.analysis.every() for note in one.notes}
    return found


def _measures(plan: PlanPage | None, problems: Collection[str]) -> Iterator[Step]:
    if plan is None:
        return
    href = reverse("public:action-plan", args=[plan.municipality, plan.slug])
    for one in plan.plan.measures:
        if one.problem in problems:
            yield Step(swedish(one.title), href)


def _promises(
    municipality: str, evidence: Collection[str], problems: Collection[str], today: date
) -> Iterator[Promised]:
    for summary in summaries(municipality, today=today):
        for standing in summary.standing.promises:
            if _rests_on(standing, summary, evidence, problems):
                yield _promised(municipality, standing, summary)


def _rests_on(
    standing: PromiseStanding,
    summary: SetSummary,
    evidence: Collection[str],
    problems: Collection[str],
) -> bool:
    """It cites what was said, or answers a problem that does. What the whole set rests
    on counts for each of its promises only when none of them cites it."""
    promise = standing.promise
    if promise.chain is not None and promise.chain.problem_id in problems:
        return True
    if any(one.id in evidence for one in promise.grounds):
        return True
    by_itself = any(
        one.id in evidence for other in summary.wording.promises for one in other.grounds
    )
    whole = any(one.id in evidence for one in summary.wording.grounds)
    return whole and not by_itself


def _promised(
    municipality: str, standing: PromiseStanding, summary: SetSummary
) -> Promised:
    spoken = Spoken()
    address = [municipality, summary.period, standing.promise.nr]
    answer = promise_answer(standing, spoken, starts=summary.starts)
    # Both accounts stand beside each other on the page of the promise, not here.
    is_disputed = standing.verdict is Verdict.DISPUTED
    return Promised(
        title=spoken.title(standing.promise),
        href=reverse("public:promise", args=address),
        code=standing.verdict,
        sentence=SafeString("") if is_disputed else answer.sentence,
    )


def _measured(plan: PlanPage | None, problems: Collection[str]) -> Iterator[Measured]:
    """The indicators of the goals against those problems: before, wanted, and after."""
    if plan is None:
        return
    latest = plan.follow_ups[-1] if plan.follow_ups else None
    for problem in plan.plan.problems:
        if problem.id not in problems:
            continue
        for goal in problem.goals:
            for one in goal.indicators:
                reading = latest.readings.get(one.id) if latest else None
                on = latest.followed_up_on if latest else None
                yield Measured(
                    swedish(one.name), measuring.yardstick(one), _after(reading, on)
                )


def _after(reading: Decimal | None, on: date | None) -> str:
    if reading is None or on is None:
        return _("It has not been measured since.")
    facts = {"value": measuring.figure(reading), "day": swedish_date(on)}
    return _("On %(day)s: %(value)s.") % facts
