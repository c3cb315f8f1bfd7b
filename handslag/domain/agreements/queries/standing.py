"""Agreements with the days that say how they stand, in one question."""

from datetime import date

from django.db.models import F, Max, Min, OuterRef, Q, QuerySet, Subquery

from handslag.domain.agreements.models import Agreement, AgreementFollowUp
from handslag.domain.agreements.rules.force import Term
from handslag.domain.agreements.rules.words import Prolongation


def with_days(rows: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Each with `ended_on`, `replaced_from` and `followed_on`, for `term_of`."""
    later = (
        Agreement.objects.filter(predecessor=OuterRef("pk"), version__isnull=False)
        .order_by()
        .values("predecessor")
        .annotate(first=Min("starts"))
        .values("first")
    )
    told = (
        AgreementFollowUp.objects.filter(
            agreement=OuterRef("pk"), published_at__isnull=False
        )
        .order_by()
        .values("agreement")
        .annotate(last=Max("followed_on"))
        .values("last")
    )
    return rows.annotate(
        ended_on=F("ending__ended_on"),
        replaced_from=Subquery(later),
        followed_on=Subquery(told),
    )


def term_of(row: Agreement) -> Term:
    """The days of an agreement that `with_days` has found."""
    return Term(
        starts=row.starts,
        ends=row.ends,
        prolongation=Prolongation(row.prolongation),
        months=row.prolongation_months,
        ended_on=days_of(row, "ended_on"),
        replaced_from=days_of(row, "replaced_from"),
    )


def days_of(row: Agreement, name: str) -> date | None:
    """One of the days that `with_days` has found."""
    day: date | None = vars(row)[name]
    return day


def settled() -> Q:
    """Those that the public reads."""
    return Q(version__isnull=False)
