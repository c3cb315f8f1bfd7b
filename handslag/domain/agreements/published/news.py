"""What is new about agreements, and which of their pages search engines may keep."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from handslag.domain.agreements.models import AgreementFollowUp, AgreementSlug
from handslag.domain.agreements.published.wording import read, read_follow_up
from handslag.domain.agreements.rules.words import Origin
from handslag.domain.organisations.published import Found


@dataclass(frozen=True, slots=True)
class AgreementNews:
    """An agreement that was settled or ended, or a follow-up of one."""

    id: UUID
    kind: str  # settled, ended or follow_up
    name: str
    at: datetime
    period: str
    text: str
    by: str
    is_example: bool


def news(municipality: str) -> list[AgreementNews]:
    """What has happened to the agreements here, the latest first. Two questions."""
    slugs = AgreementSlug.objects.filter(
        municipality__slugs__slug=municipality,
        current=True,
        agreement__version__isnull=False,
    ).select_related("agreement__ending", "agreement__version", "agreement__home")
    at = {slug.agreement_id: slug for slug in slugs}
    found = [one for slug in at.values() for one in _of_an_agreement(slug)]
    told = AgreementFollowUp.objects.filter(agreement__in=at, version__isnull=False)
    for row in told.select_related("version"):
        slug = at[row.agreement_id]
        if row.version is not None and row.published_at is not None:
            said = read_follow_up(row.version.content)
            found.append(
                _news(
                    slug,
                    "follow_up",
                    row.version.public_id,
                    row.published_at,
                    text=said.summary,
                    by=said.functions,
                )
            )
    return sorted(found, key=lambda one: one.at, reverse=True)


def address_of(agreement: str, municipality: str) -> str:
    """Where the agreement is read in the municipality; nothing while it is not public."""
    found = AgreementSlug.objects.filter(
        agreement__public_id=agreement,
        agreement__version__isnull=False,
        municipality__slugs__slug=municipality,
        current=True,
    )
    return found.values_list("slug", flat=True).first() or ""


def agreements_found(keys: Collection[UUID]) -> dict[UUID, Found]:
    """Where each of these is read: in the municipality that keeps it."""
    rows = AgreementSlug.objects.filter(
        current=True,
        agreement__public_id__in=keys,
        agreement__version__isnull=False,
        municipality__slugs__current=True,
    )
    found = {}
    # The first address of each stays: that of its home.
    for key, slug, place, period in rows.order_by("-pk").values_list(
        "agreement__public_id",
        "municipality__slugs__slug",
        "municipality__short_name",
        "slug",
    ):
        found[key] = Found(slug, place, f"overenskommelse/{period}/")
    return found


def indexable() -> list[str]:
    """The addresses, without the first slash, that search engines may keep."""
    rows = AgreementSlug.objects.filter(
        current=True,
        municipality__slugs__current=True,
        agreement__version__isnull=False,
        agreement__origin=Origin.DECIDED,
        agreement__is_example=False,
    )
    return [
        f"{municipality}/overenskommelse/{period}/"
        for municipality, period in rows.order_by(
            "municipality__slugs__slug", "slug"
        ).values_list("municipality__slugs__slug", "slug")
    ]


def _of_an_agreement(slug: AgreementSlug) -> list[AgreementNews]:
    row, found = slug.agreement, []
    if row.version is not None and row.published_at is not None:
        found.append(_news(slug, "settled", row.version.public_id, row.published_at))
    if hasattr(row, "ending"):
        ending = row.ending
        found.append(
            _news(slug, "ended", row.public_id, ending.made_at, text=ending.reason)
        )
    return found


def _news(
    slug: AgreementSlug, kind: str, key: UUID, at: datetime, *, text: str = "", by: str = ""
) -> AgreementNews:
    version = slug.agreement.version
    assert version is not None  # noqa: S101 - asked for
    wording = read(version.content)
    return AgreementNews(
        key, kind, wording.name, at, slug.slug, text, by, wording.is_example
    )
