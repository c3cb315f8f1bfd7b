"""A report is received once, whole, counted and given to the one whose task it is."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.core.access import ANYONE, ForbiddenError, Role
from handslag.domain.incidents.models import Count, Incident, Report, Route, Tally
from handslag.domain.incidents.queries import report_by_code
from handslag.domain.incidents.rules import Channel, Known, Occurrence, Where
from handslag.domain.incidents.services import receive
from tests import make
from tests.make import incidents as made
from tests.refusing import code_of
from tests.together import at_once

STATEMENTS = 12  # besides BEGIN and COMMIT


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


def send(municipality, draft):
    return receive(ANYONE, municipality, draft, channel=Channel.RESIDENT, now=made.NOW)


def test_sent_twice_it_is_received_once_with_the_same_receipt(lundby):
    draft = made.report_draft()
    first, second = send(lundby, draft), send(lundby, draft)
    assert (first.is_new, second.is_new) == (True, False)
    assert first.code == second.code
    assert Report.objects.count() == Incident.objects.count() == 1
    assert report_by_code(first.code.lower().replace("-", " ")) == first.report
    assert report_by_code("0000-0000-0000") is None


@pytest.mark.django_db(transaction=True)
def test_sent_twice_at_the_same_moment_it_is_received_once():
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    draft = made.report_draft()
    got = at_once(*[lambda: send(municipality, draft).is_new] * 4)
    assert sorted(map(str, got)) == ["False", "False", "False", "True"]
    assert Tally.objects.get().n == 1


def test_a_key_of_someone_elses_report_shows_nothing_of_it(lundby):
    reporter = make.member(lundby, Role.REPORTER)
    sent = made.report(lundby, actor=reporter, by=lundby)
    assert code_of(lambda: send(lundby, made.report_draft(key=sent.key))) == (
        "incidents.key_is_taken"
    )


def test_it_is_counted_in_every_cell_and_span_that_holds_it(lundby):
    twice = made.report(lundby, made.incident_draft(), made.incident_draft("broken_glass"))
    assert twice.incidents.count() == 2
    rows = Count.objects.values_list("size", "grain", "n")
    assert sorted(rows) == [
        (500, "a", 2),
        (500, "d", 2),
        (500, "m", 2),
        (1000, "a", 2),
        (1000, "m", 2),
    ]
    assert Tally.objects.get().n == 2


def test_the_one_whose_task_it_is_gets_it_with_a_day(lundby):
    company = make.organisation("Lundbybostäder")
    graffiti = lundby.categories.get(code="graffiti")
    Route.objects.create(within=lundby, category=graffiti, owner=company, days=3)
    one = made.incident(lundby)
    assert (one.owner, one.phase) == (company, "assigned")
    assert one.due == made.NOW.date() + timedelta(days=3)


def test_what_it_must_say_is_said_in_a_sentence(lundby):
    refused = {
        "incidents.nothing_reported": replace(made.report_draft(), incidents=()),
        "incidents.where_is_missing": made.report_draft(made.incident_draft(where=Where())),
        "incidents.unknown_place": made.report_draft(
            made.incident_draft(where=Where(place=uuid4()))
        ),
        "incidents.not_in_sweden": made.report_draft(
            made.incident_draft(where=Where(lon=2.35, lat=48.85))
        ),
        "incidents.unknown_category": made.report_draft(made.incident_draft("noise")),
        "incidents.has_not_happened_yet": made.report_draft(
            made.incident_draft(
                when=Occurrence(Known.EXACT, starts=made.NOW + timedelta(days=3))
            )
        ),
    }
    for code, draft in refused.items():
        assert code_of(partial(send, lundby, draft)) == code
    assert not Report.objects.exists()


def test_where_nobody_receives_nothing_is_received(db):
    closed = make.municipality("Stängda kommun")
    assert (
        code_of(lambda: send(closed, made.report_draft())) == "incidents.does_not_receive"
    )
    made.desk(closed, residents=False)
    assert code_of(lambda: send(closed, made.report_draft())) == (
        "incidents.closed_to_residents"
    )


def test_a_reporter_reports_where_the_organisation_belongs(lundby):
    company = make.organisation("Lundbybostäder")
    stranger = make.member(company, Role.REPORTER)
    assert code_of(lambda: made.report(lundby, actor=stranger, by=company)) == (
        "incidents.reports_elsewhere"
    )
    made.group(lundby, company)
    assert made.report(lundby, actor=stranger, by=company).by == company
    with pytest.raises(ForbiddenError):
        made.report(lundby, actor=stranger, by=lundby)


def test_storing_one_takes_few_statements(lundby):
    draft = made.report_draft(email="boende@example.org")
    with CaptureQueriesContext(connection) as asked:
        send(lundby, draft)
    kept = [q["sql"] for q in asked if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(kept) <= STATEMENTS, "\n".join(kept)
