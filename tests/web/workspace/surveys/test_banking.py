"""Questions are chosen from the bank, many at once."""

import pytest

from handslag.domain.organisations.rules import PlaceKind
from handslag.domain.surveys.rules import Background, SurveyState
from tests import make
from tests.make import surveys
from tests.make.surveys import SAFE
from tests.web.workspace.surveys.sent import address, asked

pytestmark = pytest.mark.django_db


def test_many_questions_are_taken_at_once_and_none_twice(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, (SAFE,))
    where = address(row, "survey-bank")
    chosen = ["safe_home", "knows_promise", "safe_late"]
    at_work.post(where, {"fraga": chosen})
    keys = [one.key for one in asked(row).questions()]
    assert keys == ["safe", "safe_home", "safe_late", "knows_promise"]
    again = at_work.post(where, {"fraga": ["safe_home"]}).content.decode()
    assert "Välj minst en fråga som inte redan ställs." in again
    assert "ställs redan" in again


def test_the_bank_is_narrowed_by_words(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SAFE,))
    page = at_work.get(address(row, "survey-bank"), {"ord": "belysning"})
    assert "Belysningen räcker" in page.content.decode()
    assert "Bryr sig polisen" not in page.content.decode()
    page = at_work.get(address(row, "survey-bank"), {"ord": "kvantmekanik"})
    assert "Ingen fråga har de orden." in page.content.decode()


def test_what_is_chosen_stays_while_one_searches_on(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SAFE,))
    sent = {"fraga": ["safe_home"], "ord": "belysning", "step": "search"}
    page = at_work.post(address(row, "survey-bank"), sent).content.decode()
    assert 'value="safe_home" checked' in page
    assert "Belysningen räcker" in page
    assert "Bryr sig polisen" not in page
    assert [one.key for one in asked(row).questions()] == ["safe"]


def test_a_survey_begins_from_a_ready_questionnaire_once(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, ())
    page = at_work.get(address(row, "survey")).content.decode()
    assert "Trygg hemma, i området, i kommunen" in page
    at_work.post(address(row, "begin-survey"), {"fran": "square"})
    assert len(list(asked(row).questions())) == 8
    assert asked(row).intro["sv"].startswith("Hur trygg är du där du bor?")
    answer = at_work.post(address(row, "begin-survey"), {"fran": "whole"}, follow=True)
    assert "Enkäten ställer redan frågor." in answer.content.decode()
    assert len(list(asked(row).questions())) == 8
    at_work.post(address(row, "open-survey"))
    row.refresh_from_db()
    assert row.state == SurveyState.OPEN


def test_where_one_lives_comes_with_the_areas_of_the_municipality(
    at_work, coordinator, municipality, police
):
    for name in ("Östby", "Norrby"):
        make.place(municipality, name, PlaceKind.LOCALITY)
    make.place(municipality, "Parken", PlaceKind.PARK)
    make.place(police, "Långt bort", PlaceKind.LOCALITY)
    row = surveys.survey(coordinator, municipality, ())
    at_work.post(address(row, "begin-survey"), {"fran": "home_area_municipality"})
    area = asked(row).background(Background.AREA)
    assert area
    assert [(one.key, one.words["sv"]) for one in area.options] == [
        ("norrby", "Norrby"),
        ("ostby", "Östby"),
        ("elsewhere", "Någon annanstans"),
    ]
    # A sample is drawn by areas of its own: then those are what one answers.
    other = surveys.survey(coordinator, municipality, (SAFE,), title="En till")
    surveys.stratum(other, 1, 1)
    at_work.post(address(other, "survey-bank"), {"fraga": ["area"]})
    area = asked(other).background(Background.AREA)
    assert area
    assert [one.key for one in area.options] == ["s1", "elsewhere"]
