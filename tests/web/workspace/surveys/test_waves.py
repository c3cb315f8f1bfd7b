"""The next wave, and how many answers are enough."""

import pytest

from handslag.domain.surveys import services
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Question
from tests.make import surveys
from tests.make.surveys import SAFE, SEX, WHY
from tests.web.workspace.surveys.sent import address, asked

pytestmark = pytest.mark.django_db
FEW = (SEX, SAFE, WHY)


def test_the_next_wave_asks_the_same_and_says_what_was_changed(
    at_work, coordinator, municipality
):
    row = surveys.opened(coordinator, municipality, FEW)
    where = address(row, "next-survey-wave")
    assert 'value="2027-03-01"' in at_work.get(where).content.decode()
    sent = {"title": "Trygghet i Lundby", "selection": "open"}
    at_work.post(where, {**sent, "opens_on": "2027-03-01", "closes_on": "2027-03-31"})
    following = Survey.objects.get(follows=row)
    assert asked(following) == asked(row)
    page = address(following, "survey")
    assert "som i förra omgången" in at_work.get(page).content.decode()
    changed = Question("safe", SAFE.kind, {"sv": "Är du trygg?"}, options=SAFE.options)
    services.save_question(coordinator, following, "", changed, seen=0)
    assert "kan inte jämföras med den" in at_work.get(page).content.decode()


def test_a_draft_has_no_next_wave(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    sent = {"title": "T", "selection": "open"}
    days = {"opens_on": "2027-03-01", "closes_on": "2027-03-31"}
    answer = at_work.post(address(row, "next-survey-wave"), {**sent, **days})
    assert answer.status_code == 422
    assert Survey.objects.count() == 1


def test_quotas_are_set_for_groups_and_not_for_opinions(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    where = address(row, "survey-quotas")
    assert "Mycket trygg" not in at_work.get(where).content.decode()
    at_work.post(where, {"revision": row.revision, "most-sex-a": "300"})
    row.refresh_from_db()
    assert row.quotas == [{"question": "sex", "option": "a", "most": 300}]
    late = at_work.post(where, {"revision": 0, "most-sex-a": "5"})
    assert late.status_code == 422
    assert 'value="5"' in late.content.decode()
    wrong = at_work.post(where, {"revision": row.revision, "most-sex-a": "många"})
    assert "Skriv ett heltal" in wrong.content.decode()


def test_without_a_question_about_the_respondent_there_are_no_groups(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, (SAFE,))
    page = at_work.get(address(row, "survey-quotas")).content.decode()
    assert "Det finns ingen sådan än." in page
