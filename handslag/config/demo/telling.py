"""Short ways to say promises, approve them and report on them, for the demonstration."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from handslag.config.demo.places import CENTRE, place_at
from handslag.config.demo.stage import Stage, at
from handslag.core.access import Actor
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import POLICE, Classification, Visibility
from handslag.domain.evidence.rules import Finding as Recorded
from handslag.domain.evidence.services import record_finding
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Problem
from handslag.domain.plans.models import Measure
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import missing_in, promises_of
from handslag.domain.promises.rules.drafts import (
    OwnerDraft,
    PromiseDraft,
    SetDraft,
    TargetDraft,
)
from handslag.domain.promises.rules.words import Op, Part, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.domain.promises.services.progress import Done


@dataclass(frozen=True, slots=True)
class Finding:
    """What a promise or a set rests on, in the words of its source."""

    source: str
    statement: str
    period: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A promise in words, and by name who answers for it and who helps.

    `measure`, `problem`: what it answers to in plan and picture, by their titles.
    """

    words: PromiseDraft
    by: tuple[str, ...]
    helped_by: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    at: str = ""
    measure: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """What one organisation says was done for one promise of a set, counted from 1."""

    promise: int
    account: str
    organisation: str
    rows: tuple[Done, ...]


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """A follow-up by its number in the plan. `said`: each promise, counted from 1."""

    number: int
    on: date
    period: str
    said: Mapping[int, OutcomeDraft]
    account: str = "samordnare"
    party: str = ""
    summary: str = ""


def target(op: Op, low: int | None, unit: str, **words: Any) -> TargetDraft:
    return TargetDraft(op=op, low=None if low is None else Decimal(low), unit=unit, **words)


def owners(
    *answering: Organisation, helped_by: Sequence[Organisation] = ()
) -> tuple[OwnerDraft, ...]:
    """One owns; several answer together; others help."""
    part = Part.OWNER if len(answering) == 1 else Part.JOINT
    return (
        *(OwnerDraft(one.pk, part) for one in answering),
        *(OwnerDraft(one.pk, Part.SUPPORTING) for one in helped_by),
    )


def promise_draft(stage: Stage, said: Said) -> PromiseDraft:
    """The same words, with the numbers of the organisations in place of their names."""
    answering = [stage.org(name) for name in said.by]
    helping = [stage.org(name) for name in said.helped_by]
    answering_for_it = owners(*answering, helped_by=helping)
    words = replace(said.words, owners=answering_for_it, place=place_at(said.at))
    return hung(words, measure=said.measure, problem=said.problem)


def hung(words: PromiseDraft, *, measure: str = "", problem: str = "") -> PromiseDraft:
    """The same promise, hung in the chain by the title of its measure or its problem."""
    if measure:
        return replace(
            words, measure=Measure.objects.filter(title=measure).earliest("pk").pk
        )
    if problem:
        joint = Problem.objects.get(picture__party=None, title=problem)
        return replace(words, problem=joint.pk)
    return words


def found(
    stage: Stage,
    account: str,
    home: str,
    finding: Finding,
    on: date,
    visibility: Visibility = Visibility.PUBLIC,
) -> Evidence:
    """A finding that promises and pictures can rest on, public if nothing else is said."""
    of_police = finding.source in POLICE
    recorded = Recorded(
        source=finding.source,
        statement=finding.statement,
        period=finding.period,
        place_stated=finding.place,
        place=place_at(CENTRE) if finding.place == CENTRE else None,
        visibility=visibility,
        classification=Classification.SUMMARY if of_police else None,
        is_without_persons=of_police,
    )
    actor, organisation = stage.actor(account), stage.org(home)
    return record_finding(actor, home=organisation, finding=recorded, now=at(on))


def draft(
    stage: Stage,
    account: str,
    words: SetDraft,
    promises: Sequence[Said],
    *,
    areas: Sequence[str],
    others: Sequence[str],
    on: date,
    is_example: bool = False,
) -> PromiseSet:
    """A set of these municipalities, the first its home, and of the others beside them."""
    actor = stage.actor(account)
    municipalities = [stage.org(name) for name in areas]
    set_ = services.draft_set(
        actor,
        words,
        home=municipalities[0],
        areas=municipalities,
        parties=[*municipalities, *(stage.org(name) for name in others)],
        now=at(on),
        is_example=is_example,
    )
    for said in promises:
        services.add_promise(actor, set_, promise_draft(stage, said))
    return set_


WHY_MISSING = {
    Break.PROMISE_WITHOUT_PROBLEM: "Löftet togs fram innan lägesbilden fanns i Handslag.",
    Break.PROMISE_WITHOUT_EFFECT: "Vi mäter inte vad just det här löftet leder till.",
    Break.VOICE_WITHOUT_FEEDBACK: "De som var med får svar när löftena är beslutade.",
    Break.ACTIVITY_WITHOUT_OUTCOME: "Uppföljningen av de förra löftena pågår.",
}


def explain_missing(actor: Actor, set_: PromiseSet, on: date) -> None:
    """One honest reason for each kind of link that is missing in the set."""
    kinds = {one.kind for one in missing_in(set_, today=on).left}
    if kinds:
        reasons = {(kind, ""): WHY_MISSING[kind] for kind in kinds}
        services.explain_missing(actor, set_, reasons)


def approve(
    stage: Stage, set_: PromiseSet, asker: str, voters: Sequence[str], on: date
) -> None:
    """Ask, and let each of these say yes for the organisation they approve for."""
    explain_missing(stage.actor(asker), set_, on)
    round_ = services.ask_for_approval(stage.actor(asker), set_, now=at(on))
    for key in voters:
        voter = stage.actor(key)
        services.answer(
            voter,
            set_,
            party=next(iter(voter.organisation_ids)),
            agrees=True,
            fingerprint=round_.version.fingerprint,
            function=voter.name.split(",")[0],
            now=at(on, 13),
        )
    set_.refresh_from_db()


def report(stage: Stage, set_: PromiseSet, *reports: Reported) -> None:
    """Write down what was done, row by row."""
    promises = promises_of(set_)
    for told in reports:
        promise = promises[told.promise - 1]
        first = promise.targets.order_by("position").first()
        for number, row in enumerate(told.rows):
            key = f"{promise.public_id}/{told.account}/{row.day}/{number}"
            services.report_progress(
                stage.actor(told.account),
                promise,
                row,
                organisation=stage.org(told.organisation),
                target=first,
                token=uuid5(NAMESPACE_URL, key),
                now=at(row.until or row.day, 14),
            )


def follow_up(stage: Stage, set_: PromiseSet, *told: FollowedUp) -> None:
    """Begin, write and publish each of these, on the day it was made."""
    promises, plan = promises_of(set_), list(set_.plan.order_by("due_on"))
    for one in told:
        actor = stage.actor(one.account)
        begun = services.begin_follow_up(
            actor,
            set_,
            period=parse(one.period),
            planned=plan[one.number - 1],
            party=stage.org(one.party) if one.party else None,
            now=at(one.on),
        )
        services.save_follow_up(
            actor,
            begun,
            {promises[place - 1].pk: outcome for place, outcome in one.said.items()},
            revision=begun.revision,
            summary=one.summary,
        )
        services.publish_follow_up(actor, begun, now=at(one.on, 15))


def became(
    verdict: Verdict, result: str, amount: int | None = None, **words: Any
) -> OutcomeDraft:
    number = None if amount is None else Decimal(amount)
    return OutcomeDraft(verdict, result, number, **words)


def done(day: date, amount: int = 1, note: str = "", **words: Any) -> Done:
    return Done(day, Decimal(amount), note, **words)
