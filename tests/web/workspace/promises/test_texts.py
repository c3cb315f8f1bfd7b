"""Promises come into a draft, are moved, and taken out."""

from handslag.core.periods import parse
from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import PromiseDraft
from handslag.domain.promises.rules.words import Change, Part
from tests.web.pages import opened, sent


def test_a_promise_begins_with_its_words_and_who_answers_for_it(at_work, draft, police):
    address = f"/arbete/loften/{draft.public_id}/lofte/nytt/"
    page = sent(
        at_work, address, text="Polisen är på torget.", owners=[str(police.public_id)]
    )
    assert page.says("Sparat. Säg nu hur mycket, var och när.")
    made = draft.promises.last()
    assert (made.text, made.position) == ("Polisen är på torget.", 1)
    assert [(row.organisation, row.part) for row in made.responsible.all()] == [
        (police, Part.OWNER)
    ]


def test_a_promise_without_words_is_not_begun(at_work, draft, police):
    address = f"/arbete/loften/{draft.public_id}/lofte/nytt/"
    page = sent(at_work, address, text=" ", owners=[str(police.public_id)])
    assert page.status == 422
    assert page.says("Skriv vad ni lovar.")
    assert page.form(having="text").fields["owners"] == [str(police.public_id)]


def test_promises_change_places(at_work, coordinator, draft):
    services.add_promise(coordinator, draft, PromiseDraft(text="Det andra löftet."))
    address = f"/arbete/loften/{draft.public_id}/"
    second = draft.promises.last()
    at_work.post(f"{address}lofte/{second.public_id}/flytta/", {"by": "-1"})
    assert draft.promises.first() == second
    at_work.post(f"{address}lofte/{second.public_id}/flytta/", {"by": "1"})
    assert draft.promises.last() == second


def test_nothing_moves_in_a_published_set(at_work, published):
    promise = published.promises.get()
    address = f"/arbete/loften/{published.public_id}/"
    answer = at_work.post(f"{address}lofte/{promise.public_id}/flytta/", follow=True)
    assert "Texten är godkänd och publicerad." in answer.content.decode()


def test_a_promise_is_taken_out_after_a_question(at_work, draft):
    promise = draft.promises.get()
    address = f"/arbete/loften/{draft.public_id}/lofte/{promise.public_id}/ta-bort/"
    page = opened(at_work, address)
    assert page.says("Vi går minst fyra trygghetsvandringar i centrum.")
    assert draft.promises.exists()
    assert sent(at_work, address).says("Löftet är borttaget.")
    assert not draft.promises.exists()


def test_a_promise_of_last_year_is_not_dropped_without_a_why(
    at_work, coordinator, published, now
):
    following = services.renew(
        coordinator, published, name="Löften 2027", period=parse("2027"), now=now
    )
    promise = following.promises.get()
    address = f"/arbete/loften/{following.public_id}/lofte/{promise.public_id}/ta-bort/"
    page = sent(at_work, address, why="")
    assert page.says("Skriv varför löftet inte är kvar.")
    sent(at_work, address, why="Torget är ombyggt.")
    assert not following.promises.exists()
    line = following.lineage.get()
    assert (line.change, line.why) == (Change.DROPPED, "Torget är ombyggt.")


def test_a_reader_and_a_stranger_change_nothing(reading, away, draft):
    promise = draft.promises.get()
    inside = f"/arbete/loften/{draft.public_id}/lofte/"
    for part in ("nytt/", f"{promise.public_id}/flytta/", f"{promise.public_id}/ta-bort/"):
        assert reading.post(inside + part, {"text": "x"}).status_code == 403
        assert away.post(inside + part, {"text": "x"}).status_code == 404
    assert draft.promises.count() == 1
