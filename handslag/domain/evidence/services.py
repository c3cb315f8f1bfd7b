"""What can be done with a finding: it is recorded, corrected by a new one, answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.files.services import store_picture
from handslag.core.periods import parse, stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.models import Evidence, EvidenceFile, Feedback
from handslag.domain.evidence.queries import places_for
from handslag.domain.evidence.rules import Considered, Finding, Visibility
from handslag.domain.evidence.rules.feedback import Told, check_told
from handslag.domain.evidence.rules.findings import check, check_picture
from handslag.domain.evidence.rules.tables import MOST_AREAS, Reading, of_area
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import party_organisations
from handslag.domain.organisations.services import bump_public


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to attach, and what it shows in words."""

    content: bytes
    alt: str


@transaction.atomic
def record_finding(
    actor: Actor,
    *,
    home: Organisation,
    finding: Finding,
    now: datetime,
    pictures: Sequence[Picture] = (),
    kept: Sequence[EvidenceFile] = (),
    corrects: Evidence | None = None,
) -> Evidence:
    """Record one finding. It is not changed afterwards; a correction is a new one.

    `kept` are pictures of the corrected version that still belong to it.
    """
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({home.pk}))
    check(finding)
    row = _row(home, finding, now)
    _check_place(row, corrects, now)
    if corrects is not None:
        _follow(row, corrects)
    row.save(force_insert=True)
    _attach(actor, row, pictures, kept)
    if corrects is not None:
        _show(corrects, now)
    record(actor, "evidence.recorded", row, on_behalf=home.pk, number=row.number)
    return row


@transaction.atomic
def record_by_area(
    actor: Actor, *, home: Organisation, finding: Finding, counts: Reading, now: datetime
) -> list[Evidence]:
    """Record a table of counts as one finding for each area in it."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({home.pk}))
    if len(counts.areas) > MOST_AREAS:
        raise NotAllowedError("evidence.too_many_areas", most=MOST_AREAS)
    return [
        record_finding(
            actor, home=home, finding=of_area(finding, counts.of(area), area), now=now
        )
        for area in counts.areas
    ]


@transaction.atomic
def record_stated(
    actor: Actor, stated: Sequence[tuple[Organisation, str]], *, now: datetime
) -> list[Evidence]:
    """Record that public pages name these kinds of source, and say no more of them."""
    require_system(actor)
    findings = Evidence.objects.bulk_create(
        Evidence(home=home, source=source, visibility=Visibility.PUBLIC, recorded_at=now)
        for home, source in stated
    )
    if findings:
        record(actor, "evidence.stated_sources", findings[0], findings=len(findings))
    return findings


@transaction.atomic
def tell(
    actor: Actor,
    finding: Evidence,
    told: Told,
    *,
    now: datetime,
    corrects: Feedback | None = None,
) -> Feedback:
    """Write down what those who spoke were told. A slip is put right by a new row."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({finding.home_id}))
    check_told(told, finding.source, today=stockholm_day(now))
    if corrects is not None:
        first = Feedback.objects.select_for_update().get(pk=corrects.pk)
        if first.evidence.chain != finding.chain or hasattr(first, "corrected_by"):
            raise NotAllowedError("evidence.told_again_already")
    row = Feedback.objects.create(
        evidence=finding,
        told_on=told.on,
        channel=told.channel.strip(),
        said=told.said.strip(),
        corrects=corrects,
        recorded_at=now,
    )
    _show(finding, now)
    record(actor, "evidence.told", finding, on_behalf=finding.home_id)
    return row


def _check_place(row: Evidence, corrects: Evidence | None, now: datetime) -> None:
    """A place lies with those whose finding it is, or whom they are tied to. One that
    was right when it was chosen stays so."""
    if row.place_id is None or (corrects and corrects.place_id == row.place_id):
        return
    near = places_for([row.home_id], today=stockholm_day(now))
    if not near.filter(pk=row.place_id).exists():
        raise NotAllowedError("evidence.place_lies_elsewhere")


def _follow(row: Evidence, corrects: Evidence) -> None:
    """The row is the next version of a chain, which has one end."""
    latest = Evidence.objects.select_for_update().get(pk=corrects.pk)
    if latest.home_id != row.home_id:
        raise NotAllowedError("evidence.of_someone_else")
    if Evidence.objects.filter(corrects=latest).exists():
        raise NotAllowedError("evidence.corrected_already")
    row.corrects, row.chain, row.number = latest, latest.chain, latest.number + 1


def _attach(
    actor: Actor, row: Evidence, pictures: Iterable[Picture], kept: Iterable[EvidenceFile]
) -> None:
    files = {one.file_id: one.alt for one in kept}
    for picture in pictures:
        check_picture(picture.alt)
        files[store_picture(actor, picture.content).pk] = picture.alt.strip()
    EvidenceFile.objects.bulk_create(
        EvidenceFile(evidence=row, file_id=file, alt=alt, position=place)
        for place, (file, alt) in enumerate(files.items())
    )


def _show(finding: Evidence, now: datetime) -> None:
    """What the public reads of it has changed, wherever it may be cited."""
    if finding.visibility == Visibility.PUBLIC:
        bump_public(*party_organisations(finding.home, today=stockholm_day(now)))


def _row(home: Organisation, finding: Finding, now: datetime) -> Evidence:
    period = parse(finding.period)
    table = finding.table
    rejected = finding.rejected_why is not None
    return Evidence(
        home=home,
        source=finding.source,
        method=finding.method,
        n=finding.n,
        period_stated=finding.period,
        starts=period.starts,
        ends=period.ends,
        period_rule=period.rule,
        place_stated=finding.place_stated,
        place_id=finding.place,
        statement=finding.statement,
        table=table and {"header": list(table.header), "rows": [*map(list, table.rows)]},
        confidence=finding.confidence or "",
        limits=finding.limits,
        visibility=finding.visibility,
        classification=finding.classification or "",
        is_without_persons=finding.is_without_persons,
        considered=Considered.REJECTED if rejected else Considered.USED,
        rejected_why=finding.rejected_why or "",
        recorded_at=now,
    )
