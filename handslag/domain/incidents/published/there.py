"""Which pages about reports there are of a municipality: what other pages lead to."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from handslag.domain.incidents.models import Category, LedShare, ReleasedSquare
from handslag.domain.organisations.models import Slug


@dataclass(frozen=True, slots=True)
class AboutReports:
    """Whether residents can report, there is a square to see on the map, and a share
    has been released."""

    report: bool = False
    map: bool = False
    outcomes: bool = False


def about_reports(slug: str) -> AboutReports:
    """What there is at this address. One query."""
    here = OuterRef("organisation")
    kinds = Category.objects.filter(for_residents=True, is_ended=False, within=here)
    found = Slug.objects.filter(slug=slug, current=True).values_list(
        Exists(kinds.filter(within__desk__is_open_to_residents=True)),
        Exists(ReleasedSquare.objects.filter(release__within=here)),
        Exists(LedShare.objects.filter(within=here)),
    )
    row = found.first()
    return AboutReports(*row) if row else AboutReports()
