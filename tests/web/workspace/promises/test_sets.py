"""The sets of one's organisations: begun, worded, given parties."""

from datetime import date

import pytest

from handslag.core.access import Role
from handslag.core.periods import Rule
from handslag.domain.organisations.models import Tie
from handslag.domain.promises.models import PromiseSet
from tests import make
from tests.web.pages import opened, sent, sent_as

NEW = "/arbete/loften/ny/"


def only() -> PromiseSet:
    return PromiseSet.objects.get()


def test_a_set_is_begun_with_a_name_and_a_period(at_work, municipality, police):
    page = sent(at_work, NEW, name="Löften för Lundby", period_stated="2027")
    assert page.says("Utkastet är påbörjat. Skriv det första löftet.")
    assert page.says("Löften för Lundby")
    assert (only().starts, only().ends) == (date(2027, 1, 1), date(2027, 12, 31))
    assert [str(party) for party in only().parties.all()] == [
        str(municipality),
        str(police),
    ]
    assert [area.municipality for area in only().areas.all()] == [municipality]


def test_a_set_may_hold_until_it_is_replaced(at_work, municipality):
    sent(at_work, NEW, name="Löften", period_stated="från 2027", until_replaced="on")
    assert (only().ends, only().period_rule) == (None, Rule.UNTIL_REPLACED)
    assert only().starts == date(2027, 1, 1)


def test_days_alone_are_enough(at_work, municipality):
    days = {"starts": "2026-06-01", "ends": "2026-08-31"}
    sent(at_work, NEW, name="Löften", period_stated="", **days)
    assert only().period.rule is Rule.FIXED
    assert only().period_stated == "2026-06-01--2026-08-31"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Skriv vad löftena heter tillsammans."),
        ({"starts": "i maj"}, "Skriv ett datum, till exempel 2026-11-14."),
        (
            {"starts": "2026-05-02", "ends": "2026-05-01"},
            "Sista dagen kommer före den första.",
        ),
        (
            {"period_stated": "2027", "ends": "2026-12-31"},
            "Orden och dagarna säger olika. Ändra det ena.",
        ),
        (
            {"ends": "2026-12-31", "until_replaced": "on"},
            "Lämna sista dagen tom om löftena gäller tills de ersätts.",
        ),
        ({"parties": []}, "Välj vilka som lovar. Det är de som godkänner."),
    ],
)
def test_a_form_that_is_wrong_says_what_to_do_and_keeps_what_was_typed(
    at_work, municipality, typed, sentence
):
    page = sent(at_work, NEW, **{"name": "Våra löften", **typed})
    assert page.status == 422
    assert page.says("Något behöver ändras")
    assert page.says(sentence)
    kept = page.form(having="name").fields
    assert kept["name"] == [typed.get("name", "Våra löften")]
    assert not PromiseSet.objects.exists()


def test_two_municipalities_that_share_their_police_can_promise_together(
    at_work, municipality, police
):
    neighbour = make.municipality("Strandby kommun")
    make.relation(police, Tie.SERVES, neighbour)
    parties = [str(one.public_id) for one in (municipality, police, neighbour)]
    sent(at_work, NEW, name="Löften", period_stated="2027", parties=parties)
    assert {area.municipality for area in only().areas.all()} == {municipality, neighbour}


def test_nobody_promises_for_a_municipality_far_away(at_work, municipality):
    far = make.municipality("Fjärran kommun")
    page = sent(at_work, NEW, name="Löften", parties=[str(far.public_id)])
    assert page.says("Välj i listan.")
    assert not PromiseSet.objects.exists()


def test_the_police_say_in_which_of_their_municipalities_it_holds(
    signed_in, liaison_officer, municipality, police
):
    officer = signed_in(liaison_officer)
    page = sent(officer, NEW, name="Löften", parties=[str(police.public_id)], areas=[])
    assert page.says("Välj minst en kommun.")
    sent(
        officer,
        NEW,
        name="Löften",
        parties=[str(police.public_id)],
        areas=[str(municipality.public_id)],
    )
    assert [area.municipality for area in only().areas.all()] == [municipality]


def test_whoever_writes_for_two_says_for_which(signed_in, municipality):
    other = make.municipality("Strandby kommun")
    both = make.member(municipality, Role.COORDINATOR)
    both = make.also(both, other, Role.COORDINATOR)
    browser = signed_in(both)
    page = opened(browser, NEW)
    assert page.says("För vem?")
    assert f"?for={other.public_id}" in page.links
    sent(browser, f"{NEW}?for={other.public_id}", name="Löften", period_stated="2027")
    assert only().home == other


def test_a_reader_begins_nothing(reading):
    assert reading.get(NEW).status_code == 403
    answer = reading.post(NEW, {"name": "Löften"})
    assert answer.status_code == 403
    assert "Det här får ni inte göra" in answer.content.decode()


def test_the_words_of_a_draft_are_changed(at_work, draft):
    address = f"/arbete/loften/{draft.public_id}/ord/"
    page = sent(at_work, address, lead="Vi lovar.", decided_by="kommunstyrelsen")
    assert page.says("Sparat.")
    draft.refresh_from_db()
    assert (draft.lead, draft.decided_by) == ("Vi lovar.", "kommunstyrelsen")
    assert draft.period_stated == "2026"


def test_two_who_change_the_words_at_once_lose_nothing(at_work, draft):
    address = f"/arbete/loften/{draft.public_id}/ord/"
    mine = opened(at_work, address).form(having="lead").fields
    sent(at_work, address, lead="Den andras inledning.")
    page = sent_as(at_work, address, {**mine, "lead": "Min egen inledning."})
    assert page.status == 422
    assert page.says("Någon annan ändrade texten medan ni skrev.")
    assert page.says("Den andras")
    assert page.form(having="lead").fields["lead"] == ["Min egen inledning."]
    again = page.form(having="lead").fields
    assert sent_as(at_work, address, again).says("Sparat.")
    draft.refresh_from_db()
    assert draft.lead == "Min egen inledning."


def test_the_words_of_a_published_set_are_closed(at_work, published):
    address = f"/arbete/loften/{published.public_id}/ord/"
    page = sent(at_work, address, lead="Nytt.")
    assert page.status == 422
    assert page.says("Texten är godkänd och publicerad.")
    assert page.form(having="lead").fields["lead"] == ["Nytt."]


def test_the_parties_of_a_draft_are_changed(at_work, draft, police):
    address = f"/arbete/loften/{draft.public_id}/parter/"
    assert sent(at_work, address, parties=[str(police.public_id)]).says("Sparat.")
    assert [party.organisation for party in draft.parties.all()] == [police]
    page = sent(at_work, address, parties=[])
    assert page.says("Välj vilka som lovar.")


@pytest.mark.parametrize("part", ["", "ord/", "parter/"])
def test_a_set_of_others_is_not_there(away, reading, draft, part):
    address = f"/arbete/loften/{draft.public_id}/{part}"
    assert away.get(address).status_code == 404
    assert away.post(address, {"name": "x"}).status_code in (404, 405)
    assert reading.get(address).status_code == (200 if part == "" else 403)


def test_the_list_holds_what_one_may_see(reading, away, published):
    assert opened(reading, "/arbete/loften/").says("Medborgarlöfte 2026")
    assert not opened(away, "/arbete/loften/").says("Medborgarlöfte 2026")
