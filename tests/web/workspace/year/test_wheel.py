"""The wheel: empty, filled with one press, changed, and the same as a list."""

import pytest
from django.test import Client

from handslag.domain.year import services
from handslag.domain.year.models import Rhythm
from tests.web.pages import opened, sent, sent_as

WHEEL = "/arbete/aret/lundby/hjul/"


@pytest.fixture
def filled(coordinator, municipality) -> None:
    services.take_usual(coordinator, municipality)


def test_one_press_fills_an_empty_wheel(at_work: Client):
    page = opened(at_work, WHEEL)
    assert page.says("Hjulet är tomt.")
    page = sent_as(at_work, f"{WHEEL}vanliga/", {})
    assert page.says("22 saker lades i hjulet.")
    assert page.says("Hur går året runt i Lundby?")
    assert sent_as(at_work, f"{WHEEL}vanliga/", {}).says("så inget lades till")
    assert Rhythm.objects.count() == 22


def test_the_list_says_all_that_the_drawing_says(at_work, filled, published):
    page = opened(at_work, WHEEL)
    for one in Rhythm.objects.all():
        assert page.says(one.what)
    assert page.says("tar slut, och inget kommer efter 31 december 2026")
    # The second of March: under way, and next.
    assert page.says("Just nu: NTU: invånare får frågorna. Därnäst, från 25 mars:")
    assert page.answer.content.decode().count('class="arc" data-kind') > 22


def test_something_of_ones_own_is_put_in_the_wheel(at_work):
    page = sent(
        at_work,
        f"{WHEEL}nytt/",
        what="Trygg i Lundby möts",
        kind="council",
        starts_day="15",
        starts_month="11",
        ends_day="10",
        ends_month="1",
        in_year="2026",
    )
    assert page.says("15 nov–10 jan, nästa gång 2026")
    assert Rhythm.objects.get().every_years == 2


def test_a_wrong_day_gets_its_sentence_and_nothing_is_lost(at_work):
    typed = {
        "what": "Trygg i Lundby möts",
        "kind": "council",
        "starts_day": "30",
        "starts_month": "2",
        "ends_day": "x",
        "ends_month": "3",
    }
    page = sent(at_work, f"{WHEEL}nytt/", **typed)
    assert page.status == 422
    assert page.says("Skriv dagen som ett tal, till exempel 15.")
    assert page.form(having="what").fields["what"] == ["Trygg i Lundby möts"]
    page = sent(at_work, f"{WHEEL}nytt/", **{**typed, "ends_day": "3"})
    assert page.status == 422
    assert page.says("Det finns ingen dag 30 i månad 2.")


def test_two_who_change_the_same_thing_see_both_wordings(at_work, filled, coordinator):
    one = Rhythm.objects.get(what="Medborgardialoger")
    address = f"{WHEEL}{one.public_id}/"
    seen = opened(at_work, address).form(having="what").fields
    sent(at_work, address, what="Dialoger på torget")
    page = sent_as(at_work, address, {**seen, "what": "Dialoger i skolan"})
    assert page.status == 422
    assert page.says("Det den andra sparade, och det ni skrev")
    assert page.form(having="what").fields["what"] == ["Dialoger i skolan"]
    one.refresh_from_db()
    assert one.what == "Dialoger på torget"


def test_what_is_taken_out_is_asked_about_first(at_work, filled):
    one = Rhythm.objects.get(what="Medborgardialoger")
    page = opened(at_work, f"{WHEEL}{one.public_id}/ta-bort/")
    assert page.says("Ta bort det ur hjulet?")
    page = sent_as(at_work, f"{WHEEL}{one.public_id}/ta-bort/", {})
    assert page.says("Det är borttaget ur hjulet.")
    assert not page.says("Medborgardialoger")


def test_who_only_reads_sees_no_buttons(reading, filled):
    page = opened(reading, WHEEL)
    assert page.says("Medborgardialoger")
    assert not page.says("Lägg till något")
