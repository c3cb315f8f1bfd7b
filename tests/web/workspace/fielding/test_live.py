"""How many have answered, and letters that went astray."""

from datetime import timedelta

import pytest
from django.urls import reverse

from handslag.core.access import system
from handslag.core.audit.models import Entry
from handslag.core.refusals import NotAllowedError
from handslag.core.sealing.keys import destroy_key
from handslag.domain.surveys import services
from handslag.domain.surveys.services import fieldwork
from tests.make import surveys
from tests.make.surveys import NOW, SAFE, SEX, TODAY
from tests.web import pages

FEW = (SEX, SAFE)
ANSWER = {"safe": {"o": ["a"]}}


@pytest.fixture(autouse=True)
def keys(tmp_path, settings):
    """Where the private keys of this test lie."""
    settings.SEALING_DIR = tmp_path / "sealing"


@pytest.fixture
def row(coordinator, municipality):
    return surveys.opened(coordinator, municipality, FEW, strata=[20, 4])


def at(row, name="survey-fielding"):
    return reverse(f"workspace:{name}", args=[row.public_id])


def answered(row, *numbers):
    for number in numbers:
        services.receive(row, ANSWER, code=surveys.code(row, number), today=TODAY)


def test_the_share_of_each_area_is_of_those_whom_the_letter_reached(at_work, row):
    answered(row, *range(1, 7))
    pages.sent(at_work, at(row), numbers="19–20")
    page = pages.opened(at_work, at(row))
    assert page.says("Område 0 20 2 6 33 %")
    assert page.says("Område 1 4 0 0 0 %")
    assert page.says("6 av 22 har svarat: 27 %.")
    assert page.says("2 mars 2026 6")


def test_a_day_with_few_answers_is_not_shown(at_work, row):
    answered(row, 1, 2, 3, 4)
    assert "2 mars 2026 4" not in pages.opened(at_work, at(row)).words


def test_an_unknown_number_marks_no_letter(at_work, row):
    page = pages.sent(at_work, at(row), numbers="3, 99")
    assert page.status == 422
    assert page.says("Det finns inget brev med nummer 99.")
    assert not row.invitations.filter(is_returned=True).exists()
    assert pages.sent(at_work, at(row), numbers="tolv").status == 422


def test_a_lost_letter_gets_a_new_code_and_the_old_one_stops(at_work, row):
    old = surveys.code(row, 5)
    page = pages.sent(at_work, at(row), number="5")
    assert page.says("Ny kod till brev 5:")
    fresh = page.words.split("Ny kod till brev 5:")[1].split()[0]
    assert old not in fresh.replace("-", "")
    with pytest.raises(NotAllowedError, match="unknown_code"):
        services.receive(row, ANSWER, code=old, today=TODAY)
    services.receive(row, ANSWER, code=fresh, today=TODAY)
    assert row.invitations.get(number=5).used_on == TODAY
    assert fresh not in pages.opened(at_work, at(row)).words


def test_who_has_answered_gets_no_new_code(at_work, row):
    answered(row, 5)
    page = pages.sent(at_work, at(row), number="5")
    assert page.status == 422
    assert page.says("Koden är använd.")


def test_an_open_survey_says_its_link_and_how_many(at_work, coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    for _ in range(3):
        services.receive(row, ANSWER, today=TODAY)
    page = pages.opened(at_work, at(row))
    assert page.says("Tre svar har kommit in.")
    assert page.says(f"/lundby/delta/{row.occasion.slug}/")


def test_after_the_survey_no_letter_is_marked(at_work, row, coordinator):
    services.close_survey(coordinator, row, now=NOW)
    answer = at_work.post(at(row, "survey-returned"), {"numbers": "3"})
    assert answer.status_code == 422


def test_the_page_asks_the_same_however_many_were_drawn(
    at_work, row, coordinator, municipality, django_assert_num_queries
):
    many = surveys.opened(
        coordinator, municipality, FEW, strata=[200, 200, 200], title="Stor"
    )
    answered(row, 1)
    answered(many, *range(1, 30))
    with django_assert_num_queries(8):
        at_work.get(at(row))
    with django_assert_num_queries(8):
        at_work.get(at(many))


def test_the_codes_of_a_lost_key_are_given_back_while_others_answer(at_work, row):
    answered(row, *range(1, 4))
    pages.opened(at_work, at(row))
    destroy_key(row.batches.get().pk)
    answered(row, 4)  # not with those that nobody can open
    page = pages.opened(at_work, at(row))
    assert page.says("3 förseglade svar går inte att öppna.")
    page = pages.sent_as(at_work, at(row, "survey-lost-answers"), {})
    assert page.says("Tre svar är förlorade.")
    assert page.says("1 av 24 har svarat")
    assert not page.says("En nyckel saknas")
    answered(row, 1)
    page = pages.sent_as(at_work, at(row, "survey-lost-answers"), {})
    assert page.says("Alla nycklar finns: inget svar är förlorat.")
    (lost,) = Entry.objects.filter(action="surveys.key_was_lost")
    assert lost.details == {"answers": 3}


def test_nobody_gives_answers_up_when_the_survey_is_over(at_work, row, coordinator):
    answered(row, 1)
    destroy_key(row.batches.get().pk)
    services.close_survey(coordinator, row, now=NOW)
    page = pages.opened(at_work, at(row))
    assert page.says("1 förseglat svar går inte att öppna.")
    assert not page.says("ge upp svaren")
    pages.sent_as(at_work, at(row, "survey-lost-answers"), {})
    assert row.batches.exists()


def test_how_many_answered_stays_when_those_who_were_drawn_are_forgotten(
    at_work, row, coordinator
):
    answered(row, *range(1, 21))
    services.close_survey(coordinator, row, now=NOW)
    timer = system("timer")
    services.open_batches(timer, row, now=NOW)
    later = NOW + timedelta(days=200)
    fieldwork.forget_invitations(timer, now=later)
    assert not row.invitations.exists()
    page = pages.opened(at_work, at(row))
    assert page.says("20 av 24 har svarat: 83 %.")
    assert page.says("Vilka som drogs är glömda")
