"""Days by which agreements must be renewed and followed up, and what the law asks."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from handslag.core.deadlines import Basis, Deadline
from handslag.core.periods import stockholm_day
from handslag.domain.agreements.models import (
    Agreement,
    AgreementArea,
    AgreementParty,
    Field,
    Purpose,
)
from handslag.domain.agreements.queries.standing import days_of, settled, term_of, with_days
from handslag.domain.agreements.rules.force import follow_up_due, renew_by, standing
from handslag.domain.agreements.rules.words import Origin
from handslag.domain.organisations.rules import POLICE

RENEW, FOLLOW_UP = "agreement.renew", "agreement.follow_up"


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What the law check needs to know of the agreements of one municipality."""

    in_force: int = 0
    with_police: bool = False
    missing_purposes: int = 0
    missing_fields: int = 0
    earliest_end: date | None = None
    prolonged: int = 0
    latest_follow_up: date | None = None
    ran_out: date | None = None


def deadlines(*, homes: Collection[int] | None, today: date) -> list[Deadline]:
    """Every renewal and follow-up that is not done yet. Two questions."""
    rows = with_days(Agreement.objects.filter(settled()))
    if homes is not None:
        rows = rows.filter(home__in=homes)
    rows = rows.order_by("pk").prefetch_related("parties")
    return [due for row in rows for due in deadlines_of(row, today)]


def deadlines_of(row: Agreement, today: date) -> list[Deadline]:
    """Those of one agreement that `with_days` has found."""
    term = term_of(row)
    days = {
        RENEW: (renew_by(term, today), Basis.LAW),
        FOLLOW_UP: (follow_up_day(row, today), Basis.AGREEMENT),
    }
    parties = {party.organisation_id for party in row.parties.all()}
    return [
        Deadline(
            kind=kind,
            due_on=day,
            basis=basis,
            home=row.home_id,
            name=row.name,
            path=f"/arbete/overenskommelser/{row.public_id}/",
            others=tuple(sorted(parties - {row.home_id})),
            function=row.follow_up_by if kind == FOLLOW_UP else "",
        )
        for kind, (day, basis) in days.items()
        if day is not None
    ]


def follow_up_day(row: Agreement, today: date) -> date | None:
    """The day by which an agreement that `with_days` has found must be followed up."""
    return follow_up_due(
        term_of(row),
        last=days_of(row, "followed_on"),
        months=row.follow_up_months,
        today=today,
        known_from=_known_from(row),
    )


def _known_from(row: Agreement) -> date | None:
    """What was signed elsewhere is known from the day it was entered here."""
    if row.origin != Origin.RESTATED or row.published_at is None:
        return None
    return stockholm_day(row.published_at)


def facts_for_law(
    homes: Collection[int] | None, *, today: date
) -> Mapping[int, AgreementFacts]:
    """What the law check needs of each municipality with an agreement. Two questions."""
    areas = AgreementArea.objects.filter(agreement__version__isnull=False)
    if homes is not None:
        areas = areas.filter(municipality__in=homes)
    keys = dict[int, list[int]]()
    for agreement, municipality in areas.values_list("agreement", "municipality"):
        keys.setdefault(agreement, []).append(municipality)
    found: defaultdict[int, list[Agreement]] = defaultdict(list)
    for row in _with_facts(keys):
        for municipality in keys[row.pk]:
            found[municipality].append(row)
    return {key: _facts(rows, today) for key, rows in found.items()}


def _with_facts(keys: Collection[int]) -> list[Agreement]:
    below = {"agreement": OuterRef("pk")}
    police = AgreementParty.objects.filter(organisation__kind__in=POLICE, **below)
    rows = with_days(Agreement.objects.filter(settled())).annotate(
        has_police=Exists(police),
        has_purpose=Exists(Purpose.objects.filter(**below)),
        has_field=Exists(Field.objects.filter(**below)),
    )
    return list(rows.filter(pk__in=keys))


def _facts(rows: list[Agreement], today: date) -> AgreementFacts:
    now = [(row, standing(term_of(row), today)) for row in rows]
    held = [(row, how) for row, how in now if how.holds]
    over = [how.until for _, how in now if how.is_over and how.until]
    ends = [how.until for _, how in held if how.until]
    told = [day for row in rows if (day := days_of(row, "followed_on"))]
    return AgreementFacts(
        in_force=len(held),
        with_police=any(vars(row)["has_police"] for row, _ in held),
        missing_purposes=sum(not vars(row)["has_purpose"] for row, _ in held),
        missing_fields=sum(not vars(row)["has_field"] for row, _ in held),
        earliest_end=min(ends, default=None),
        prolonged=sum(how.force == "prolonged" for _, how in held),
        latest_follow_up=max(told, default=None),
        ran_out=max(over, default=None) if not held else None,
    )
