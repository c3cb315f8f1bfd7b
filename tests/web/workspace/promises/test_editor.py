"""The editor of a promise: all it holds, saved while one types, by two at once."""

from decimal import Decimal

import pytest

from handslag.domain.organisations.models import Kind, Organisation, Tie
from handslag.domain.promises import services
from handslag.domain.promises.models import Promise
from handslag.domain.promises.rules.drafts import PromiseDraft
from handslag.domain.promises.rules.words import Direction, Measures, Op, Part
from handslag.domain.vocabulary.models import Kind as TermKind
from tests import make
from tests.web.pages import opened, sent, sent_as

SCRIPT = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def promise(draft) -> Promise:
    one: Promise = draft.promises.get()
    return one


@pytest.fixture
def address(promise) -> str:
    return f"/arbete/loften/{promise.set.public_id}/lofte/{promise.public_id}/"


def test_what_is_stored_stands_in_the_editor_and_is_saved_again(at_work, promise, address):
    before = list(promise.targets.values_list("public_id", "low", "unit"))
    sent(at_work, address, place_stated="Storgatan")
    promise.refresh_from_db()
    assert promise.place_stated == "Storgatan"
    assert promise.text == "Vi går minst fyra trygghetsvandringar i centrum."
    assert list(promise.targets.values_list("public_id", "low", "unit")) == before
    assert [row.part for row in promise.responsible.all()] == [Part.OWNER]


def test_every_field_is_saved(at_work, coordinator, municipality, promise, address):
    make.term(TermKind.FOCUS, "TRAF", "Trafik")
    make.term(TermKind.ACTIVITY, "kontroll", "Kontroll")
    finding = make.evidence(municipality)
    page = sent(
        at_work,
        address,
        text="Vi mäter farten.",
        heading="Fart",
        number="3",
        purpose="Många kör fort.",
        focus="TRAF",
        activity_types=["kontroll"],
        findings=[str(finding.public_id)],
        place_stated="Storgatan",
        when_stated="under sommaren",
        binds="when",
        condition="om det är torrt",
        is_sensitive="on",
    )
    assert page.says("Sparat.")
    promise.refresh_from_db()
    assert (promise.text, promise.heading, promise.number) == (
        "Vi mäter farten.",
        "Fart",
        3,
    )
    assert (promise.purpose, promise.focus) == ("Många kör fort.", "TRAF")
    assert (promise.binds, promise.condition) == ("when", "om det är torrt")
    assert (promise.place_stated, promise.when_stated) == ("Storgatan", "under sommaren")
    assert promise.is_sensitive
    assert [row.code for row in promise.activity_types.all()] == ["kontroll"]
    assert [row.evidence for row in promise.grounds.all()] == [finding]


@pytest.mark.parametrize("op", list(Op))
def test_a_target_of_each_kind_is_saved(at_work, promise, address, op):
    typed = {
        "target-1-op": op.value,
        "target-1-low": "2,5",
        "target-1-high": "7",
        "target-1-unit": "besök",
        "target-1-per": "vecka",
        "target-1-part_of": "1" if op is Op.SUBSET else "",
        "target-1-least_share": "90",
        "target-1-clock_starts": "när utredare utsetts",
        "target-1-precondition": "när förundersökning inletts",
        "target-1-out_of": "12",
        "target-1-counting_rule": "varje besök",
        "target-1-measures": "effect",
        "target-1-direction": "neither",
        "target-1-direction_why": "Fler anmälningar kan vara bra.",
        "target-1-beyond_ordinary": "on",
        "target-1-is_shared": "on",
    }
    page = sent(at_work, address, **typed)
    assert page.says("Sparat."), page.words
    first, target = promise.targets.all()
    assert (target.op, target.low, target.high) == (op, Decimal("2.5"), Decimal(7))
    assert (target.unit, target.per, target.out_of) == ("besök", "vecka", Decimal(12))
    assert target.least_share == Decimal("0.9")
    assert target.part_of == (first if op is Op.SUBSET else None)
    assert (target.measures, target.direction) == (Measures.EFFECT, Direction.NEITHER)
    assert target.direction_why == "Fler anmälningar kan vara bra."
    assert (target.beyond_ordinary, target.is_shared) == (True, True)
    shown = opened(at_work, address).form(having="text").fields
    assert shown["target-1-low"] == ["2,5"]
    assert shown["target-1-least_share"] == ["90"]


def test_owners_of_several_kinds_take_part(at_work, municipality, police, promise, address):
    helper = make.organisation("Lundby Bostäder", Kind.HOUSING_COMPANY)
    make.relation(helper, Tie.OWNED_BY, municipality)
    sent(
        at_work,
        address,
        **{"owner-0-part": "joint", "owner-1-organisation": str(helper.public_id)},
        **{"owner-1-part": "supporting"},
    )
    rows = [(row.organisation, row.part) for row in promise.responsible.all()]
    assert rows == [(municipality, Part.JOINT), (helper, Part.SUPPORTING)]


def test_an_owner_is_taken_out(at_work, promise, address):
    sent(at_work, address, **{"owner-0-DELETE": "on"})
    assert not promise.responsible.exists()
    assert opened(at_work, address).says("Utan ansvarig kan löftet inte godkännas.")


def test_an_organisation_that_is_not_in_the_list_is_added(at_work, promise, address):
    page = sent(
        at_work,
        address,
        press="add_owner",
        **{"new-name": "Lundby IF", "new-kind": "association", "heading": "Vandringar"},
    )
    assert page.says("Sparat.")
    newcomer = Organisation.objects.get(name="Lundby IF")
    assert [row.organisation for row in promise.responsible.all()][-1] == newcomer
    promise.refresh_from_db()
    assert promise.heading == "Vandringar"


def test_an_organisation_without_a_name_is_not_added(at_work, promise, address):
    page = sent(at_work, address, press="add_owner", heading="Nytt")
    assert page.says("Skriv organisationens namn.")
    assert page.form(having="text").fields["heading"] == ["Nytt"]
    assert promise.responsible.count() == 1


def test_activities_in_three_levels(at_work, police, promise, address):
    typed = {"activity-TOTAL_FORMS": "4"}
    rows = [("Vandra", "1"), ("Vid stationen", "2"), ("Med skolan", "3"), ("Mäta", "1")]
    for nr, (text, level) in enumerate(rows):
        typed |= {f"activity-{nr}-text": text, f"activity-{nr}-level": level}
    typed["activity-1-owner"] = str(police.public_id)
    typed["activity-1-place_stated"] = "stationen"
    sent(at_work, address, **typed)
    stored = promise.activities.all()
    assert [(one.text, one.level) for one in stored] == [
        (text, int(level)) for text, level in rows
    ]
    assert stored[2].parent == stored[1]
    assert stored[1].owner == police
    sent(at_work, address, **{"activity-3-ORDER": "1"})
    assert promise.activities.first().text == "Vandra"
    sent(at_work, address, **{"activity-0-ORDER": "9"})
    assert [one.text for one in promise.activities.all()][-1] == "Vandra"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": ""}, "Skriv vad ni lovar."),
        ({"number": "ett"}, "Skriv ett heltal, till exempel 4."),
        ({"target-0-low": "många"}, "Skriv ett tal, till exempel 4 eller 2,5."),
        (
            {"target-0-op": "range", "target-0-high": "1"},
            "Skriv ett tal som är högre än det första.",
        ),
        ({"target-1-unit": "besök"}, "Välj hur talet är menat."),
        ({"activity-0-place_stated": "torget"}, "Skriv vad som görs."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(
    at_work, promise, address, typed, sentence
):
    page = sent(at_work, address, **{"purpose": "För tryggheten.", **typed})
    assert page.status == 422
    assert page.words.count(sentence) >= 2  # in the summary, and by the field
    fields = page.form(having="text").fields
    assert fields["purpose"] == ["För tryggheten."]
    assert all(fields[name] == [value] for name, value in typed.items())
    promise.refresh_from_db()
    assert promise.purpose == ""


def test_it_is_saved_while_one_types(at_work, promise, address):
    fields = opened(at_work, address).form(having="text").fields
    answer = at_work.post(address, {**fields, "purpose": "För"}, **SCRIPT)
    assert answer.json() == {"sentence": "Sparat 10.00", "revision": 2}
    promise.refresh_from_db()
    assert promise.purpose == "För"
    later = {**fields, "purpose": "För alla", "revision": "2"}
    assert at_work.post(address, later, **SCRIPT).json()["revision"] == 3


def test_while_one_types_what_cannot_be_saved_is_said_in_a_sentence(at_work, address):
    fields = opened(at_work, address).form(having="text").fields
    answer = at_work.post(address, {**fields, "text": ""}, **SCRIPT)
    assert answer.status_code == 422
    assert answer.json() == {"sentence": "Vad lovar ni?: Skriv vad ni lovar."}


def test_two_editors_lose_nothing(at_work, signed_in, liaison_officer, promise, address):
    """The other saves first. Mine stays, beside theirs, and can be saved on top."""
    mine = opened(at_work, address).form(having="text").fields
    sent(signed_in(liaison_officer), address, text="Polisen går fyra vandringar.")
    typed = {**mine, "text": "Vi går fem vandringar.", "purpose": "För tryggheten."}
    answer = at_work.post(address, typed, **SCRIPT)
    assert answer.status_code == 409
    assert "Någon annan ändrade texten medan ni skrev." in answer.json()["sentence"]
    page = sent_as(at_work, address, typed)
    assert page.status == 422
    assert page.says("Någon annan ändrade texten medan ni skrev.")
    assert page.says("Polisen")
    again = page.form(having="text").fields
    assert again["text"] == ["Vi går fem vandringar."]
    promise.refresh_from_db()
    assert promise.text == "Polisen går fyra vandringar."
    assert sent_as(at_work, address, again).says("Sparat.")
    promise.refresh_from_db()
    assert (promise.text, promise.purpose) == ("Vi går fem vandringar.", "För tryggheten.")


def test_two_who_wrote_the_same_have_no_quarrel(at_work, promise, address):
    mine = opened(at_work, address).form(having="text").fields
    sent(at_work, address, purpose="För tryggheten.")
    answer = at_work.post(address, {**mine, "purpose": "För tryggheten."}, **SCRIPT)
    assert answer.json()["revision"] == 2


def test_what_is_typed_when_the_text_is_closed_is_kept_on_the_page(
    at_work, coordinator, promise, address, now
):
    mine = opened(at_work, address).form(having="text").fields
    services.ask_for_approval(coordinator, promise.set, now=now)
    page = sent_as(at_work, address, {**mine, "purpose": "För tryggheten."})
    assert page.status == 422
    assert page.says("Texten är ute för godkännande och kan inte ändras.")
    assert page.form(having="text").fields["purpose"] == ["För tryggheten."]


def test_what_would_better_it_stands_beside_the_field(at_work, coordinator, draft):
    weak = services.add_promise(
        coordinator, draft, PromiseDraft(text="Vi ska verka för ökad trygghet.")
    )
    page = opened(at_work, f"/arbete/loften/{draft.public_id}/lofte/{weak.public_id}/")
    for sentence in (
        "Skriv vem som ansvarar.",
        "Skriv platsen: ett torg, en gata, en by.",
        "Sätt ett tal på det, till exempel minst fyra.",
        "Kortare meningar och vardagliga ord.",
    ):
        assert page.says(sentence), sentence


def test_a_reader_reads_and_may_not_write(reading, promise, address):
    page = opened(reading, address)
    assert page.says("Vi går minst fyra trygghetsvandringar i centrum.")
    assert reading.post(address, {"text": "Nej."}).status_code == 403
    answer = reading.post(address, {"text": "Nej."}, **SCRIPT)
    assert answer.status_code == 403
    assert answer.json()["sentence"]


def test_elsewhere_there_is_no_such_promise(away, address):
    assert away.get(address).status_code == 404
    assert away.post(address, {"text": "Vårt."}).status_code == 404


def test_a_promise_is_not_found_in_another_set(at_work, coordinator, promise, municipality):
    other = make.promise_set(coordinator, municipality, period="2027")
    address = f"/arbete/loften/{other.public_id}/lofte/{promise.public_id}/"
    assert at_work.get(address).status_code == 404


def test_a_published_promise_is_shown_with_what_became_of_it(at_work, published):
    promise = published.promises.get()
    page = opened(
        at_work, f"/arbete/loften/{published.public_id}/lofte/{promise.public_id}/"
    )
    assert page.says("Pågår")
    assert page.says("minst 4 trygghetsvandringar")
    assert page.says("Lundby kommun")


def test_the_editor_asks_the_database_a_bounded_number_of_questions(
    at_work, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(45):
        opened(at_work, address)
