"""The report to the assembly, and that it is kept exactly as it was given."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from handslag.core.access import ForbiddenError
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.year.models import AssemblyReport
from handslag.domain.year.queries import introduction_of, report_of
from handslag.domain.year.rules.report import About, read
from handslag.domain.year.services import give_report, save_introduction
from tests.make import year as made


@pytest.fixture
def home(coordinator, today):
    return made.home_of(coordinator, today=today)


def test_it_says_what_was_decided_and_how_it_went(published, home, today):
    report = report_of(home, 2026, today=today)
    assert [(one.about, one.text) for one in report.decided] == [
        (About.PROMISES, "Medborgarlöfte 2026")
    ]
    (promise,) = report.measured
    assert (promise.text, promise.code) == ("Minst fyra trygghetsvandringar", "ongoing")
    assert promise.figures[0].low == 4
    assert [one.code for one in report.coming] == ["promises.renewal"]


def test_another_year_says_nothing_of_it(published, home, today):
    report = report_of(home, 2025, today=today)
    assert report.decided == report.measured == ()


def test_what_was_given_reads_the_same_for_ever(published, coordinator, home, today, now):
    before = report_of(home, 2026, today=today)
    given = give_report(coordinator, home, 2026, reported_on=today, what="§ 41", now=now)
    save_introduction(coordinator, home, 2026, text="Nytt.", revision=0)
    assert read(given.version.content) == before
    assert report_of(home, 2026, today=today) != before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE year_assemblyreport SET reported_on = '2020-01-01'",
        "DELETE FROM year_assemblyreport",
        "UPDATE approvals_version SET content = '{}'",
    ],
)
def test_no_route_changes_a_report_that_was_given(coordinator, home, today, now, statement):
    given = give_report(coordinator, home, 2026, reported_on=today, what="", now=now)
    given.what = "annat"
    with pytest.raises(DatabaseError), transaction.atomic():
        given.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        AssemblyReport.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_report_is_given_before_it_is_written_down(coordinator, home, today, now):
    with pytest.raises(NotAllowedError) as refused:
        give_report(
            coordinator,
            home,
            2026,
            reported_on=today + timedelta(days=1),
            what="",
            now=now,
        )
    assert refused.value.code == "year.report_in_the_future"


def test_the_introduction_is_kept_and_locked(coordinator, home):
    save_introduction(coordinator, home, 2026, text="Ett bra år.", revision=0)
    with pytest.raises(ChangedMeanwhileError):
        save_introduction(coordinator, home, 2026, text="Ett annat.", revision=0)
    assert introduction_of(home, 2026).text == "Ett bra år."
    assert introduction_of(home, 2025).text == ""


def test_only_those_who_follow_up_report(reader, liaison_officer, home, now):
    for actor in (reader, liaison_officer):
        with pytest.raises(ForbiddenError):
            give_report(actor, home, 2026, reported_on=date(2026, 3, 1), what="", now=now)
        with pytest.raises(ForbiddenError):
            save_introduction(actor, home, 2026, text="x", revision=0)
