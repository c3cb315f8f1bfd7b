"""All surveys of those who listen, and a new one."""

import pytest

from tests.make import surveys
from tests.make.surveys import SAFE, SEX, WHY
from tests.web.workspace.surveys.sent import address

pytestmark = pytest.mark.django_db
FEW = (SEX, SAFE, WHY)
LIST = "/arbete/enkater/"
PLAN = {
    "title": "Trygghet i Lundby",
    "opens_on": "2026-03-05",
    "closes_on": "2026-03-31",
    "selection": "open",
}


def test_a_survey_is_planned_and_waits_for_its_questions(at_work):
    page = at_work.post(f"{LIST}ny/", PLAN, follow=True).content.decode()
    assert "Den frågar inget än. En sak saknas innan den kan öppnas." in page
    assert "Det finns inga frågor än." in page
    listed = at_work.get(LIST).content.decode()
    assert "En skrivs." in listed
    assert "Trygghet i Lundby" in listed


def test_a_last_day_before_the_first_is_said_beside_its_field(at_work):
    sent = {**PLAN, "closes_on": "2026-03-01"}
    answer = at_work.post(f"{LIST}ny/", sent)
    assert answer.status_code == 422
    assert "Sista dagen får inte komma före den första." in answer.content.decode()
    assert 'value="Trygghet i Lundby"' in answer.content.decode()


def test_who_listens_nowhere_comes_to_no_survey(reading, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    assert reading.get(LIST).status_code == 403
    assert reading.get(address(row, "survey")).status_code == 404


def test_another_municipality_sees_none_of_it(away, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    assert "Trygghet i Lundby" not in away.get(LIST).content.decode()
    assert away.get(address(row, "survey-question", "safe")).status_code == 404


def test_the_pages_ask_the_same_however_much_there_is(
    at_work, coordinator, municipality, django_assert_max_num_queries
):
    for nr in range(12):
        row = surveys.survey(coordinator, municipality, surveys.ALL, title=f"Enkät {nr}")
    with django_assert_max_num_queries(8):
        assert "Enkät 11" in at_work.get(LIST).content.decode()
    with django_assert_max_num_queries(8):
        at_work.get(address(row, "survey"))
