"""The text of an agreement: begun, worded, given purposes, parties and commitments."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements.models import (
    Agreement,
    AgreementArea,
    AgreementGoal,
    AgreementParty,
    Commitment,
    Field,
    FocusProblem,
    Purpose,
    StatuteLink,
)
from handslag.domain.agreements.queries import parties_of, party_ids
from handslag.domain.agreements.rules.drafts import (
    ContentsDraft,
    GoalDraft,
    PartyDraft,
    WordsDraft,
)
from handslag.domain.agreements.rules.words import Level
from handslag.domain.agreements.services.locking import locked_draft
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind, may_agree


@transaction.atomic
def draft_agreement(
    actor: Actor,
    draft: WordsDraft,
    *,
    home: Organisation,
    parties: Sequence[Organisation],
    now: datetime,
    approvers: Collection[Organisation] | None = None,
    parent: Agreement | None = None,
    is_example: bool = False,
) -> Agreement:
    """Begin an agreement, or an annex to one. Only its parties see the draft."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=frozenset({home.pk}))
    if parent is not None:
        require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(parent))
        if parent.parent_id is not None:
            raise NotAllowedError("agreement.annex_of_annex")
    agreement = Agreement.objects.create(
        home=home,
        parent=parent,
        level=Level.ANNEX if parent else Level.STRATEGIC,
        made_at=now,
        is_example=is_example,
        **_columns(draft),
    )
    give_parties(agreement, parties, approvers=approvers)
    record(actor, "agreements.drafted", agreement, on_behalf=home.pk)
    return agreement


@transaction.atomic
def save_words(
    actor: Actor, agreement: Agreement, draft: WordsDraft, *, revision: int
) -> None:
    """Change what a draft is called and says. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(agreement))
    row = locked_draft(agreement, revision=revision)
    for column, value in _columns(draft).items():
        setattr(row, column, value)
    row.save()
    record(actor, "agreements.worded", row)


@transaction.atomic
def save_contents(
    actor: Actor, agreement: Agreement, draft: ContentsDraft, *, revision: int
) -> None:
    """Change purposes, areas, problems, goals and links to other plans of a draft."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(agreement))
    row = locked_draft(agreement, revision=revision)
    row.save(update_fields=["revision"])
    fill(row, draft)
    record(actor, "agreements.contents_changed", row)


@transaction.atomic
def set_parties(
    actor: Actor,
    agreement: Agreement,
    parties: Sequence[Organisation],
    *,
    approvers: Collection[Organisation],
    revision: int,
) -> None:
    """Say who agrees, and who of them approves. Those who stay keep their commitments."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(agreement))
    row = locked_draft(agreement, revision=revision)
    row.save(update_fields=["revision"])
    row.parties.exclude(organisation__in=parties).delete()
    give_parties(row, parties, approvers=approvers)
    record(actor, "agreements.parties_set", row)


@transaction.atomic
def save_commitments(
    actor: Actor,
    agreement: Agreement,
    sides: Mapping[int, PartyDraft],
    *,
    together: Sequence[str],
    revision: int,
) -> None:
    """What each party undertakes, by organisation, and what they all do together."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(agreement))
    row = locked_draft(agreement, revision=revision)
    row.save(update_fields=["revision"])
    undertake(row, sides, together=together)
    record(actor, "agreements.commitments_changed", row)


def fill(row: Agreement, draft: ContentsDraft) -> None:
    """Write the contents of a draft that the caller has locked."""
    _lines(row, Purpose, draft.purposes)
    row.fields.all().delete()
    Field.objects.bulk_create(
        Field(agreement=row, code=code, text=text, position=place)
        for place, (code, text) in enumerate(draft.fields)
    )
    row.problems.all().delete()
    chosen = [FocusProblem(agreement=row, problem_id=key) for key in draft.problems]
    worded = [FocusProblem(agreement=row, text=text) for text in draft.problem_words]
    for place, problem in enumerate([*chosen, *worded]):
        problem.position = place
    FocusProblem.objects.bulk_create([*chosen, *worded])
    _goals(row, draft.goals)
    row.statutes.all().delete()
    StatuteLink.objects.bulk_create(
        StatuteLink(agreement=row, position=place, **asdict(one))
        for place, one in enumerate(draft.statutes)
    )


def undertake(
    row: Agreement, sides: Mapping[int, PartyDraft], *, together: Sequence[str]
) -> None:
    """Write what each party of a locked draft undertakes."""
    parties = {party.organisation_id: party for party in row.parties.all()}
    for key, said in sides.items():
        party = parties.get(key)
        if party is None:
            raise NotAllowedError("agreement.not_a_party")
        party.steering = said.steering
        party.contact_function = said.contact_function
        party.contact_email = said.contact_email
        party.contact_phone = said.contact_phone
        party.save()
        _undertaken(row, party, said.commitments)
    _undertaken(row, None, together)


def give_parties(
    row: Agreement,
    parties: Sequence[Organisation],
    *,
    approvers: Collection[Organisation] | None = None,
) -> None:
    """Give a draft these parties, in this order, and the municipalities among them.

    `approvers`: those who are asked about the exact wording; all, if it is not said.
    """
    asked = parties if approvers is None else approvers
    if not all(may_agree(Kind(one.kind)) for one in parties):
        raise NotAllowedError("agreement.may_not_agree")
    if not parties:
        raise NotAllowedError("agreement.one_party")
    for place, one in enumerate(parties):
        AgreementParty.objects.update_or_create(
            agreement=row,
            organisation=one,
            defaults={"position": place, "approves": one in asked},
        )
    row.areas.all().delete()
    all_ = [row.home, *parties_of(row)]
    where = {one.pk: one for one in all_ if one.kind == Kind.MUNICIPALITY}
    AgreementArea.objects.bulk_create(
        AgreementArea(agreement=row, municipality=one, position=place)
        for place, one in enumerate(where.values())
    )


def _columns(draft: WordsDraft) -> dict[str, object]:
    """The columns that the words of an agreement fill."""
    columns = asdict(draft)
    period = columns.pop("period")
    return {
        **columns,
        "period_stated": period["stated"],
        "starts": period["starts"],
        "ends": period["ends"],
        "period_rule": period["rule"],
    }


def _lines(row: Agreement, model: type[Purpose], texts: Sequence[str]) -> None:
    model.objects.filter(agreement=row).delete()
    model.objects.bulk_create(
        model(agreement=row, text=text, position=place) for place, text in enumerate(texts)
    )


def _goals(row: Agreement, goals: Sequence[GoalDraft]) -> None:
    """A goal whose words stay is the same goal as before."""
    known = {goal.text: goal for goal in row.goals.all()}
    kept = []
    for place, one in enumerate(goals):
        goal = known.get(one.text) or AgreementGoal(agreement=row, text=one.text)
        goal.seen_by, goal.position = one.seen_by, place
        goal.save()
        kept.append(goal.pk)
    row.goals.exclude(pk__in=kept).delete()


def _undertaken(row: Agreement, party: AgreementParty | None, texts: Sequence[str]) -> None:
    """A commitment whose words stay is the same commitment as before."""
    own = row.commitments.filter(party=party)
    known = {one.text: one for one in own}
    kept = []
    for place, text in enumerate(texts):
        one = known.get(text) or Commitment(agreement=row, party=party, text=text)
        one.position = place
        one.save()
        kept.append(one.pk)
    own.exclude(pk__in=kept).delete()
