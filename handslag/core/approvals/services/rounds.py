"""Freezing a text, asking the parties about it, and taking their answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.db.models.functions import Now

from handslag.core.access import Act, Actor, ForbiddenError, require
from handslag.core.approvals import queries, rules
from handslag.core.approvals.models import Link, Round, RoundParty, Version, Vote
from handslag.core.audit.services import record


@dataclass(frozen=True, slots=True)
class Voter:
    """Who answers, as the vote will remember it."""

    name: str
    function: str
    person_id: int | None
    channel: str
    code_channel: str = ""


@transaction.atomic
def freeze(
    actor: Actor,
    *,
    subject_kind: str,
    subject_id: UUID,
    content: Mapping[str, object],
    now: datetime | None = None,
) -> Version:
    """Keep this exact content, numbered, for ever. The caller has locked the subject."""
    text = rules.canonical(content)
    of_subject = Version.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    latest = of_subject.aggregate(latest=Max("number"))["latest"] or 0
    version = Version(
        subject_kind=subject_kind,
        subject_id=subject_id,
        number=latest + 1,
        content=text,
        fingerprint=rules.fingerprint(text),
    )
    if now is not None:
        version.created_at = now
    version.save(force_insert=True)
    record(actor, "version_frozen", version, of=subject_id, fingerprint=version.fingerprint)
    return version


@transaction.atomic
def open_round(
    actor: Actor,
    version: Version,
    *,
    parties: Sequence[tuple[int, str]],
    now: datetime | None = None,
) -> Round:
    """Ask these parties, in this order, about one version."""
    if not parties:
        raise ValueError("Nobody is asked.")
    round_ = Round(version=version)
    if now is not None:
        round_.opened_at = now
    round_.save(force_insert=True)
    RoundParty.objects.bulk_create(
        RoundParty(
            round=round_, organisation_id=organisation_id, name=name, position=position
        )
        for position, (organisation_id, name) in enumerate(parties, start=1)
    )
    record(actor, "round_opened", round_, version=version.public_id)
    return round_


@transaction.atomic
def cast(
    actor: Actor,
    round_: Round,
    *,
    party: int,
    agrees: bool,
    reason: str,
    voter: Voter,
    fingerprint: str,
    now: datetime,
) -> rules.Outcome:
    """Cast one party's vote and say where the round stands after it."""
    # Two last votes at the same moment must see each other.
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    _may_answer(actor, locked, party, voter, now)
    parties = {row.organisation_id: row for row in locked.parties.all()}
    identities = queries.identities(parties.get(party), voter.person_id)
    vote = rules.CastVote(party, agrees, fingerprint, identities)
    votes, wording = queries.votes(locked), locked.version.fingerprint
    rules.check_vote(
        vote,
        reason=reason,
        state=rules.Outcome(locked.outcome),
        parties=parties,
        votes=votes,
        wording=wording,
    )
    _keep(actor, parties[party], vote, voter, reason=reason, now=now)
    outcome = rules.outcome(parties=parties, votes=[*votes, vote], wording=wording)
    if outcome is not rules.Outcome.WAITING:
        _close(locked, outcome, now)
    return outcome


@transaction.atomic
def withdraw(actor: Actor, round_: Round, *, now: datetime | None = None) -> None:
    """Take the question back; its links end and no more votes count."""
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    if locked.outcome != rules.Outcome.WAITING:
        raise rules.vote_refused("closed")
    _close(locked, rules.Outcome.WITHDRAWN, now or Now())
    record(actor, "round_withdrawn", locked)


def _keep(
    actor: Actor,
    asked: RoundParty,
    vote: rules.CastVote,
    voter: Voter,
    *,
    reason: str,
    now: datetime,
) -> None:
    """The vote as a row that remembers the voter, and its trace in the log."""
    Vote.objects.create(
        round_party=asked,
        agrees=vote.agrees,
        reason=reason.strip(),
        voter_name=voter.name,
        voter_function=voter.function,
        person_id=voter.person_id,
        channel=voter.channel,
        code_channel=voter.code_channel,
        fingerprint=vote.fingerprint,
        cast_at=now,
    )
    record(
        actor,
        "vote_cast",
        asked.round,
        on_behalf=vote.party,
        agrees=vote.agrees,
        channel=voter.channel,
        code_channel=voter.code_channel or None,
        fingerprint=vote.fingerprint,
    )


def _close(round_: Round, outcome: rules.Outcome, at: datetime | Now) -> None:
    Round.objects.filter(pk=round_.pk).update(outcome=outcome.value, closed_at=at)
    # The link that has just answered is spared: it is used, not ended.
    unanswered = round_.parties.filter(vote__isnull=True)
    Link.objects.filter(
        round_party__in=unanswered, used_at__isnull=True, ended_at__isnull=True
    ).update(ended_at=at)


def _may_answer(
    actor: Actor, round_: Round, party: int, voter: Voter, now: datetime
) -> None:
    """An account needs the right to approve there; a link is good for its own party."""
    if voter.channel == rules.Channel.ACCOUNT:
        require(actor, Act.APPROVE, in_any_of=frozenset({party}))
        if voter.person_id is None or voter.person_id != actor.person_id:
            raise ForbiddenError("Nobody answers in another person's name.")
        return
    if actor.kind != "link":
        raise ForbiddenError("A vote by link comes from a link.")
    link = Link.objects.filter(
        round_party__round=round_,
        round_party__organisation_id=party,
        public_id=actor.key,
        code_channel=voter.code_channel,
    ).first()
    if link is None:
        raise ForbiddenError("This link does not answer for this party.")
    # It may have ended since its code was checked.
    queries.refuse_unusable(link, now)
