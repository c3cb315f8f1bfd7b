"""How many reports led to something: the figures that were released, and nothing else."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.incidents.models import Desk, LedShare
from handslag.domain.incidents.rules.fates import LED, Fate
from handslag.domain.incidents.rules.release import month_after
from handslag.domain.incidents.rules.shares import TENTHS, Figure, Part
from handslag.domain.organisations.models import Slug
from handslag.statistics.intervals import Estimate, share

# The page begins with so many months, or with more when the last figure is of more.
MONTHS = 3


@dataclass(frozen=True, slots=True)
class PublicShare:
    """The figure of the months from one to another (their first days)."""

    since: date
    month: date
    figure: Figure

    @property
    def months(self) -> int:
        years = self.month.year - self.since.year
        return years * 12 + self.month.month - self.since.month + 1

    @property
    def led_none(self) -> bool:
        """Exactly none, and not only few."""
        return all(not part.n for part in self.figure.parts if part.fates[0] in LED)

    @property
    def led_all(self) -> bool:
        return all(not part.n for part in self.figure.parts if part.fates[0] not in LED)

    @property
    def estimate(self) -> Estimate:
        """The share with the interval in which chance alone could move it."""
        n = self.figure.n
        return share(round(self.figure.tenths * n / TENTHS), n)


@dataclass(frozen=True, slots=True)
class PublicShares:
    """All that has been released of one municipality, the latest first."""

    is_example: bool
    shares: tuple[PublicShare, ...]

    @property
    def lately(self) -> PublicShare:
        """The latest figures taken together until they are of three months: those of
        months that follow each other, each report in one of them."""
        taken = [self.shares[0]]
        for one in self.shares[1:]:
            whole = sum(part.months for part in taken)
            if whole >= MONTHS or month_after(one.month) != taken[-1].since:
                break
            taken.append(one)
        return taken[0] if len(taken) == 1 else _together(taken)


def _together(taken: list[PublicShare]) -> PublicShare:
    n = sum(one.figure.n for one in taken)
    led = sum(one.figure.n * one.figure.tenths for one in taken)
    parts = _joined([part for one in taken for part in one.figure.parts])
    figure = Figure(n, (2 * led + n) // (2 * n), parts, half_within=None)
    return PublicShare(taken[-1].since, taken[0].month, figure)


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """Added up; what could not be told apart in one figure cannot be in all of them."""
    found: list[Part] = []
    for part in parts:
        fates, n = set(part.fates), part.n
        for one in [other for other in found if fates & set(other.fates)]:
            found.remove(one)
            fates, n = fates | set(one.fates), n + one.n
        found.append(Part(tuple(one for one in Fate if one in fates), n))
    return tuple(sorted(found, key=lambda one: tuple(Fate).index(one.fates[0])))


def public_shares(slug: str) -> PublicShares | None:
    """The figures at this address; none where nothing has been released. Three queries."""
    found = Slug.objects.filter(slug=slug, current=True).first()
    if found is None:
        return None
    rows = LedShare.objects.filter(within=found.organisation_id).order_by("-month")
    shares = tuple(_public(one) for one in rows)
    if not shares:
        return None
    examples = Desk.objects.filter(within=found.organisation_id, is_example=True)
    return PublicShares(examples.exists(), shares)


def _public(row: LedShare) -> PublicShare:
    parts = tuple(
        Part(tuple(Fate(one) for one in part["fates"]), part["n"]) for part in row.parts
    )
    figure = Figure(row.n, row.tenths, parts, row.half_within)
    return PublicShare(row.since, row.month, figure)
