"""What a municipality has decided about its reports."""

from django.db.models import QuerySet

from handslag.domain.incidents.models import Category, Desk, Route
from handslag.domain.organisations.models import Organisation


def desk_of(municipality: Organisation) -> Desk | None:
    """The terms on which the municipality receives reports; none if it does not."""
    return Desk.objects.filter(within=municipality).first()


def categories_of(
    municipality: Organisation, *, for_residents: bool = False
) -> QuerySet[Category]:
    """The kinds that can be chosen now, in order: each category before its kinds."""
    found = Category.objects.filter(within=municipality, is_ended=False)
    if for_residents:
        found = found.filter(for_residents=True)
    return found.order_by("position", "pk")


def routes_of(municipality: Organisation) -> QuerySet[Route]:
    """Whose task is what, in order."""
    rows = Route.objects.filter(within=municipality).order_by("position", "pk")
    return rows.select_related("category", "place", "owner")
