"""The public map: the numbers that were fixed month by month, and nothing else."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.incidents.models import Desk, Release, ReleasedSquare
from handslag.domain.incidents.rules.release import SIZE, months_before
from handslag.domain.organisations.models import Slug
from handslag.statistics import grid

SHOWN = 12  # months that the page shows; the file has all


@dataclass(frozen=True, slots=True)
class PublicCount:
    """So many reports came in from one month to another (their first days)."""

    since: date
    until: date
    n: int


@dataclass(frozen=True, slots=True)
class PublicSquare:
    """A square of 500 metres, by its south-west corner, and its numbers in order."""

    square: int
    counts: tuple[PublicCount, ...]

    @property
    def n(self) -> int:
        return sum(one.n for one in self.counts)

    @property
    def outline(self) -> grid.Ring:
        """Longitude and latitude, all the way round."""
        return grid.outline(self.square, SIZE)

    @property
    def middle(self) -> tuple[float, float]:
        return grid.centre(self.square, SIZE)


@dataclass(frozen=True, slots=True)
class PublicMap:
    """All that has been released of one municipality."""

    month: date  # the latest that was fixed
    is_example: bool
    squares: tuple[PublicSquare, ...]

    def lately(self) -> tuple[PublicSquare, ...]:
        """The squares of the last year, most first: only numbers that are whole in it
        or reach into it, for a number is never divided."""
        earliest = months_before(self.month, SHOWN - 1)
        kept = (
            PublicSquare(
                one.square, tuple(part for part in one.counts if part.until >= earliest)
            )
            for one in self.squares
        )
        return tuple(
            sorted(
                (one for one in kept if one.counts), key=lambda one: (-one.n, one.square)
            )
        )


def public_map(slug: str) -> PublicMap | None:
    """The map at this address; none where nothing has been released. Four queries."""
    found = Slug.objects.filter(slug=slug, current=True).first()
    if found is None:
        return None
    releases = Release.objects.filter(within=found.organisation_id)
    latest = releases.order_by("-month").first()
    if latest is None:
        return None
    rows = (
        ReleasedSquare.objects.filter(release__within=found.organisation_id)
        .order_by("square", "release__month")
        .values_list("square", "since", "release__month", "n")
    )
    counts: dict[int, list[PublicCount]] = {}
    for square, since, until, n in rows:
        counts.setdefault(square, []).append(PublicCount(since, until, n))
    examples = Desk.objects.filter(within=found.organisation_id, is_example=True)
    return PublicMap(
        latest.month,
        examples.exists(),
        tuple(PublicSquare(square, tuple(those)) for square, those in counts.items()),
    )
