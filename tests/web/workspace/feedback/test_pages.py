"""What became of it: for the one who reported, the organisation, the municipality."""

from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import Role
from handslag.core.accounts.models import Person
from handslag.domain.incidents.models import LetterDeclined, Reading
from handslag.domain.incidents.rules import Outcome
from handslag.domain.incidents.services import close
from handslag.domain.organisations.models import Kind
from tests import make
from tests.make import incidents as made
from tests.web.pages import opened

HERE = "/arbete/rapporter/aterkoppling/"
FEBRUARY = datetime(2026, 2, 10, 18, tzinfo=UTC)
SAID = "Mörkt i tunneln."


@pytest.fixture
def housing(municipality):
    made.desk(municipality)
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    made.group(municipality, company, since=FEBRUARY.date())
    return company


@pytest.fixture
def reporter(housing):
    return make.member(housing, Role.REPORTER, name="Nomen Nescio")


def reported(municipality, reporter, housing, category="lighting", now=FEBRUARY, **said):
    return made.incident(
        municipality, category, actor=reporter, by=housing, now=now, text=SAID, **said
    )


def closed(staff, incident, outcome=Outcome.FIXED, words="Lampan är bytt.") -> None:
    close(
        staff,
        incident,
        outcome=outcome,
        words=words,
        revision=incident.revision,
        now=FEBRUARY + timedelta(days=3),
    )


def test_a_reporter_reads_what_became_of_each_thing_and_chooses_letters(
    signed_in, coordinator, municipality, housing, reporter
):
    closed(coordinator, reported(municipality, reporter, housing))
    reported(municipality, reporter, housing, "graffiti")
    earlier = reported(
        municipality, reporter, housing, "litter", FEBRUARY - timedelta(days=30)
    )
    closed(coordinator, earlier, Outcome.WILL_NOT, "Vägen är enskild.")
    other = make.member(housing, Role.REPORTER)
    reported(municipality, other, housing, "broken_glass")
    browser = signed_in(reporter)
    page = opened(browser, HERE)
    assert page.says("Vad blev det av det jag rapporterade i februari 2026?")
    assert page.says("1 av 2 händelser ledde till något och 1 är inte avslutad.")
    assert page.says("Lampan är bytt.")
    assert page.says("Den är inte någons uppgift än.")
    assert page.says("Vägen är enskild.")
    assert not page.says("Krossat glas")
    assert opened(browser, f"{HERE}?manad=2026-01").says("Nedskräpning")
    assert opened(browser, f"{HERE}?manad=nonsens").says("februari 2026?")
    assert browser.post(f"{HERE}brev/", {"wanted": "no"}).status_code == 302
    page = opened(browser, HERE)
    assert page.says("Skicka breven till mig")
    assert LetterDeclined.objects.get().person_id == reporter.person_id
    browser.post(f"{HERE}brev/", {"wanted": "yes"})
    assert not LetterDeclined.objects.exists()


def test_an_organisation_sees_its_reporters_by_role_and_its_reading_is_written_down(
    signed_in, coordinator, municipality, housing, reporter
):
    closed(coordinator, reported(municipality, reporter, housing))
    other = make.member(housing, Role.REPORTER, name="Alius Quidam")
    reported(municipality, other, housing, "graffiti")
    analyst = make.member(housing, Role.ANALYST)
    page = opened(signed_in(analyst), f"{HERE}{housing.public_id}/")
    for words in ("Rapportör 1", "Rapportör 2", "Lampan är bytt.", "3 dagar (n = 1)"):
        assert page.says(words)
    for name in ("Nomen Nescio", "Alius Quidam"):
        assert not page.says(name)
    reading = Reading.objects.get(how="feedback")
    assert (reading.person_id, reading.n, reading.within) == (
        analyst.person_id,
        2,
        municipality,
    )


def test_a_municipality_sees_each_organisation_that_reported_to_it(
    at_work, coordinator, municipality, housing, reporter
):
    closed(coordinator, reported(municipality, reporter, housing))
    made.incident(municipality, now=FEBRUARY)
    page = opened(at_work, f"{HERE}{municipality.public_id}/kommun/")
    assert page.says("1 av 2 händelser ledde till något")
    for words in ("Lundbybostäder", "Invånare"):
        assert page.says(words)
    assert not page.says(SAID)


def test_who_only_sees_reports_begins_with_the_organisation(signed_in, housing):
    analyst = signed_in(make.member(housing, Role.ANALYST))
    answer = analyst.get(HERE)
    assert answer.status_code == 302
    assert answer["Location"] == f"{HERE}{housing.public_id}/"


def test_another_organisations_feedback_is_not_there(signed_in, municipality, housing):
    analyst = signed_in(make.member(housing, Role.ANALYST))
    for path in (f"{HERE}{municipality.public_id}/", f"{HERE}{housing.public_id}/kommun/"):
        assert analyst.get(path).status_code == 404
    assert Person.objects.exists()
