"""Questions and sections in another order."""

import pytest

from handslag.domain.surveys import services
from tests.make import surveys
from tests.make.surveys import SAFE, SEX, WHY
from tests.web.workspace.surveys.sent import address, asked

pytestmark = pytest.mark.django_db
FEW = (SEX, SAFE, WHY)


def test_questions_and_sections_are_moved_with_buttons(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    (first,) = asked(row).sections
    services.save_section(coordinator, row, "second", words={"sv": "Om dig"}, help_={})
    move = address(row, "move-survey-question", "why")
    answer = at_work.post(move, {"by": "1", "at": "fraga-why"})
    assert answer.url.endswith("#fraga-why")
    keys = [[one.key for one in each.questions] for each in asked(row).sections]
    assert keys == [["sex", "safe"], ["why"]]
    at_work.post(address(row, "move-survey-section", "second"), {"by": "-1"})
    assert [one.key for one in asked(row).sections] == ["second", first.key]


def test_two_who_write_above_one_section_lose_nothing(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    (section,) = asked(row).sections
    where = address(row, "survey-section", section.key)
    sent = {"seen": section.mark, "words_sv": "Ute", "help_sv": ""}
    assert at_work.post(where, sent).status_code == 302
    answer = at_work.post(where, {**sent, "words_sv": "Hemma"})
    assert answer.status_code == 422
    assert "Hemma" in answer.content.decode()
    assert asked(row).sections[0].words["sv"] == "Ute"
