"""How far each municipality has come the first time it does what the law asks for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.words import State as AgreementState
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Picture
from handslag.domain.plans.models import Plan
from handslag.domain.plans.rules.words import State as PlanState
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import State as SetState
from handslag.domain.year.queries.law import Checked, checked
from handslag.domain.year.rules.first_round import Begun, Milestone, Reached, first_round


@dataclass(frozen=True, slots=True)
class FirstRound:
    """One municipality on its first round."""

    home: Organisation
    checked: Checked
    reached: tuple[Reached, ...]


def first_rounds(homes: Collection[int], *, today: date) -> list[FirstRound]:
    """The municipalities among these, by name. One query more than the law check."""
    rows = _begun(homes).in_bulk()
    return [
        FirstRound(
            rows[one.key],
            one,
            first_round(
                one.findings,
                _drafts(vars(rows[one.key])),
                has_promises=vars(rows[one.key])["has_promises"],
            ),
        )
        for one in checked(homes, own=homes, today=today)
    ]


def _begun(homes: Collection[int]) -> QuerySet[Organisation]:
    here = {"home": OuterRef("pk")}
    pictures = Picture.objects.filter(**here, party=None)
    plans = Plan.objects.filter(**here, state=PlanState.DRAFT)
    open_states = [AgreementState.DRAFT, AgreementState.IN_APPROVAL]
    agreements = Agreement.objects.filter(**here, state__in=open_states, parent=None)
    given_here = PromiseSet.objects.filter(areas__municipality=OuterRef("pk"))
    sets = given_here.filter(version=None).exclude(state=SetState.WITHDRAWN)
    return Organisation.objects.filter(pk__in=homes).annotate(
        picture=_first(pictures, "public_id"),
        plan=_first(plans, "public_id"),
        agreement=_first(agreements, "public_id"),
        agreement_state=_first(agreements, "state"),
        promises=_first(sets, "public_id"),
        promises_state=_first(sets, "state"),
        has_promises=Exists(given_here.filter(version__isnull=False)),
    )


def _first(rows: QuerySet[Any], column: str) -> Subquery:
    return Subquery(rows.order_by("pk").values(column)[:1])


def _drafts(row: Mapping[str, Any]) -> dict[Milestone, Begun]:
    asked = {AgreementState.IN_APPROVAL.value, SetState.IN_APPROVAL.value}
    return {
        one: Begun(str(row[one.value]), row.get(f"{one.value}_state") in asked)
        for one in (
            Milestone.PICTURE,
            Milestone.PLAN,
            Milestone.AGREEMENT,
            Milestone.PROMISES,
        )
        if row[one.value]
    }
