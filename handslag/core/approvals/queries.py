"""Finding rounds and votes, and the person behind them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from handslag.core.access import Act, Actor
from handslag.core.accounts.models import Person
from handslag.core.approvals import rules
from handslag.core.approvals.models import Link, Round, RoundParty, Vote

# A model with `state` and `round`.
Thing = TypeVar("Thing", bound=Any)


def votes(round_: Round) -> list[rules.CastVote]:
    """What has been answered so far."""
    cast = Vote.objects.filter(round_party__round=round_).select_related("round_party")
    return [
        rules.CastVote(
            vote.round_party.organisation_id,
            vote.agrees,
            vote.fingerprint,
            identities(vote.round_party, vote.person_id),
        )
        for vote in cast
    ]


def refuse_unusable(link: Link, now: datetime) -> None:
    """Stop here, and say why, when the link is used, ended or too old."""
    refusal = rules.link_refusal(
        now=now,
        expires_at=link.expires_at,
        used_at=link.used_at,
        ended_at=link.ended_at,
    )
    if refusal:
        raise rules.link_refused(refusal)


def identities(party: RoundParty | None, person_id: int | None) -> frozenset[str]:
    """Every way in which one person could be recognised behind two votes.

    A voter with an account is known by number and address; a voter by link by
    the address and telephone that the party's latest link was made for.
    """
    if person_id is not None:
        emails = Person.objects.filter(pk=person_id).values_list("email", flat=True)
        return frozenset(
            {f"person:{person_id}", *(f"email:{email.casefold()}" for email in emails)}
        )
    link = Link.objects.filter(round_party=party).order_by("-made_at", "-pk").first()
    return rules.reached_at(link.email, link.phone) if link else frozenset()


def round_with_answers(round_: int | None) -> Round | None:
    """One question, with its parties and their answers."""
    return None if round_ is None else rounds_with_answers([round_])[round_]


def rounds_with_answers(rounds: Iterable[int]) -> dict[int, Round]:
    """Several questions by their numbers, each with its parties and their answers. Two
    queries, and none when there is no question."""
    asked = list(rounds)
    if not asked:
        return {}
    parties = Prefetch("parties", RoundParty.objects.select_related("vote"))
    found = Round.objects.select_related("version").prefetch_related(parties)
    return {row.pk: row for row in found.filter(pk__in=asked)}


def rounds_about(subject: UUID) -> QuerySet[Round]:
    """Every time a thing was put to its parties, the latest first."""
    return (
        Round.objects.filter(version__subject_id=subject)
        .select_related("version")
        .prefetch_related("parties__vote", "parties__links")
        .order_by("-pk")
    )


def open_parties_for(actor: Actor, round_: Round) -> list[RoundParty]:
    """The parties that the actor may answer for and that have not answered."""
    own = actor.where(Act.APPROVE)
    return list(round_.parties.filter(organisation_id__in=own, vote=None))


def waiting_among(rows: QuerySet[Thing], actor: Actor) -> list[tuple[Thing, str]]:
    """Those of one kind that wait for the actor's answer, and for whom they would."""
    own = actor.where(Act.APPROVE)
    asked = RoundParty.objects.filter(organisation_id__in=own, vote=None)
    names = dict(asked.values_list("round_id", "name"))
    out = rows.filter(state="in_approval", round__in=names)
    return [(row, names[row.round_id]) for row in out]
