"""What can be done with a finding: it is recorded, or corrected by a new one."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import parse
from handslag.domain.evidence import rules
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import Organisation, Place


@transaction.atomic
def record_finding(
    actor: Actor,
    *,
    home: Organisation,
    source: str,
    statement: str,
    now: datetime,
    period: str = "",
    place_stated: str = "",
    place: Place | None = None,
    visibility: Visibility = Visibility.OWN,
    corrects: Evidence | None = None,
) -> Evidence:
    """Record one finding. It is not changed afterwards; a correction is a new one."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({home.pk}))
    rules.check(rules.Finding(source, statement, visibility))
    read = parse(period)
    finding = Evidence.objects.create(
        home=home,
        source=source,
        statement=statement,
        period_stated=period,
        starts=read.starts,
        ends=read.ends,
        period_rule=read.rule,
        place_stated=place_stated,
        place=place,
        visibility=visibility,
        corrects=corrects,
        recorded_at=now,
    )
    record(actor, "evidence.recorded", finding, on_behalf=home.pk)
    return finding


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
