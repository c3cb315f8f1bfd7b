"""The files that belong to a published set: the signed original, for anyone to fetch."""

from dataclasses import dataclass

from handslag.core.files import services as files
from handslag.core.files.models import StoredFile
from handslag.core.files.rules import SUFFIXES
from handslag.domain.promises.models import SetSlug
from handslag.domain.promises.published.versions import may_be_indexed
from handslag.domain.promises.published.wording import read


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as it was approved together with the words."""

    title: str
    media_type: str
    suffix: str
    content: bytes
    may_be_indexed: bool


def published_file(municipality: str, period: str, sha256: str) -> PublishedFile | None:
    """The file with this content, if the version that the public reads names it."""
    slug = (
        SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            slug=period,
            set__version__isnull=False,
        )
        .select_related("set__version")
        .first()
    )
    if slug is None or slug.set.version is None:
        return None
    wording = read(slug.set.version.content)
    named = next((one for one in wording.attachments if one.sha256 == sha256), None)
    stored = StoredFile.objects.filter(sha256=sha256).first()
    if named is None or stored is None:
        return None
    return PublishedFile(
        title=named.title,
        media_type=stored.media_type,
        suffix=SUFFIXES[stored.media_type],
        content=files.content(stored),
        may_be_indexed=may_be_indexed(slug.set),
    )
