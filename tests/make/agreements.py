"""Cooperation agreements: a draft with all that it must have, and one that is settled."""

from datetime import UTC, date, datetime
from typing import Any

from handslag.core.access import Actor, Role
from handslag.core.periods import parse
from handslag.domain.agreements import services
from handslag.domain.agreements.models import Agreement, AgreementFollowUp
from handslag.domain.agreements.rules.drafts import (
    ContentsDraft,
    GoalDraft,
    PartyDraft,
    WordsDraft,
)
from handslag.domain.agreements.rules.words import Prolongation, Verdict
from handslag.domain.organisations.models import Organisation
from tests import make

NOW = datetime(2026, 1, 7, 9, tzinfo=UTC)
CONTENTS = ContentsDraft(
    purposes=("Minska brottsligheten",),
    fields=(("", "Trygghet i centrum"),),
    problem_words=("Otrygghet på torget",),
    goals=(GoalDraft("Tio trygghetsvandringar om året", "antal vandringar"),),
)


def words(period: str = "2023-2026", **more: Any) -> WordsDraft:
    return WordsDraft(
        name=f"Samverkansöverenskommelse {period}", period=parse(period), **more
    )


def agreement(
    actor: Actor,
    *parties: Organisation,
    period: str = "2023-2026",
    contents: ContentsDraft | None = CONTENTS,
    parent: Agreement | None = None,
    is_example: bool = False,
    **more: Any,
) -> Agreement:
    """A draft between these parties, ready to be put to them. The first is its home."""
    row = services.draft_agreement(
        actor,
        words(period, **more),
        home=parties[0],
        parties=parties,
        parent=parent,
        is_example=is_example,
        now=NOW,
    )
    if contents is None:
        return row
    services.save_contents(actor, row, contents, revision=1)
    sides = {one.pk: PartyDraft((f"{one.name} har en kontakt.",)) for one in parties}
    services.save_commitments(actor, row, sides, together=("Vi möts.",), revision=2)
    row.refresh_from_db()
    return row


def settle(row: Agreement, actor: Actor, *, now: datetime = NOW) -> Agreement:
    """Ask for approval, and have somebody in each party say yes."""
    round_ = services.ask_for_approval(actor, row, now=now)
    for party in row.parties.select_related("organisation"):
        services.answer(
            make.member(party.organisation, Role.APPROVER),
            row,
            party=party.organisation_id,
            agrees=True,
            fingerprint=round_.version.fingerprint,
            function="ordförande",
            now=now,
        )
    row.refresh_from_db()
    return row


def settled(actor: Actor, *parties: Organisation, **more: Any) -> Agreement:
    """One that all parties have approved."""
    more.setdefault("prolongation", Prolongation.UNTIL_FURTHER_NOTICE)
    return settle(agreement(actor, *parties, **more), actor)


def follow_up(
    actor: Actor, row: Agreement, on: date, said: str = "Klart."
) -> AgreementFollowUp:
    """A published follow-up of the first goal."""
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    begun = services.begin_follow_up(actor, row, on=on, functions="kommunchefen", now=at)
    goal = row.goals.order_by("position")[0]
    services.save_follow_up(
        actor,
        begun,
        goals={goal.pk: services.Said(Verdict.DONE, said)},
        commitments={},
        summary="Det gick bra.",
        revision=1,
    )
    services.publish_follow_up(actor, begun, now=at)
    begun.refresh_from_db()
    return begun
