"""Typing paper forms in: twice, and nothing is kept in between."""

import re

import pytest
from django.urls import reverse

from handslag.core.audit.models import Entry
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Envelope
from tests.make import surveys
from tests.make.surveys import AGE, FEARS, MATRIX, NOW, ORDER, SAFE, SEX, TODAY, WHY
from tests.web import pages

FEW = (SEX, SAFE, FEARS, AGE, WHY)
TYPED = {"k-sex": "1", "k-safe": "3", "k-fears": "1,4", "k-fears-other": "Båtstöld"}


@pytest.fixture(autouse=True)
def keys(tmp_path, settings):
    """Where the private keys of this test lie."""
    settings.SEALING_DIR = tmp_path / "sealing"


@pytest.fixture
def row(coordinator, municipality):
    return surveys.opened(coordinator, municipality, FEW, strata=[3])


def screen(row, rest=""):
    return reverse("workspace:survey-type-in", args=[row.public_id]) + rest


def first(at_work, row, **typed):
    given = {"code": surveys.code(row, 1), "how": "paper", **TYPED, **typed}
    return pages.sent_as(at_work, screen(row), given)


def once_more(at_work, row, page, **typed):
    form = page.form(having="first")
    return pages.sent_as(at_work, screen(row), {**form.fields, **TYPED, **typed})


def test_a_form_that_is_typed_in_twice_alike_is_sealed(at_work, row):
    again = first(at_work, row)
    assert again.says("Skriv in samma blankett en gång till")
    assert not Envelope.objects.exists()
    # The second time from the beginning: nothing of the first stands in the fields.
    assert again.form(having="first").fields["k-sex"] == [""]
    page = once_more(at_work, row, again)
    assert page.says("Svaret är förseglat. Här är nästa blankett.")
    assert Envelope.objects.count() == 1
    row.refresh_from_db()
    assert (row.paper, row.assisted) == (1, 0)
    assert row.invitations.get(number=1).used_on == TODAY


def test_what_differs_is_settled_question_by_question(at_work, row):
    again = first(at_work, row)
    page = once_more(at_work, row, again, **{"k-safe": "4", "k-age": "44"})
    assert page.says("Två frågor") or page.says("2 frågor skrevs in olika andra gången.")
    assert not Envelope.objects.exists()
    form = page.form(having="holds-safe")
    unsettled = pages.sent_as(at_work, screen(row), {**form.fields, "holds-safe": "first"})
    assert unsettled.status == 422
    settled = {**form.fields, "holds-safe": "second", "holds-age": "first"}
    assert pages.sent_as(at_work, screen(row), settled).says("Svaret är förseglat.")
    assert Envelope.objects.count() == 1


def test_help_to_answer_is_typed_in_once_and_logged_without_code_or_answer(at_work, row):
    page = first(at_work, row, how="assisted")
    assert page.says("Svaret är förseglat.")
    assert page.says("Hjälp någon att svara")
    row.refresh_from_db()
    assert (row.paper, row.assisted) == (0, 1)
    assert Entry.objects.get(action="surveys.typed_in").details == {"how": "assisted"}


def test_a_wrong_code_is_told_of_before_the_second_time(at_work, row):
    page = first(at_work, row, code="AAAA-BBBB-CCCC")
    assert page.status == 422
    assert page.says("Vi hittar inte koden")
    assert page.form(having="code").fields["k-safe"] == ["3"]


def test_a_used_code_and_a_closed_survey_are_told_of(at_work, row, coordinator):
    services.receive(row, {"safe": {"o": ["a"]}}, code=surveys.code(row, 1), today=TODAY)
    assert first(at_work, row).says("Koden är använd.")
    services.close_survey(coordinator, row, now=NOW)
    page = first(at_work, row, code=surveys.code(row, 2))
    assert page.status == 422
    assert page.says("Enkäten tar inte emot svar i dag.")


def test_a_code_that_was_used_while_one_typed_keeps_what_was_typed(at_work, row):
    again = first(at_work, row)
    services.receive(row, {"safe": {"o": ["a"]}}, code=surveys.code(row, 1), today=TODAY)
    page = once_more(at_work, row, again)
    assert page.status == 422
    assert page.says("Koden är använd.")
    assert page.form(having="code").fields["k-fears-other"] == ["Båtstöld"]
    assert Envelope.objects.count() == 1


def test_a_slip_of_the_finger_is_told_of_beside_its_question(at_work, row):
    page = first(at_work, row, **{"k-sex": "7", "k-age": "9"})
    assert page.status == 422
    assert page.says("1. Skriv siffror ur listan")
    assert page.says("4. Skriv ett tal från 16 till 110.")
    again = once_more(at_work, row, first(at_work, row), **{"k-sex": "7"})
    assert again.status == 422
    assert "first" in again.form(having="first").fields


@pytest.mark.parametrize("tampered", ["", "x", "WyJhIl0:1x:y"])
def test_a_first_entry_that_is_not_ours_is_typed_once_more(at_work, row, tampered):
    given = {"step": "second", "first": tampered, **TYPED}
    assert pages.sent_as(at_work, screen(row), given).status == 422
    given = {"step": "settle", "first": tampered, "second": tampered}
    assert pages.sent_as(at_work, screen(row), given).status == 422
    assert not Envelope.objects.exists()


def test_a_first_entry_of_another_survey_is_not_taken(
    at_work, row, coordinator, municipality
):
    other = surveys.opened(coordinator, municipality, FEW, title="Annan")
    carried = first(at_work, row).form(having="first").fields["first"][0]
    given = {"step": "second", "first": carried, **TYPED}
    assert pages.sent_as(at_work, screen(other), given).status == 422
    assert not Envelope.objects.exists()


def test_in_an_open_survey_there_is_no_code(at_work, coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    page = pages.sent_as(at_work, screen(row), {"how": "paper", **TYPED})
    assert once_more(at_work, row, page).says("Svaret är förseglat.")


def test_the_screen_says_what_each_number_means(at_work, row):
    page = pages.opened(at_work, screen(row))
    assert page.says("1 Mycket trygg · 2 Ganska trygg")
    assert page.says("9 vill ej svara")


def test_no_code_and_no_answer_stands_in_the_log(at_work, row, caplog):
    again = first(at_work, row)
    once_more(at_work, row, again)
    first(at_work, row)
    code = surveys.code(row, 1)
    said = str(list(Entry.objects.values_list("details", flat=True))) + caplog.text
    assert not re.search(code, said.replace("-", ""))
    assert "Båtstöld" not in said


def test_an_order_is_typed_thing_by_thing_as_it_stands_on_paper(
    at_work, coordinator, municipality
):
    row = surveys.opened(coordinator, municipality, (ORDER, MATRIX))
    page = pages.opened(at_work, screen(row))
    assert page.says("1b Vad ska vi börja med? – Poliser")
    assert page.says("siffran bredvid, 1–3")
    assert page.says("2b Hur trygg är du … – i centrum")
    typed = {"how": "paper", "k-order-a": "2", "k-order-b": "2"}
    page = pages.sent_as(at_work, screen(row), typed)
    assert page.status == 422
    assert page.form(having="k-order-a").fields["k-order-b"] == ["2"]
