"""The promises in English, from the page of the set to the public page."""

import json

import pytest

from handslag.core.access import Role
from handslag.core.approvals.models import Translation
from handslag.core.approvals.rules.translating import LONGEST
from handslag.domain.promises import services
from handslag.domain.promises.published import approved_texts, read
from handslag.domain.promises.rules.words import AmendmentKind
from tests import make
from tests.web.pages import opened, sent, sent_as

SCRIPT = {"headers": {"Accept": "application/json", "Sec-Fetch-Site": "same-origin"}}
TEXT = "Vi går minst fyra trygghetsvandringar i centrum."
ENGLISH = "We walk at least four safety walks in the centre."


@pytest.fixture
def address(published) -> str:
    return f"/arbete/loften/{published.public_id}/engelska/"


@pytest.fixture
def places(published) -> dict[str, str]:
    """Where each text stands, by what it is: heading, text, unit …"""
    texts = approved_texts(read(published.version.content))
    return {str(one.kind): one.key for one in texts}


@pytest.fixture
def reworded(
    published,
    coordinator,
    municipality,
    police,
    municipal_approver,
    police_approver,
):
    """Approve other words for the promise, while somebody may be writing."""

    def reword(**words):
        services.begin_amendment(
            coordinator,
            published,
            AmendmentKind.REVISION,
            reason="Nytt.",
            decided_on=published.published_at.date(),
        )
        promise = published.promises.get()
        draft = make.promise_draft(municipality, **words)
        services.save_promise(coordinator, promise, draft, revision=promise.revision)
        approvers = ((municipal_approver, municipality), (police_approver, police))
        make.publish(published, coordinator, *approvers)

    return reword


def fields_of(client, address) -> dict[str, list[str]]:
    return opened(client, address).form(having="stay").fields


def english(client) -> str:
    return str(client.get("/en/lundby/loften/2026/1/").content.decode())


def test_from_the_page_of_the_set_to_the_public_page(
    at_work, published, address, places, client
):
    page = opened(at_work, f"/arbete/loften/{published.public_id}/")
    assert page.says("Löftena på engelska 0 av 5 texter")
    assert address in page.links
    page = opened(at_work, address)
    assert page.says("0 av 5 texter visas på engelska på de öppna sidorna.")
    assert page.says(TEXT)
    assert ENGLISH not in english(client)
    page = sent(at_work, address, press="stay", **{places["text"]: f" {ENGLISH}\r\n"})
    assert page.says("Sparat. På engelska nu: 1 av 5 texter.")
    assert page.form(having="stay").fields[places["text"]] == [ENGLISH]
    assert ENGLISH in english(client)
    assert '<span lang="sv">Minst fyra trygghetsvandringar</span>' in english(client)
    page = sent(at_work, address, **{places["text"]: ""})
    assert page.says("På engelska nu: 0 av 5 texter.")
    assert ENGLISH not in english(client)


def test_when_all_is_translated_the_page_says_so(at_work, address, places):
    page = sent(at_work, address, press="stay", **dict.fromkeys(places.values(), "Words"))
    assert page.status == 200
    assert page.says("Alla 5 texter visas på engelska på de öppna sidorna.")
    assert not page.says("Till den första texten som inte är översatt")


def test_each_field_is_told_apart_and_in_english(at_work, address, places):
    body = at_work.get(address).content.decode()
    for place in places.values():
        assert f'for="id_{place}"' in body
        assert f'aria-describedby="id_{place}_helptext"' in body
        assert f'id="id_{place}_helptext"' in body
    assert body.count('lang="en"') == len(places)
    assert 'På engelska<span class="aside">: Löftet (1)</span>' in body


def test_it_is_saved_while_one_writes(at_work, address, places):
    fields = fields_of(at_work, address)
    answer = at_work.post(address, {**fields, places["text"]: "We walk"}, **SCRIPT)
    assert answer.json()["sentence"] == "Sparat 10.00. På engelska nu: 1 av 5 texter."
    later = {**fields, places["text"]: "We walk on"}
    later["revision"] = answer.json()["revision"]
    assert at_work.post(address, later, **SCRIPT).status_code == 200
    assert Translation.objects.get().text == "We walk on"


def test_two_translators_save_side_by_side(
    at_work, signed_in, liaison_officer, address, places
):
    """Each writes in a field of their own: neither is stopped, and nothing is lost."""
    mine = fields_of(at_work, address)
    sent(signed_in(liaison_officer), address, **{places["heading"]: "Four walks"})
    page = sent_as(at_work, address, {**mine, places["text"]: ENGLISH})
    assert page.says("På engelska nu: 2 av 5 texter.")
    kept = dict(Translation.objects.values_list("place", "text"))
    assert kept == {places["heading"]: "Four walks", places["text"]: ENGLISH}


def test_two_translators_of_one_text_lose_nothing(
    at_work, signed_in, liaison_officer, address, places
):
    mine = fields_of(at_work, address)
    sent(signed_in(liaison_officer), address, **{places["text"]: "Theirs."})
    typed = {**mine, places["text"]: ENGLISH, places["heading"]: "Four walks"}
    page = sent_as(at_work, address, typed)
    assert page.status == 422
    assert page.words.count("Någon annan översatte det här medan ni skrev.") == 2
    assert page.says("Det den andra skrev: Theirs.")
    kept = dict(Translation.objects.values_list("place", "text"))
    assert kept == {places["heading"]: "Four walks", places["text"]: "Theirs."}
    again = page.form(having="stay").fields
    assert again[places["text"]] == [ENGLISH]
    assert sent_as(at_work, address, again).says("Sparat.")
    assert Translation.objects.get(place=places["text"]).text == ENGLISH


def test_a_script_is_told_and_goes_on_from_what_was_saved(
    at_work, signed_in, liaison_officer, address, places
):
    """What fits is saved and may be changed again; what does not waits for the button."""
    mine = fields_of(at_work, address)
    sent(signed_in(liaison_officer), address, **{places["text"]: "Theirs."})
    typed = {**mine, places["text"]: ENGLISH, places["heading"]: "Four walks"}
    answer = at_work.post(address, typed, **SCRIPT)
    assert answer.status_code == 409
    assert "Någon annan översatte det här" in answer.json()["sentence"]
    typed |= {"revision": answer.json()["revision"], places["heading"]: "Five walks"}
    assert at_work.post(address, typed, **SCRIPT).status_code == 409
    kept = dict(Translation.objects.values_list("place", "text"))
    assert kept == {places["heading"]: "Five walks", places["text"]: "Theirs."}


def test_an_answer_to_a_script_does_not_hide_what_somebody_else_wrote(
    at_work, signed_in, liaison_officer, address, places
):
    """The page still shows the old words of a field: they may not be saved over the new."""
    mine = fields_of(at_work, address)
    sent(signed_in(liaison_officer), address, **{places["text"]: "Theirs."})
    typed = {**mine, places["heading"]: "Four walks"}
    typed["revision"] = at_work.post(address, typed, **SCRIPT).json()["revision"]
    answer = at_work.post(address, {**typed, places["text"]: "Mine."}, **SCRIPT)
    assert answer.status_code == 409
    assert Translation.objects.get(place=places["text"]).text == "Theirs."


def test_a_version_approved_meanwhile_keeps_what_was_typed(
    at_work, address, places, reworded
):
    typed = {**fields_of(at_work, address), places["text"]: ENGLISH}
    typed |= {places["heading"]: "Four walks", places["place"]: "the centre"}
    reworded(text="Vi går fem vandringar.", place_stated="")
    page = sent_as(at_work, address, typed)
    assert page.status == 422
    assert page.words.count("De svenska orden ändrades medan ni skrev.") == 2
    assert page.says("Vi går fem vandringar.")
    assert page.says("Finns inte längre i löftena")
    assert page.says("the centre")
    assert page.form(having="stay").fields[places["text"]] == [ENGLISH]
    assert [one.text for one in Translation.objects.all()] == ["Four walks"]
    sent_as(at_work, address, page.form(having="stay").fields)
    assert Translation.objects.get(place=places["text"]).text == ENGLISH


def test_a_translation_of_changed_words_is_kept_to_start_from_and_is_not_public(
    at_work, address, places, reworded, client
):
    sent(at_work, address, **{places["text"]: ENGLISH})
    reworded(text="Vi går minst fyra vandringar i centrum.")
    page = opened(at_work, address)
    assert page.says("De svenska orden har ändrats sedan dess. Så här löd översättningen.")
    assert page.says("De svenska orden i 1 text har ändrats sedan den översattes.")
    assert page.says("Det som ändrades i svenskan")
    assert page.form(having="stay").fields[places["text"]] == [ENGLISH]
    assert ENGLISH not in english(client)
    sent(at_work, address, **{places["heading"]: "Four walks"})
    assert ENGLISH not in english(client)
    sent(at_work, address, holds=[places["text"]])
    assert ENGLISH in english(client)


def test_a_text_too_long_is_said_beside_its_field_and_the_rest_is_saved(
    at_work, address, places
):
    long = "x" * (LONGEST + 1)
    page = sent(at_work, address, **{places["text"]: long, places["heading"]: "Four"})
    assert page.status == 422
    assert page.words.count("Skriv högst 10000 tecken. Nu är det 10001.") == 2
    assert page.form(having="stay").fields[places["text"]] == [long]
    assert [one.text for one in Translation.objects.all()] == ["Four"]
    answer = at_work.post(
        address, {**fields_of(at_work, address), places["text"]: long}, **SCRIPT
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("revision", ["", "[]", "{", json.dumps({"name": 1})])
def test_a_form_that_does_not_say_what_was_seen_writes_over_nothing(
    at_work, address, places, revision
):
    sent(at_work, address, **{places["text"]: ENGLISH})
    page = sent_as(at_work, address, {"revision": revision, places["text"]: "Mine."})
    assert page.status == 422
    assert page.form(having="stay").fields[places["text"]] == ["Mine."]
    assert Translation.objects.get().text == ENGLISH


def test_a_reader_reads_and_may_not_translate(reading, at_work, address, places):
    sent(at_work, address, **{places["text"]: ENGLISH})
    page = opened(reading, address)
    assert page.says(ENGLISH)
    assert page.says("Inte översatt. Visas på svenska.")
    assert b"<textarea" not in reading.get(address).content
    assert reading.post(address, {places["text"]: "No."}).status_code == 403
    assert Translation.objects.get().text == ENGLISH


def test_a_communicator_and_the_police_may_translate(
    signed_in, municipality, liaison_officer, address, places
):
    communicator = make.member(municipality, Role.COMMUNICATOR)
    for actor, text in ((communicator, "One."), (liaison_officer, "Two.")):
        assert sent(signed_in(actor), address, **{places["text"]: text}).says("Sparat.")


def test_elsewhere_there_is_no_such_set(away, address):
    assert away.get(address).status_code == 404
    assert away.post(address, {}).status_code == 404


def test_a_draft_has_no_english_page_and_no_way_there(at_work, draft):
    here = f"/arbete/loften/{draft.public_id}/"
    assert at_work.get(f"{here}engelska/").status_code == 404
    assert not opened(at_work, here).says("Löftena på engelska")


def test_a_summary_has_one_when_it_is_taken_over(at_work, coordinator, municipality, now):
    summary = make.retold(municipality, "Polisen syns mer.")
    here = f"/arbete/loften/{summary.public_id}/"
    assert at_work.get(f"{here}engelska/").status_code == 404
    assert not opened(at_work, here).says("Löftena på engelska")
    services.take_over(coordinator, summary, now=now)
    assert opened(at_work, here).says("Löftena på engelska 0 av 2 texter")


def test_the_log_names_it(at_work, address, places, published):
    sent(at_work, address, **{places["text"]: ENGLISH, places["heading"]: "Four"})
    page = opened(at_work, f"/arbete/loften/{published.public_id}/logg/")
    assert page.says("Översatte texter")
    assert page.says("till engelska")
    assert page.says("2 texter")
    assert not page.says(ENGLISH)


def test_the_page_asks_the_database_a_bounded_number_of_questions(
    at_work, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(15):
        opened(at_work, address)
