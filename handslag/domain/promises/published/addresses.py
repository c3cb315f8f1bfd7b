"""Where sets are found: their addresses, those who give them, the sets before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from handslag.domain.organisations.models import Organisation, Slug
from handslag.domain.promises.models import PromiseSet, SetSlug
from handslag.domain.promises.published.contacts import PublishedContact, contact
from handslag.domain.promises.published.wording import PublishedWording


@dataclass(frozen=True, slots=True)
class Moved:
    """The set is found at another address now."""

    municipality: str
    period: str


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality the promises are given in, and the address of the set there."""

    name: str
    address: Moved


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The set before this one, or one that came after it."""

    address: Moved
    wording: PublishedWording
    is_later: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The organisations behind a set: where it is found, and whom to ask."""

    areas: Mapping[int, Area]
    contacts: tuple[PublishedContact, ...]
    home: Moved | None


def surroundings(set_: PromiseSet, wording: PublishedWording) -> Surroundings:
    """Areas with addresses and parties with contacts, as they were approved. One query."""
    slugs = Slug.objects.filter(organisation=OuterRef("pk"), current=True)
    periods = SetSlug.objects.filter(municipality=OuterRef("pk"), set=set_, current=True)
    named = {one.id for one in [wording.home, *wording.areas, *wording.parties]}
    rows = (
        Organisation.objects.filter(public_id__in=named)
        .annotate(at=Subquery(slugs.values("slug")[:1]))
        .annotate(period=Subquery(periods.values("slug")[:1]))
    )
    known = {str(row.public_id): row for row in rows}
    areas = {
        row.pk: Area(row.short_name, Moved(row.at, row.period))
        for one in [wording.home, *wording.areas]
        if (row := known.get(one.id)) is not None and row.at and row.period
    }
    home = known.get(wording.home.id)
    return Surroundings(
        areas=areas,
        contacts=tuple(
            contact(known[one.id]) for one in wording.parties if one.id in known
        ),
        home=areas[home.pk].address if home is not None and home.pk in areas else None,
    )
