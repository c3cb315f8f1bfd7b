"""What became of the goals and commitments, told by named functions every second year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals import services as approvals
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.agreements.models import (
    Agreement,
    AgreementFollowUp,
    AgreementOutcome,
)
from handslag.domain.agreements.queries import party_ids
from handslag.domain.agreements.rules.words import Verdict
from handslag.domain.agreements.services.locking import locked
from handslag.domain.agreements.services.publishing import touched
from handslag.domain.organisations.services import bump_public

SUBJECT = "agreement_follow_up"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one goal or commitment; nothing at all: not followed up."""

    verdict: Verdict | None = None
    said: str = ""

    @property
    def is_said(self) -> bool:
        return self.verdict is not None or bool(self.said.strip())


@transaction.atomic
def begin_follow_up(
    actor: Actor, agreement: Agreement, *, on: date, functions: str, now: datetime
) -> AgreementFollowUp:
    """Begin to follow up an agreement that holds, or has held."""
    require(actor, Act.FOLLOW_UP, in_any_of=party_ids(agreement))
    row = locked(agreement)
    if row.version_id is None:
        raise NotAllowedError("agreement.not_published")
    if on > stockholm_day(now):
        raise NotAllowedError("agreement.day_to_come")
    follow_up = AgreementFollowUp.objects.create(
        agreement=row, followed_on=on, functions=functions, made_at=now
    )
    record(actor, "agreements.follow_up_begun", follow_up)
    return follow_up


@transaction.atomic
def save_follow_up(
    actor: Actor,
    follow_up: AgreementFollowUp,
    *,
    goals: Mapping[int, Said],
    commitments: Mapping[int, Said],
    summary: str,
    revision: int,
) -> None:
    """Save what is said so far. Nobody outside the parties sees it yet."""
    require(actor, Act.FOLLOW_UP, in_any_of=party_ids(follow_up.agreement))
    row = _locked(follow_up)
    same_revision(revision, row.revision)
    row.outcomes.all().delete()
    own_goals = set(row.agreement.goals.values_list("pk", flat=True))
    own = set(row.agreement.commitments.values_list("pk", flat=True))
    AgreementOutcome.objects.bulk_create(
        [
            *(
                _outcome(row, said, goal_id=key)
                for key, said in goals.items()
                if key in own_goals and said.is_said
            ),
            *(
                _outcome(row, said, commitment_id=key)
                for key, said in commitments.items()
                if key in own and said.is_said
            ),
        ]
    )
    row.summary = summary
    row.revision += 1
    row.save(update_fields=["summary", "revision"])
    record(actor, "agreements.follow_up_saved", row)


@transaction.atomic
def publish_follow_up(actor: Actor, follow_up: AgreementFollowUp, *, now: datetime) -> None:
    """Freeze what is said and show it to everyone. If more is to be said, add a new one."""
    require(actor, Act.FOLLOW_UP, in_any_of=party_ids(follow_up.agreement))
    row = _locked(follow_up)
    if not row.outcomes.exists():
        raise NotAllowedError("agreement.follow_up_empty")
    row.version = approvals.freeze(
        actor,
        subject_kind=SUBJECT,
        subject_id=row.public_id,
        content=_content(row),
        now=now,
    )
    row.published_at = now
    row.save(update_fields=["version", "published_at"])
    bump_public(*touched(row.agreement))
    record(actor, "agreements.follow_up_published", row)


def _locked(follow_up: AgreementFollowUp) -> AgreementFollowUp:
    row = AgreementFollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    if row.is_published:
        raise NotAllowedError("agreement.follow_up_published")
    return row


def _outcome(row: AgreementFollowUp, said: Said, **about: int) -> AgreementOutcome:
    return AgreementOutcome(
        follow_up=row, verdict=said.verdict or "", said=said.said.strip(), **about
    )


def _content(row: AgreementFollowUp) -> dict[str, object]:
    """All that its public page shows."""
    outcomes = row.outcomes.select_related("goal", "commitment__party__organisation")
    return {
        "followed_on": row.followed_on,
        "functions": row.functions,
        "summary": row.summary,
        "goals": [
            {"text": one.goal.text, "verdict": one.verdict, "said": one.said}
            for one in outcomes.order_by("goal__position", "pk")
            if one.goal is not None
        ],
        "commitments": [
            {
                "text": one.commitment.text,
                "party": _party(one),
                "verdict": one.verdict,
                "said": one.said,
            }
            for one in outcomes.order_by(
                "commitment__party__position", "commitment__position", "pk"
            )
            if one.commitment is not None
        ],
    }


def _party(outcome: AgreementOutcome) -> str:
    party = outcome.commitment.party if outcome.commitment else None
    return party.organisation.name if party else ""
