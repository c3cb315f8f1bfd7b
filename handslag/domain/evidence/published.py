"""What anyone may see of a finding: all of a public one, of others only their kind."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from handslag.core.files import services as files
from handslag.domain.evidence.models import Evidence, EvidenceFile, Feedback
from handslag.domain.evidence.queries import where_said
from handslag.domain.evidence.rules import Considered, Table, Visibility


@dataclass(frozen=True, slots=True)
class PublishedPicture:
    """A picture of a finding, by what it holds, and the same in words."""

    sha256: str
    alt: str


@dataclass(frozen=True, slots=True)
class PublishedFeedback:
    """What those who spoke were told."""

    told_on: date
    channel: str
    said: str


@dataclass(frozen=True, slots=True)
class PublishedFinding:
    """A finding as a footnote. Of one that is not public only the source is said."""

    id: UUID
    source: str  # a code of the vocabulary
    is_public: bool
    home: str = ""
    statement: str = ""
    period: str = ""
    place: str = ""
    named_place: str = ""  # in the register of places, when that says more
    method: str = ""
    n: int | None = None
    confidence: str = ""
    limits: str = ""
    table: Table | None = None
    pictures: tuple[PublishedPicture, ...] = ()
    feedback: tuple[PublishedFeedback, ...] = ()
    number: int = 1
    was_corrected: bool = False
    correction: UUID | None = None  # the version to read instead, when that is public


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A picture of a public finding, to be fetched."""

    media_type: str
    content: bytes


def findings(keys: Collection[UUID]) -> dict[UUID, PublishedFinding]:
    """The findings with these keys, for footnotes. Three queries at most."""
    rows = list(
        Evidence.objects.filter(public_id__in=keys).select_related(
            "home", "place", "corrected_by"
        )
    )
    public = [row for row in rows if _is_public(row)]
    pictures = _pictures(public)
    feedback = _feedback(public)
    return {
        row.public_id: (
            _finding(row, pictures.get(row.pk, ()), feedback.get(row.chain, ()))
            if _is_public(row)
            else PublishedFinding(row.public_id, row.source, is_public=False)
        )
        for row in rows
    }


def finding(key: UUID) -> PublishedFinding | None:
    """One public finding. Of any other there is nothing to be had by its key."""
    found = findings([key]).get(key)
    return found if found is not None and found.is_public else None


def picture(key: UUID, sha256: str) -> PublishedFile | None:
    """A picture of a public finding."""
    found = (
        EvidenceFile.objects.filter(evidence__public_id=key, file__sha256=sha256)
        .select_related("evidence", "file")
        .first()
    )
    if found is None or not _is_public(found.evidence):
        return None
    return PublishedFile(found.file.media_type, files.content(found.file))


def _is_public(row: Evidence) -> bool:
    return row.visibility == Visibility.PUBLIC and row.considered == Considered.USED


def _finding(
    row: Evidence,
    pictures: Iterable[PublishedPicture],
    feedback: Iterable[PublishedFeedback],
) -> PublishedFinding:
    later: Evidence | None = getattr(row, "corrected_by", None)
    return PublishedFinding(
        id=row.public_id,
        source=row.source,
        is_public=True,
        home=row.home.name,
        statement=row.statement,
        period=row.period_stated,
        place=where_said(row),
        named_place=row.place.name if row.place and row.place_stated else "",
        method=row.method,
        n=row.n,
        confidence=row.confidence,
        limits=row.limits,
        table=table_of(row),
        pictures=tuple(pictures),
        feedback=tuple(feedback),
        number=row.number,
        was_corrected=later is not None,
        correction=later.public_id if later is not None and _is_public(later) else None,
    )


def table_of(row: Evidence) -> Table | None:
    """The table of a finding, as it was taken in."""
    if row.table is None:
        return None
    return Table(tuple(row.table["header"]), tuple(map(tuple, row.table["rows"])))


def _pictures(rows: Iterable[Evidence]) -> dict[int, list[PublishedPicture]]:
    found: dict[int, list[PublishedPicture]] = {}
    attached = EvidenceFile.objects.filter(evidence__in=[row.pk for row in rows])
    for one in attached.select_related("file").order_by("position"):
        shown = PublishedPicture(one.file.sha256, one.alt)
        found.setdefault(one.evidence_id, []).append(shown)
    return found


def _feedback(rows: Iterable[Evidence]) -> dict[UUID, list[PublishedFeedback]]:
    """By chain, but only what was told of a version that anyone may see."""
    found: dict[UUID, list[PublishedFeedback]] = {}
    told = Feedback.objects.filter(
        evidence__chain__in={row.chain for row in rows},
        evidence__visibility=Visibility.PUBLIC,
        corrected_by=None,
    )
    for one in told.select_related("evidence").order_by("told_on", "pk"):
        shown = PublishedFeedback(one.told_on, one.channel, one.said)
        found.setdefault(one.evidence.chain, []).append(shown)
    return found
