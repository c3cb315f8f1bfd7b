"""Letters to those who reported, and to those who have got tasks: how many, never what."""

from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.accounts.models import Person
from handslag.core.audit.models import Entry
from handslag.core.mail.models import Message
from handslag.domain.incidents.models import Desk, MonthTold, Route
from handslag.domain.incidents.notices import FEEDBACK, TASK
from handslag.domain.incidents.rules import Outcome
from handslag.domain.incidents.services import (
    assign,
    choose_letters,
    close,
    tell_month,
    tell_owners,
)
from handslag.domain.organisations.models import Kind
from tests import make
from tests.make import incidents as made

TIMER = system("timer")
OCTOBER = datetime(2026, 10, 12, 18, tzinfo=UTC)
MORNING = datetime(2026, 11, 3, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECRET = ("Klottret bakom Kvarnen", "graffiti", "Klotter")


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def reporter(lundby):
    return make.member(lundby, Role.REPORTER)


def reported(lundby, reporter, now=OCTOBER):
    return made.incident(lundby, text=SECRET[0], actor=reporter, by=lundby, now=now)


def closed(lundby, incident, now=OCTOBER + 48 * HOUR) -> None:
    staff = make.member(lundby, Role.COORDINATOR)
    close(
        staff,
        incident,
        outcome=Outcome.FIXED,
        words="Målat över.",
        revision=incident.revision,
        now=now,
    )


def letters(about=FEEDBACK) -> list[Message]:
    return list(Message.objects.filter(about=about).order_by("pk"))


def test_the_letter_says_how_many_and_what_became_of_them_and_never_what(lundby, reporter):
    closed(lundby, reported(lundby, reporter))
    reported(lundby, reporter)
    before = reported(lundby, reporter, now=OCTOBER - timedelta(days=30))
    closed(lundby, before)
    assert tell_month(TIMER, now=MORNING) == 1
    (letter,) = letters()
    assert letter.to == Person.objects.get(pk=reporter.person_id or 0).email
    assert "oktober 2026" in letter.subject
    assert "2 händelser för Lundby kommun" in letter.body
    assert "– Åtgärdat: 1\n– Inte avslutat än: 1" in letter.body
    assert "inom 2 dagar" in letter.body
    assert "med en händelse som du hade rapporterat tidigare" in letter.body
    assert "/arbete/rapporter/aterkoppling/?manad=2026-10" in letter.body
    for word in (*SECRET, "Målat"):
        assert word not in letter.body + letter.subject
    entry = Entry.objects.get(action="incidents.month_told")
    assert entry.details == {"month": "2026-10-01", "letters": 1}


def test_each_month_is_told_once_in_the_morning_of_its_first_week(lundby, reporter):
    reported(lundby, reporter)
    for too_soon in (OCTOBER, MORNING - 3 * HOUR, MORNING + timedelta(days=6)):
        assert tell_month(TIMER, now=too_soon) == 0
    assert tell_month(TIMER, now=MORNING) == 1
    assert tell_month(TIMER, now=MORNING + HOUR) == 0
    assert MonthTold.objects.count() == 1


def test_who_has_ended_the_letters_or_left_gets_none(lundby, reporter):
    reported(lundby, reporter)
    person = Person.objects.get(pk=reporter.person_id or 0)
    choose_letters(reporter, person, wanted=False, now=OCTOBER)
    choose_letters(reporter, person, wanted=False, now=OCTOBER)
    gone = make.member(lundby, Role.REPORTER)
    reported(lundby, gone)
    Person.objects.filter(pk=gone.person_id or 0).update(is_active=False)
    assert tell_month(TIMER, now=MORNING) == 0
    MonthTold.objects.all().delete()
    choose_letters(reporter, person, wanted=True, now=OCTOBER)
    assert tell_month(TIMER, now=MORNING) == 1
    with pytest.raises(ForbiddenError):
        choose_letters(gone, person, wanted=False, now=OCTOBER)


def test_letters_about_made_up_reports_say_so(lundby, reporter):
    Desk.objects.update(is_example=True)
    reported(lundby, reporter)
    tell_month(TIMER, now=MORNING)
    assert "Påhittat för demonstrationen" in letters()[0].body


@pytest.fixture
def housing(lundby):
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    company.contact_email = "felanmalan@lundby.example"
    company.save()
    Route.objects.create(within=lundby, owner=company, days=7)
    made.group(lundby, company)
    return company


def test_tasks_that_came_by_a_rule_are_told_of_together_and_once(lundby, housing):
    now = OCTOBER + HOUR
    for _ in range(3):
        made.incident(lundby, text=SECRET[0], now=OCTOBER)
    assert tell_owners(TIMER, now=now) == 1
    (letter,) = letters(TASK)
    assert letter.to == "felanmalan@lundby.example"
    assert "Lundby kommun: 3 händelser" in letter.body
    assert "19 oktober 2026" in letter.body
    for word in SECRET:
        assert word not in letter.body + letter.subject
    assert tell_owners(TIMER, now=now + HOUR) == 0
    made.incident(lundby, now=now + HOUR)
    assert tell_owners(TIMER, now=now + 2 * HOUR) == 1
    assert "Lundby kommun: en händelse" in letters(TASK)[1].body


def test_what_is_given_by_hand_or_is_the_municipalitys_own_is_not_told_of_again(
    lundby, housing
):
    by_hand = made.incident(lundby, now=OCTOBER)
    staff = make.member(lundby, Role.COORDINATOR)
    assign(staff, by_hand, owner=lundby, due=None, revision=by_hand.revision, now=OCTOBER)
    by_hand.refresh_from_db()
    assign(staff, by_hand, owner=housing, due=None, revision=by_hand.revision, now=OCTOBER)
    Route.objects.update(owner=lundby)
    made.incident(lundby, now=OCTOBER)
    told = len(letters(TASK))
    assert tell_owners(TIMER, now=OCTOBER + HOUR) == 0
    assert len(letters(TASK)) == told


def test_without_an_address_those_who_deal_with_reports_there_are_told(lundby, housing):
    housing.contact_email = ""
    housing.save()
    dealing = make.member(housing, Role.COORDINATOR)
    made.incident(lundby, now=OCTOBER)
    assert tell_owners(TIMER, now=OCTOBER + HOUR) == 1
    assert letters(TASK)[0].to == Person.objects.get(pk=dealing.person_id or 0).email
