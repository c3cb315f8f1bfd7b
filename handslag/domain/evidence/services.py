"""What can be done with a finding: it is recorded, corrected by a new one, answered."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import parse
from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Considered, Finding, Visibility
from handslag.domain.evidence.rules.findings import check
from handslag.domain.organisations.models import Organisation


@transaction.atomic
def record_finding(
    actor: Actor,
    *,
    home: Organisation,
    finding: Finding,
    now: datetime,
    corrects: Evidence | None = None,
) -> Evidence:
    """Record one finding. It is not changed afterwards; a correction is a new one."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({home.pk}))
    check(finding)
    row = _row(home, finding, now)
    if corrects is not None:
        latest = Evidence.objects.select_for_update().get(pk=corrects.pk)
        if latest.home_id != home.pk or Evidence.objects.filter(corrects=latest).exists():
            raise NotAllowedError("evidence.corrected_already")
        row.corrects, row.chain, row.number = latest, latest.chain, latest.number + 1
    row.save(force_insert=True)
    record(actor, "evidence.recorded", row, on_behalf=home.pk)
    return row


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


def _row(home: Organisation, finding: Finding, now: datetime) -> Evidence:
    period = parse(finding.period)
    table = finding.table
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
        considered=(
            Considered.USED if finding.rejected_why is None else Considered.REJECTED
        ),
        rejected_why=finding.rejected_why or "",
        recorded_at=now,
    )
