"""A survey is opened, prolonged and closed."""

import pytest

from handslag.domain.surveys.rules import SurveyState
from tests.make import surveys
from tests.make.surveys import FEARS, SAFE, SEX, WHY
from tests.web.workspace.surveys.sent import address

pytestmark = pytest.mark.django_db
FEW = (SEX, SAFE, WHY)


def test_a_survey_is_opened_and_then_nothing_is_changed(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    opening = address(row, "open-survey")
    assert "Öppna enkäten?" in at_work.get(opening).content.decode()
    at_work.post(opening)
    row.refresh_from_db()
    assert row.state == SurveyState.OPEN
    answer = at_work.post(address(row, "survey-question", "safe"), {}, follow=True)
    assert "Enkäten är öppen för svar, så frågorna" in answer.content.decode()
    later = at_work.post(address(row, "prolong-survey"), {"closes_on": "2026-03-01"})
    assert later.status_code == 422
    at_work.post(address(row, "prolong-survey"), {"closes_on": "2026-04-10"})
    at_work.post(address(row, "close-survey"))
    row.refresh_from_db()
    assert row.state == SurveyState.CLOSED


def test_what_is_missing_is_listed_instead_of_opening(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (FEARS,))
    page = at_work.get(address(row, "open-survey")).content.decode()
    assert "Vad saknas?" in page
    assert "Fråga 1: Vilka brott är du orolig för?" in page
    answer = at_work.post(address(row, "open-survey"))
    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.state == SurveyState.DRAFT
