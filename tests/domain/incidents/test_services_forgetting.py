"""What was reported goes in time, and the log says how many went, never what."""

from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage

from handslag.config import schedule
from handslag.core.access import ForbiddenError, Role, system
from handslag.core.audit.models import Entry
from handslag.core.files.models import StoredFile
from handslag.core.files.rules import path as file_path
from handslag.domain.incidents.models import (
    Contact,
    Count,
    Held,
    Incident,
    Photo,
    Reading,
    Report,
    Step,
    Tally,
)
from handslag.domain.incidents.queries.forgetting import to_forget
from handslag.domain.incidents.rules import Deed, Outcome, Phase, TextState
from handslag.domain.incidents.services import forgetting
from handslag.domain.incidents.services.counting import retally
from handslag.domain.incidents.services.photos import show_photo
from tests import make
from tests.make import incidents as made
from tests.make.photos import marked_photo

TIMER = system("timer")
DAY = timedelta(days=1)
MONTH = timedelta(days=31)
TWO_YEARS = timedelta(days=2 * 366)


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


def closed(report, on: date) -> None:
    report.incidents.update(
        phase=Phase.CLOSED.value, outcome=Outcome.FIXED.value, closed_on=on
    )


def stepped(report, at) -> None:
    Step.objects.create(incident=report.incidents.get(), deed=Deed.BEGUN, at=at)


def forgotten(action) -> list[object]:
    rows = Entry.objects.filter(action=f"incidents.{action}_forgotten")
    return [one.details["n"] for one in rows]


def test_the_address_of_a_resident_goes_a_month_after_all_is_closed(lundby):
    done = made.report(lundby, email="a@example.org")
    two = (made.incident_draft(), made.incident_draft("litter"))
    half = made.report(lundby, *two, email="b@example.org")
    closed(done, made.NOW.date())
    half.incidents.filter(category__code="litter").update(
        phase=Phase.CLOSED.value, outcome=Outcome.FIXED.value, closed_on=made.NOW.date()
    )
    assert forgetting.forget_contacts(TIMER, now=made.NOW + 20 * DAY) == 0
    assert forgetting.forget_contacts(TIMER, now=made.NOW + MONTH) == 1
    assert Contact.objects.get().report == half
    assert forgotten("contacts") == [1]


def test_who_reported_in_service_is_emptied_and_the_organisation_stays(lundby):
    reporter = make.member(lundby, Role.REPORTER)
    report = made.report(lundby, actor=reporter, by=lundby)
    closed(report, made.NOW.date())
    assert forgetting.forget_persons(TIMER, now=made.NOW + MONTH) == 0
    assert forgetting.forget_persons(TIMER, now=made.NOW + 4 * MONTH) == 1
    report.refresh_from_db()
    assert (report.person, report.by) == (None, lundby)


def test_words_that_nobody_decided_on_go_after_a_fortnight(lundby):
    incident = made.incident(lundby, text="Det var Kalle som ritade.")
    assert forgetting.forget_held(TIMER, now=made.NOW + 14 * DAY) == 0
    assert forgetting.forget_held(TIMER, now=made.NOW + 15 * DAY) == 1
    incident.refresh_from_db()
    assert (incident.text, incident.text_state) == ("", TextState.REDACTED)
    assert not Held.objects.exists()


def test_a_picture_that_nobody_looked_at_goes(lundby):
    until = made.NOW.date()
    waits = {"incident": made.incident(lundby), "until": until, "taken_in_at": made.NOW}
    Photo.objects.create(waiting=b"bild", **waits)
    assert forgetting.forget_photos(TIMER, now=made.NOW) == 0
    assert forgetting.forget_photos(TIMER, now=made.NOW + DAY) == 1


def test_reports_go_after_two_years_and_the_counters_stay(lundby):
    old, unfinished = made.report(lundby), made.report(lundby)
    stepped(unfinished, made.NOW + 90 * DAY)
    young = made.report(lundby, now=made.NOW + 300 * DAY)
    closed(old, made.NOW.date())
    closed(young, made.NOW.date())
    counts = sorted(Count.objects.values_list("size", "grain", "start", "n"))
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS - 9 * DAY) == 0
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS) == 1
    assert set(Report.objects.all()) == {unfinished, young}
    assert sorted(Count.objects.values_list("size", "grain", "start", "n")) == counts
    assert forgotten("reports") == [1]


def test_what_stands_in_each_phase_is_what_is_there_after_reports_have_gone(lundby):
    old = made.report(lundby)
    assert Tally.objects.get().n == 1
    incident = old.incidents.get()
    before = incident.phase
    closed(old, made.NOW.date())
    incident.refresh_from_db()
    retally(incident, before=before)
    forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS)
    assert sum(Tally.objects.values_list("n", flat=True)) == 0


def test_a_young_report_put_together_with_an_old_one_keeps_it(lundby):
    old = made.incident(lundby)
    young = made.incident(lundby, now=made.NOW + 300 * DAY)
    Incident.objects.filter(pk=young.pk).update(merged_into=old)
    closed(old.report, made.NOW.date())
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS) == 0
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS + 310 * DAY) > 0


def test_what_nobody_closes_goes_two_years_after_anybody_did_something_with_it(lundby):
    never, once = made.report(lundby), made.report(lundby)
    stepped(once, made.NOW + 90 * DAY)
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS) == 1
    assert list(Report.objects.all()) == [once]
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS + 60 * DAY) == 0
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS + 95 * DAY) == 1
    assert never.pk != once.pk


def test_what_was_put_together_with_something_that_is_dealt_with_waits(lundby):
    old, young = made.incident(lundby), made.incident(lundby, now=made.NOW + 300 * DAY)
    Incident.objects.filter(pk=old.pk).update(merged_into=young)
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS) == 0
    assert forgetting.forget_reports(TIMER, now=made.NOW + TWO_YEARS + 310 * DAY) > 0


def test_the_file_of_a_photo_goes_with_the_last_report_that_shows_it(
    lundby, django_capture_on_commit_callbacks
):
    """The same picture twice is one file: it stays until nothing points at it."""
    reporter = make.member(lundby, Role.REPORTER)
    moderator = make.member(lundby, Role.COORDINATOR)
    reports = []
    for later in (0, 60):
        when = made.NOW + later * DAY
        report = made.report(lundby, actor=reporter, by=lundby, now=when)
        photo = marked_photo(reporter, report, now=when)
        show_photo(moderator, photo, boxes=[], alt="En lampa.", now=when)
        closed(report, when.date())
        reports.append(report)
    stored = StoredFile.objects.get()
    path = file_path(stored.sha256)
    for later, is_left in ((0, True), (60, False)):
        with django_capture_on_commit_callbacks(execute=True):
            when = made.NOW + TWO_YEARS + later * DAY
            assert forgetting.forget_reports(TIMER, now=when) == 1
        assert StoredFile.objects.exists() is is_left
        assert default_storage.exists(path) is is_left


def test_who_asks_before_is_told_what_then_goes(lundby):
    reporter = make.member(lundby, Role.REPORTER)
    done = made.report(lundby, email="a@example.org", actor=reporter, by=lundby)
    made.report(lundby)
    made.incident(lundby, text="Det var Kalle som ritade.")
    closed(done, made.NOW.date())
    Reading.objects.create(at=made.NOW, how="list", within=lundby, n=3)
    other = make.municipality("Sjövik kommun")
    made.desk(other)
    made.report(other)
    when = made.NOW + TWO_YEARS
    asked = to_forget(lundby.pk, when.date())
    assert asked == {
        "closed": 1,
        "unfinished": 2,
        **dict.fromkeys(("contacts", "persons", "held", "readings"), 1),
        "photos": 0,
    }
    for forget in schedule.FORGETTING:
        forget(TIMER, now=when)
    forgetting.forget_reports(TIMER, now=when)
    for kind in ("contacts", "persons", "held_words", "readings"):
        assert forgotten(kind) == [1], kind
    assert set(forgotten("reports")) == {1, 3}
    assert set(to_forget(lundby.pk, when.date()).values()) == {0}


def test_all_that_is_too_old_goes_in_one_hour_however_much(lundby, monkeypatch):
    monkeypatch.setattr(forgetting, "AT_ONCE", 2)
    for _ in range(5):
        closed(made.report(lundby), made.NOW.date())
    assert schedule.forget_reports(made.NOW + TWO_YEARS) >= 5
    assert not Report.objects.exists()


def test_who_read_what_goes_after_two_years(lundby):
    Reading.objects.create(at=made.NOW, how="list", within=lundby, n=3)
    assert forgetting.forget_readings(TIMER, now=made.NOW + 300 * DAY) == 0
    assert forgetting.forget_readings(TIMER, now=made.NOW + TWO_YEARS) == 1
    assert forgotten("readings") == [1]


def test_only_the_installation_itself_forgets(lundby):
    with pytest.raises(ForbiddenError):
        forgetting.forget_reports(make.member(lundby, Role.COORDINATOR), now=made.NOW)
