"""The files that belong to a public agreement: the signed original, for anyone to fetch."""

from dataclasses import dataclass

from handslag.core.files import services as files
from handslag.core.files.models import StoredFile
from handslag.core.files.rules import SUFFIXES
from handslag.domain.agreements.models import AgreementSlug
from handslag.domain.agreements.published.wording import read


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file, as it was approved with the words or added when they were signed."""

    media_type: str
    suffix: str
    content: bytes


def published_file(municipality: str, period: str, sha256: str) -> PublishedFile | None:
    """The file with this content, if the public page of the agreement names it."""
    slug = (
        AgreementSlug.objects.filter(
            municipality__slugs__slug=municipality,
            slug=period,
            agreement__version__isnull=False,
        )
        .select_related("agreement__version")
        .first()
    )
    stored = StoredFile.objects.filter(sha256=sha256).first()
    if slug is None or slug.agreement.version is None or stored is None:
        return None
    named = {one.sha256 for one in read(slug.agreement.version.content).attachments}
    added = slug.agreement.attachments.filter(file=stored)
    if sha256 not in named and not added.exists():
        return None
    return PublishedFile(
        media_type=stored.media_type,
        suffix=SUFFIXES[stored.media_type],
        content=files.content(stored),
    )
