"""A resident's report in steps: no account, no cookie, no script, and nothing lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.core.access import Role
from handslag.domain.incidents.models import Contact, Held, Incident, Report
from handslag.domain.incidents.rules import Known
from handslag.domain.incidents.services.desks import open_desk
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.web.public.reporting import floods
from tests import make
from tests.make import incidents as made
from tests.web.pages import Page, opened, read

NEW = "/lundby/rapportera/ny/"
BESIDES_RECEIVING = 7  # two of the service's own place and municipality; limits; terms


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def square(lundby):
    return Place.objects.create(
        within=lundby, name="Stora torget", kind=PlaceKind.SQUARE, lon=14.437, lat=59.236
    )


def press(visitor, page: Page, go: str = "next", address: str = NEW, **typed) -> Page:
    """Fill in the form of a step and press one of its buttons."""
    form = page.form(having="go")
    return read(visitor.post(address, {**form.fields, **typed, "go": go}))


def to_preview(visitor, **said) -> Page:
    """All the way to the last step, with these answers."""
    page = opened(visitor, said.pop("address", NEW))
    page = press(visitor, page, where_words="Vid bron", **said.pop("where", {}))
    if page.says("Är det något av det här?"):
        page = press(visitor, page)
    page = press(visitor, page, kind=said.pop("kind", "lighting"))
    page = press(visitor, page, text=said.pop("text", "Lampan är trasig."), worry="much")
    page = press(visitor, page, dayparts=["evening", "weekends"], **said.pop("when", {}))
    return press(visitor, page, email=said.pop("email", "boende@example.org"))


def test_the_first_page_says_what_it_is_not_and_leads_on(lundby, square, visitor):
    page = opened(visitor, f"/lundby/rapportera/?plats={square.public_id}")
    for sentence in (
        "Pågår det nu? Ring 112.",
        "114 14",
        "Det här är inte en polisanmälan. Det är inte heller ett medborgarförslag.",
        "Stora torget",
        "lag 2025:170",
        "Översättningarna har inte granskats",
    ):
        assert page.says(sentence), sentence
    body = page.answer.content.decode()
    assert '<summary lang="ar" dir="rtl">' in body
    assert f"{NEW}?plats={square.public_id}" in page.links
    first = opened(visitor, f"{NEW}?plats={square.public_id}")
    assert first.form(having="go").fields["place"] == [str(square.public_id)]
    english = opened(visitor, "/en/lundby/rapportera/")
    assert english.says("This is not a police report.")


def test_what_is_typed_is_previewed_stored_as_shown_and_answered_with_a_code(
    lundby, visitor
):
    page = to_preview(visitor)
    for sentence in ("Vid bron", "Dålig belysning", "Lampan är trasig.", "Kvällar, Helger"):
        assert page.says(sentence), sentence
    for sentence in ("boende@example.org", "Stor oro", "Lundby kommun, polisen"):
        assert page.says(sentence), sentence
    assert not Report.objects.exists()
    receipt = press(visitor, page, "send")
    assert receipt.status == 200
    assert receipt.says("Tack. Här är er kod.")
    stored = Incident.objects.get()
    assert (stored.text, stored.where_words, stored.category.code, stored.worry) == (
        "Lampan är trasig.",
        "Vid bron",
        "lighting",
        "much",
    )
    assert (stored.known, stored.dayparts) == (Known.OFTEN, "evening,weekends")
    assert Contact.objects.get().email == "boende@example.org"
    assert not visitor.cookies


def test_sent_twice_it_is_one_report_and_the_same_code(lundby, visitor):
    page = to_preview(visitor)
    first, second = (press(visitor, page, "send") for _ in range(2))
    assert second.says("Den räknas en gång")
    code = first.words.split("Här är er kod. ")[1][:14]
    assert code in second.words
    assert Report.objects.count() == 1
    form = page.form(having="go")
    unsigned = form.fields["key"][0].rpartition(":")[0]  # the key of another's report
    forged = {**form.fields, "go": "send", "key": [unsigned]}
    other = read(visitor.post(NEW, forged))
    assert code not in other.words
    assert Report.objects.count() == 2


def test_back_and_change_lose_nothing(lundby, visitor):
    page = to_preview(visitor)
    page = press(visitor, page, "to:varfor")
    assert page.form(having="text").fields["text"] == ["Lampan är trasig."]
    page = press(visitor, page, "back", text="Den blinkar.")
    assert page.form(having="kind").fields["kind"] == ["lighting"]
    page = press(visitor, press(visitor, page), text="Den blinkar.")
    page = press(visitor, press(visitor, page))
    for sentence in ("Den blinkar.", "Vid bron", "boende@example.org", "Kvällar, Helger"):
        assert page.says(sentence), sentence


def test_wrong_input_gets_a_sentence_and_is_kept(lundby, visitor):
    page = press(visitor, opened(visitor, NEW))
    assert page.status == 422
    assert page.says("Säg var det är")
    page = press(visitor, page, where_words="Vid bron")
    page = press(visitor, page)
    assert page.says("Välj det som passar bäst.")
    page = press(visitor, page, kind="lighting")
    said = "Ring Anna Karlsson på 070-174 06 05."
    page = press(visitor, page, text=said)
    assert page.status == 422
    assert page.says("”Anna Karlsson” är")
    assert page.says("”070-174 06 05” är")
    assert page.form(having="text").fields["text"] == [said]
    page = press(visitor, page, text="Trasigt.")
    page = press(visitor, page, day="2030-01-01", clock="22:10")
    assert page.says("Den dagen har inte varit än.")
    assert page.form(having="clock").fields["clock"] == ["22:10"]
    page = press(visitor, page, day="", clock="")
    page = press(visitor, page, email="inte en adress")
    assert page.says("Skriv en e-postadress")
    assert not Report.objects.exists()


def test_a_text_that_may_name_somebody_waits_and_the_preview_says_so(lundby, visitor):
    page = to_preview(visitor, text="Vi ses hos Anna.")
    assert page.says("En granskare läser texten först.")
    press(visitor, page, "send")
    assert Incident.objects.get().text == ""
    assert Held.objects.get().words == "Vi ses hos Anna."


def test_what_is_hidden_in_a_form_is_judged_again_when_it_is_sent(lundby, visitor):
    page = to_preview(visitor)
    fields = page.form(having="go").fields
    for changed, sentence in (
        ({"text": "Ring 070-174 06 05."}, "”070-174 06 05” är"),
        ({"kind": "violence"}, "Välj en gång till vad det gäller"),
        ({"email": "x"}, "Skriv en e-postadress"),
        ({"token": "gammal"}, "Skicka en gång till"),
    ):
        answer = read(visitor.post(NEW, {**fields, "go": "send", **changed}))
        assert (answer.status, answer.says(sentence)) == (422, True), changed
    assert not Report.objects.exists()


def test_a_place_is_found_by_searching_without_a_script(lundby, square, visitor):
    for number in range(14):
        make.place(lundby, f"Byn {number:02}", kind=PlaceKind.LOCALITY)
    page = opened(visitor, NEW)
    assert page.says("3 platser till visas inte.")
    assert page.says("Stora torget")
    page = press(visitor, page, "search", place_words="byn 13", where_words="vid kiosken")
    assert page.says("Byn 13")
    assert not page.says("Byn 12")
    assert page.form(having="go").fields["where_words"] == ["vid kiosken"]
    page = press(visitor, page, "search", place_words="Atlantis")
    assert page.says("Ingen namngiven plats heter så.")


def test_a_network_that_sends_much_waits_and_loses_nothing(lundby, visitor, monkeypatch):
    monkeypatch.setattr(floods, "FROM_AN_ADDRESS", 1)
    assert press(visitor, to_preview(visitor), "send").status == 200
    page = press(visitor, to_preview(visitor, text="Den andra."), "send")
    assert page.status == 429
    assert page.says("Den andra.")
    assert page.says("Det har kommit många rapporter från ert nät")
    assert Report.objects.count() == 1
    assert floods.block_of("192.0.2.77") == floods.block_of("192.0.2.9")
    assert floods.block_of("2001:db8:1:1::") == floods.block_of("2001:db8:1:2::")
    assert floods.block_of("2001:db8:1::") != floods.block_of("2001:db8:2::")


def test_to_send_costs_little_more_than_to_receive(lundby, square, visitor):
    page = to_preview(visitor, where={"place": str(square.public_id)})
    with CaptureQueriesContext(connection) as asked:
        assert press(visitor, page, "send").status == 200
    real = [q["sql"] for q in asked if "SAVEPOINT" not in q["sql"]]
    assert len(real) <= 12 + BESIDES_RECEIVING, "\n".join(real)


def test_where_residents_do_not_report_the_page_says_where_to_turn(db, visitor):
    closed = make.municipality("Sjövik kommun")
    staff = make.member(closed, Role.COORDINATOR)
    for _ in range(2):  # without a desk, and with one that is not open to residents
        for address in ("/sjovik/rapportera/", "/sjovik/rapportera/ny/"):
            page = opened(visitor, address)
            assert page.says("Sjövik kommun tar inte emot rapporter här")
            assert page.says("Ring 112")
            assert page.answer.headers["X-Robots-Tag"] == "noindex"
        assert "/sjovik/rapportera/" not in opened(visitor, "/sjovik/").links
        open_desk(staff, closed, now=made.NOW)
    assert visitor.get("/ingenstans/rapportera/").status_code == 404


def test_an_open_municipality_leads_there_from_its_first_page(lundby, visitor):
    assert "/lundby/rapportera/" in opened(visitor, "/lundby/").links


def test_a_point_on_the_map_travels_to_the_report_and_lies_in_the_municipality(db, visitor):
    degerfors = make.municipality("Degerfors kommun", code="1862")
    made.desk(degerfors)
    new = "/degerfors/rapportera/ny/"
    first = opened(visitor, new)
    assert 'data-behaviour="picker"' in first.answer.content.decode()
    elsewhere = press(visitor, first, address=new, lon="18.07", lat="59.33")
    assert elsewhere.answer.status_code == 422
    assert elsewhere.says("Punkten på kartan ligger utanför kommunen.")
    assert elsewhere.form(having="go").fields["lon"] == ["18.07"]
    page = press(visitor, elsewhere, address=new, lon="14.430000", lat="59.235000")
    for typed in ({"kind": "lighting"}, {"text": "Mörkt."}, {}, {}):
        page = press(visitor, page, address=new, **typed)
    assert page.says("punkten ni valde på kartan: 59.235000, 14.430000")
    assert 'data-marks="{' in page.answer.content.decode()
    forged = press(visitor, page, "send", address=new, lon="18.07", lat="59.33")
    assert forged.says("Punkten på kartan ligger utanför kommunen.")
    assert not Report.objects.exists()
    press(visitor, page, "send", address=new)
    incident = Incident.objects.get()
    assert (incident.precision, incident.lon, incident.lat) == ("point", 14.43, 59.235)
