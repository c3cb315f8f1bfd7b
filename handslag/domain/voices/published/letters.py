"""The letter that somebody holds in their hand, by the link in it."""

from dataclasses import dataclass

from handslag.domain.voices.queries import address_of
from handslag.domain.voices.rules import Meant


@dataclass(frozen=True, slots=True)
class PublishedLetter:
    """What it was about, what it said, and what its reader has answered, if anything."""

    title: str
    said: str
    meant: Meant | None
    page: str  # the address of the occasion, when anyone may read of it
    is_example: bool


def letter_at(municipality: str, token: str) -> PublishedLetter | None:
    """The letter with this link, as long as the address it went to is kept."""
    row = address_of(token)
    if row is None or not row.occasion.home.slugs.filter(slug=municipality).exists():
        return None
    told = row.occasion.told.last()
    return PublishedLetter(
        title=row.occasion.title,
        said=told.said if told else "",
        meant=Meant(row.meant) if row.meant else None,
        page=row.occasion.slug if row.occasion.published_at else "",
        is_example=row.occasion.is_example,
    )
