"""Short ways to say promises, approve them and report on them, for the demonstration."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from handslag.config.demo.stage import Stage, at
from handslag.core.access import Actor
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.evidence.services import record_finding
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import PlannedFollowUp, Promise, PromiseSet
from handslag.domain.promises.queries import promises_of
from handslag.domain.promises.rules.drafts import (
    OwnerDraft,
    PromiseDraft,
    SetDraft,
    TargetDraft,
)
from handslag.domain.promises.rules.words import Op, Part, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.domain.promises.services.progress import Done


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


def found(
    actor: Actor, home: Organisation, source: str, statement: str, on: date, **words: Any
) -> Evidence:
    """A public finding that promises can rest on."""
    return record_finding(
        actor,
        home=home,
        source=source,
        statement=statement,
        visibility=Visibility.PUBLIC,
        now=at(on),
        **words,
    )


def draft(
    actor: Actor,
    words: SetDraft,
    promises: Sequence[PromiseDraft],
    *,
    areas: Sequence[Organisation],
    parties: Sequence[Organisation],
    on: date,
    is_example: bool = False,
) -> PromiseSet:
    set_ = services.draft_set(
        actor,
        words,
        home=areas[0],
        areas=areas,
        parties=parties,
        now=at(on),
        is_example=is_example,
    )
    for promise in promises:
        services.add_promise(actor, set_, promise)
    return set_


def approve(
    stage: Stage, set_: PromiseSet, asker: str, voters: Sequence[str], on: date
) -> None:
    """Ask, and let each of these say yes for the organisation they approve for."""
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


def report(
    stage: Stage, key: str, organisation: str, promise: Promise, rows: Sequence[Done]
) -> None:
    """Write down what was done, row by row."""
    first = promise.targets.order_by("position").first()
    for number, done in enumerate(rows):
        services.report_progress(
            stage.actor(key),
            promise,
            done,
            organisation=stage.org(organisation),
            target=first,
            token=uuid5(NAMESPACE_URL, f"{promise.public_id}/{key}/{done.day}/{number}"),
            now=at(done.until or done.day, 14),
        )


def follow_up(
    stage: Stage,
    key: str,
    set_: PromiseSet,
    said: Mapping[int, OutcomeDraft],
    *,
    on: date,
    period: str,
    planned: PlannedFollowUp | None = None,
    party: str = "",
    summary: str = "",
) -> None:
    """Follow up the set. `said`: the promises by their place, from 1."""
    actor = stage.actor(key)
    begun = services.begin_follow_up(
        actor,
        set_,
        period=parse(period),
        planned=planned,
        party=stage.org(party) if party else None,
        now=at(on),
    )
    promises = promises_of(set_)
    services.save_follow_up(
        actor,
        begun,
        {promises[place - 1].pk: outcome for place, outcome in said.items()},
        revision=begun.revision,
        summary=summary,
    )
    services.publish_follow_up(actor, begun, now=at(on, 15))


def became(
    verdict: Verdict, result: str, amount: int | None = None, **words: Any
) -> OutcomeDraft:
    number = None if amount is None else Decimal(amount)
    return OutcomeDraft(verdict, result, number, **words)


def done(day: date, amount: int = 1, note: str = "", **words: Any) -> Done:
    return Done(day, Decimal(amount), note, **words)
