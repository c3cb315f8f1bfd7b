"""Who lies in, serves, covers or sits in whom, and from when to when."""

from datetime import date

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.domain.organisations import rules
from handslag.domain.organisations.models import Organisation, Relation
from handslag.domain.organisations.rules import Kind, Tie
from handslag.domain.organisations.services.public import bump_public, require_own


@transaction.atomic
def relate(
    actor: Actor,
    lower: Organisation,
    tie: Tie,
    upper: Organisation,
    *,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Relation:
    """Tie two organisations: "the district serves the municipality", from a day."""
    require_own(actor, lower, upper)
    if not rules.may_tie(Kind(lower.kind), tie, Kind(upper.kind)):
        raise rules.NotAllowedError("kinds_cannot_be_tied")
    if valid_from and valid_to and valid_to < valid_from:
        raise rules.NotAllowedError("ends_before_it_begins")
    _lock(lower, upper)
    for other in Relation.objects.filter(lower=lower, upper=upper, kind=tie):
        if rules.meet(valid_from, valid_to, other.valid_from, other.valid_to):
            raise rules.NotAllowedError("already_tied")
    relation = Relation.objects.create(
        lower=lower, upper=upper, kind=tie, valid_from=valid_from, valid_to=valid_to
    )
    bump_public(lower, upper)
    record(
        actor,
        "organisations.related",
        relation,
        lower=lower.pk,
        upper=upper.pk,
        tie=str(tie),
    )
    return relation


@transaction.atomic
def end_relation(actor: Actor, relation: Relation, *, last_day: date) -> None:
    """The tie holds to and including this day, and is remembered after it."""
    require_own(actor, relation.lower, relation.upper)
    relation = Relation.objects.select_for_update().get(pk=relation.pk)
    if relation.valid_from and last_day < relation.valid_from:
        raise rules.NotAllowedError("ends_before_it_begins")
    if relation.valid_to and relation.valid_to < last_day:
        raise rules.NotAllowedError("already_ended")
    relation.valid_to = last_day
    relation.save(update_fields=["valid_to"])
    bump_public(relation.lower, relation.upper)
    record(actor, "organisations.relation_ended", relation, last_day=last_day)


def _lock(*organisations: Organisation) -> None:
    """Hold the rows, always in the same order, while looking for an overlap."""
    keys = sorted(one.pk for one in organisations)
    rows = Organisation.objects.select_for_update().filter(pk__in=keys)
    list(rows.order_by("pk").values_list("pk", flat=True))
