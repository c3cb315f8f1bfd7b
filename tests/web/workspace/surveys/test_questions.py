"""One question, written on a page that needs no script."""

import pytest

from handslag.domain.surveys import services
from handslag.domain.surveys.rules import OTHER, Condition
from tests.make import surveys
from tests.make.surveys import SAFE, SEX, WHY
from tests.web.workspace.surveys.sent import address, asked, form_of, question_in

pytestmark = pytest.mark.django_db
FEW = (SEX, SAFE, WHY)


def test_a_question_is_written_with_answers_that_can_be_moved(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, ())
    page = at_work.get(address(row, "new-survey-question"), {"sort": "multiple"})
    sent = form_of(page.content.decode())
    key = sent["key"]
    sent |= {"words_sv": "Vad stör?", "option-0-sv": "Skräp", "option-1-sv": "Buller"}
    sent |= {"option-2-sv": "Annat", "option-2-kind": "other", "most": "2"}
    where = address(row, "survey-question", key)
    turned = at_work.post(where, {**sent, "step": "option:up:1"}).content.decode()
    again = form_of(turned)
    assert [again[f"option-{nr}-sv"] for nr in range(3)] == ["Buller", "Skräp", "Annat"]
    assert not list(asked(row).questions())
    longer = at_work.post(where, {**again, "step": "option:add:0"}).content.decode()
    last = form_of(longer)
    assert (last["option-n"], last["words_sv"]) == ("4", "Vad stör?")
    assert at_work.post(where, last).status_code == 302
    (question,) = asked(row).questions()
    assert [one.words["sv"] for one in question.options] == ["Buller", "Skräp", "Annat"]
    assert [one.key == OTHER for one in question.options] == [False, False, True]
    assert question.most == 2


def test_a_line_is_taken_out_and_the_others_stay(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    where = address(row, "survey-question", "safe")
    sent = form_of(at_work.get(where).content.decode())
    left = form_of(at_work.post(where, {**sent, "step": "option:out:1"}).content.decode())
    at_work.post(where, left)
    question = asked(row).question("safe")
    assert question is not None
    assert [one.key for one in question.options] == ["a", "c", "d"]
    assert question.is_required


def test_a_question_without_words_is_refused_and_nothing_is_lost(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, FEW)
    where = address(row, "survey-question", "safe")
    sent = form_of(at_work.get(where).content.decode())
    answer = at_work.post(where, {**sent, "words_sv": "", "help_sv": "Tänk på kvällen."})
    assert answer.status_code == 422
    assert "Skriv frågan." in answer.content.decode()
    assert "Tänk på kvällen." in answer.content.decode()


def test_two_who_write_in_one_question_lose_nothing(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    where = address(row, "survey-question", "safe")
    mine = form_of(at_work.get(where).content.decode())
    theirs = {**mine, "words_sv": "Hur trygg är du ute?"}
    at_work.post(where, theirs)
    answer = at_work.post(where, {**mine, "words_sv": "Hur trygg är du sent?"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Någon annan ändrade texten medan ni skrev." in page
    again = form_of(page)
    assert again["words_sv"] == "Hur trygg är du sent?"
    assert at_work.post(where, again).status_code == 302
    assert question_in(row, "safe").words["sv"] == "Hur trygg är du sent?"


def test_a_question_that_was_removed_meanwhile_can_be_put_back(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, FEW)
    where = address(row, "survey-question", "safe")
    sent = form_of(at_work.get(where).content.decode())
    services.remove_question(coordinator, row, "safe")
    page = at_work.post(where, sent).content.decode()
    assert "Någon har tagit bort frågan." in page
    assert at_work.post(where, form_of(page)).status_code == 302
    assert asked(row).question("safe") is not None


def test_sending_a_new_question_twice_makes_one(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, ())
    page = at_work.get(address(row, "new-survey-question"), {"sort": "long"})
    sent = {**form_of(page.content.decode()), "words_sv": "Berätta."}
    where = address(row, "survey-question", sent["key"])
    assert at_work.post(where, sent).status_code == 302
    assert at_work.post(where, sent).status_code == 422
    assert len(list(asked(row).questions())) == 1


def test_of_whom_a_question_is_asked_is_chosen_among_earlier_answers(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, FEW)
    where = address(row, "survey-question", "why")
    sent = {**form_of(at_work.get(where).content.decode()), "hangs_on": "safe"}
    nothing = at_work.post(where, sent)
    assert "Välj vilka svar som leder till den här frågan." in nothing.content.decode()
    shown = at_work.post(where, {**sent, "step": "condition"}).content.decode()
    assert "Mycket otrygg" in shown
    at_work.post(where, {**sent, "answered": ["c", "d"]})
    assert question_in(row, "why").shown_if == Condition("safe", ("c", "d"))
    page = at_work.get(address(row, "survey")).content.decode()
    assert "”Ganska otrygg” eller ”Mycket otrygg” på fråga 2" in page


def test_a_later_question_is_no_condition(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    page = at_work.get(address(row, "survey-question", "sex")).content.decode()
    assert "Vilka får frågan?" not in page


def test_hints_are_shown_and_stop_nothing(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SEX,))
    page = at_work.get(address(row, "new-survey-question"), {"sort": "scale"})
    sent = form_of(page.content.decode())
    sent["words_sv"] = "Håller du inte med om att det är tryggt här?"
    sent |= {"option-0-sv": "Ja", "option-1-sv": "Nej"}
    where = address(row, "survey-question", sent["key"])
    assert at_work.post(where, sent).status_code == 302
    said = "Orden leder mot ett svar."
    assert said in at_work.get(address(row, "survey")).content.decode()
    assert said in at_work.get(where).content.decode()
    at_work.post(address(row, "open-survey"))
    assert said not in at_work.get(address(row, "survey")).content.decode()
