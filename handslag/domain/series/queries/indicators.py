"""Indicators and series as those who work with them find them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.organisations.models import Kind, Organisation, Relation, Tie
from handslag.domain.organisations.queries import holding
from handslag.domain.series.models import Indicator, Series, Value


def homes_of(actor: Actor, *, today: date) -> QuerySet[Organisation]:
    """The municipalities one works for, or serves as police."""
    own = actor.organisation_ids
    ties = Relation.objects.filter(holding(today), lower__in=own, kind=Tie.SERVES)
    homes = Organisation.objects.filter(kind=Kind.MUNICIPALITY)
    mine = Q(pk__in=own) | Q(pk__in=ties.values("upper"))
    return homes.filter(mine).order_by("short_name", "pk")


def homes_to_follow(actor: Actor) -> QuerySet[Organisation]:
    """The municipalities for which one may say what is followed."""
    own = actor.where(Act.RECORD_EVIDENCE)
    homes = Organisation.objects.filter(kind=Kind.MUNICIPALITY, pk__in=own)
    return homes.order_by("short_name", "pk")


def indicators_of(homes: Iterable[int]) -> QuerySet[Indicator]:
    """The indicators of some municipalities, by theme and name."""
    return _whole(Indicator.objects.filter(home__in=list(homes)))


def _whole(found: QuerySet[Indicator]) -> QuerySet[Indicator]:
    near = ("home", "series", "paired", "taken_from__home")
    return found.select_related(*near).prefetch_related("goals", "series__breaks")


def indicators_seen_by(actor: Actor, *, today: date) -> QuerySet[Indicator]:
    """Those of the municipalities one works with."""
    return indicators_of(homes_of(actor, today=today).values_list("pk", flat=True))


def indicator_seen_by(actor: Actor, key: UUID, *, today: date) -> Indicator | None:
    """One of them, or nothing."""
    return indicators_seen_by(actor, today=today).filter(public_id=key).first()


def public_indicators(*, slug: str = "") -> QuerySet[Indicator]:
    """What is shown to everyone; with `slug`, in the municipality at that address."""
    shown = Indicator.objects.filter(is_public=True)
    if slug:
        shown = shown.filter(home__slugs__slug=slug, home__slugs__current=True)
    return _whole(shown).prefetch_related("home__slugs")


def offered_to(home: int | None) -> QuerySet[Indicator]:
    """Definitions that others share and that this municipality has not taken into use;
    None: all that are shared."""
    taken = Indicator.objects.filter(home=home, taken_from__isnull=False)
    found = Indicator.objects.filter(is_offered=True).exclude(home=home)
    return found.exclude(pk__in=taken.values("taken_from")).select_related("home", "series")


def series_held(actor: Actor, *, today: date) -> QuerySet[Series]:
    """The official series, and those of the municipalities one works with."""
    homes = homes_of(actor, today=today)
    found = Series.objects.filter(Q(owner=None) | Q(owner__in=homes))
    return found.select_related("owner")


@dataclass(frozen=True, slots=True)
class Holding:
    """How much is held of a series, and between which days."""

    series: Series
    cells: int = 0
    first: date | None = None
    last: date | None = None


def holdings(actor: Actor, *, today: date) -> list[Holding]:
    """What is held of each series that one may read."""
    held = list(series_held(actor, today=today))
    spans = Value.objects.filter(series__in=held).order_by().values_list("series")
    found = {
        key: (cells, first, last)
        for key, cells, first, last in spans.annotate(
            Count("pk"), Min("starts"), Max("ends")
        )
    }
    return [Holding(one, *found.get(one.pk, ())) for one in held]


def series_seen_by(actor: Actor, key: UUID, *, today: date) -> Series | None:
    """One series that may be read."""
    return series_held(actor, today=today).filter(public_id=key).first()


def own_series(home: Organisation, external_id: str) -> Series | None:
    """A series that a municipality counts itself."""
    return Series.objects.filter(owner=home, external_id=external_id).first()
