"""Finding votes, and the person behind them."""

from datetime import datetime

from handslag.core.accounts.models import Person
from handslag.core.approvals import rules
from handslag.core.approvals.models import Link, Round, RoundParty, Vote


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
