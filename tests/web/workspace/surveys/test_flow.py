"""Who is asked what, drawn and in words."""

import pytest
from django.utils.translation import override

from handslag.domain.surveys.rules import (
    Condition,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
)
from handslag.web.workspace.surveys.flow import drawn
from tests.make import surveys
from tests.make.surveys import FEARS, SAFE, SEX, WHY
from tests.web.workspace.surveys.sent import address


def of(*questions: Question) -> str:
    with override("sv"):
        return drawn(Questionnaire(sections=(Section("s", {}, questions=questions),)))


def test_what_only_some_are_asked_is_a_branch_with_its_answers():
    picture = of(SEX, SAFE, FEARS, WHY)
    assert picture.count('class="branch"') == 1
    assert picture.count("<circle") == 4
    assert "”Ganska otrygg” eller ”Mycket otrygg”" in picture
    assert 'class="branch"' not in of(SEX, SAFE)
    assert of() == ""


def test_what_stands_in_a_question_cannot_break_the_picture():
    evil = Question("x", QuestionKind.LONG, {"sv": "<script>alert(1)</script> & mer"})
    assert "<script>" not in of(evil)


def test_a_branch_from_a_branch_goes_further_in():
    deeper = Question(
        "y", QuestionKind.LONG, {"sv": "Mer"}, shown_if=Condition("fears", ("a",))
    )
    assert 'cx="80"' in of(SAFE, FEARS, deeper)


@pytest.mark.django_db
def test_the_picture_has_a_twin_in_words(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SEX, SAFE, FEARS))
    page = at_work.get(address(row, "survey-flow")).content.decode()
    assert "En fråga ställs bara till en del." in page
    assert "Ställs till dem som svarade ”Ganska otrygg” eller ”Mycket otrygg”" in page
    assert "”Mycket otrygg” leder till fråga 3" in page
