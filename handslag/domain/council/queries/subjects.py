"""What an item of an agenda can be about: what anyone can read of the municipalities."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F

from handslag.domain.agreements.models import AgreementSlug
from handslag.domain.council.models import Council
from handslag.domain.council.queries.councils import covered
from handslag.domain.picture.models import Publication
from handslag.domain.plans.models import PlanSlug
from handslag.domain.promises.models import BankArea


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing: what it is, what it is called, and where anyone reads it."""

    kind: str
    name: str
    link: str


def subjects(council: Council) -> list[Subject]:
    """Pictures, plans, agreements and promises, each once. Four questions."""
    homes = {council.home_id, *(one.pk for one in covered(council))}
    found: dict[tuple[str, str], Subject] = {}
    for find in (_pictures, _plans, _agreements, _promises):
        for one in find(homes):
            found.setdefault((one.kind, one.name), one)
    return list(found.values())


def _pictures(homes: Iterable[int]) -> Iterator[Subject]:
    rows = Publication.objects.filter(
        ended_at=None,
        version__picture__home__in=homes,
        version__picture__home__slugs__current=True,
    ).select_related("version__picture")
    for row in rows.order_by("-version__frozen_at").annotate(
        at=F("version__picture__home__slugs__slug")
    ):
        link = f"/{vars(row)['at']}/lagesbild/{row.version.number}/"
        yield Subject("picture", str(row.version), link)


def _plans(homes: Iterable[int]) -> Iterator[Subject]:
    rows = PlanSlug.objects.filter(home__in=homes, home__slugs__current=True)
    for at, slug, name in rows.order_by("-pk").values_list(
        "home__slugs__slug", "slug", "plan__name"
    ):
        yield Subject("plan", name, f"/{at}/atgardsplan/{slug}/")


def _agreements(homes: Iterable[int]) -> Iterator[Subject]:
    rows = AgreementSlug.objects.filter(
        current=True,
        municipality__in=homes,
        municipality__slugs__current=True,
        agreement__version__isnull=False,
    )
    for at, slug, name in rows.order_by("-pk").values_list(
        "municipality__slugs__slug", "slug", "agreement__name"
    ):
        yield Subject("agreement", name, f"/{at}/overenskommelse/{slug}/")


def _promises(homes: Iterable[int]) -> Iterator[Subject]:
    rows = BankArea.objects.filter(municipality__in=homes)
    for at, period, name in rows.order_by("-bank_set__starts", "-pk").values_list(
        "slug", "period", "bank_set__name"
    ):
        yield Subject("promises", name, f"/{at}/loften/{period}/")
