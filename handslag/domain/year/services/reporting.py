"""The report to the assembly: its first words, and that it was given."""

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.services import freeze
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.year import queries
from handslag.domain.year.models import AssemblyReport, ReportIntroduction
from handslag.domain.year.queries import Home
from handslag.domain.year.rules.report import as_content

SUBJECT = "assembly_report"


@transaction.atomic
def save_introduction(
    actor: Actor, home: Home, year: int, *, text: str, revision: int
) -> ReportIntroduction:
    """The municipality's own words at the top of the report."""
    place = home.organisation
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({place.pk}))
    known = ReportIntroduction.objects.select_for_update().filter(home=place, year=year)
    row = known.first() or ReportIntroduction(home=place, year=year, revision=0)
    same_revision(revision, row.revision)
    row.text = text
    row.revision += 1
    row.save()
    record(actor, "year.introduction_saved", row, year=year)
    return row


@transaction.atomic
def give_report(
    actor: Actor, home: Home, year: int, *, reported_on: date, what: str, now: datetime
) -> AssemblyReport:
    """Write down that the assembly got it, and keep it exactly as it stands now."""
    place = home.organisation
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({place.pk}))
    today = stockholm_day(now)
    if reported_on > today:
        raise NotAllowedError("year.report_in_the_future")
    key = uuid4()
    version = freeze(
        actor,
        subject_kind=SUBJECT,
        subject_id=key,
        content=as_content(queries.report_of(home, year, today=today)),
    )
    given = AssemblyReport.objects.create(
        public_id=key,
        home=place,
        year=year,
        reported_on=reported_on,
        what=what,
        version=version,
        recorded_at=now,
    )
    record(actor, "year.report_given", given, year=year, reported_on=reported_on)
    return given
