"""A person's calendar at its secret address."""

import pytest
from icalendar import Calendar

from handslag.domain.year import services
from tests.web.pages import opened, sent_as

PAGE = "/arbete/aret/egen-kalender/"


@pytest.fixture
def token(coordinator, municipality, now) -> str:
    services.take_usual(coordinator, municipality)
    return services.make_feed(coordinator, now=now)


def test_whoever_has_the_address_reads_the_days(visitor, token, published):
    answer = visitor.get(f"/kalender/{token}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    said = [
        str(event["SUMMARY"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")
    ]
    assert "Lundby: Medborgarlöfte 2026 tar slut, och inget kommer efter" in said
    assert "Lundby: Medborgardialoger" in said
    assert len(said) == len(
        {str(e["UID"]) for e in Calendar.from_ical(answer.content).walk("VEVENT")}
    )


def test_an_address_that_has_ended_answers_nothing(visitor, token, coordinator):
    services.end_feed(coordinator)
    assert visitor.get(f"/kalender/{token}.ics").status_code == 404
    assert visitor.get("/kalender/hittat-pa.ics").status_code == 404


def test_the_address_is_shown_once_with_a_warning(signed_in, coordinator, visitor):
    browser = signed_in(coordinator)
    page = opened(browser, PAGE)
    assert page.says("Den som har adressen kan läsa din kalender utan att logga in.")
    page = sent_as(browser, PAGE, {"make": "1"})
    address = next(word for word in page.words.split() if word.endswith(".ics"))
    assert visitor.get(address.split("8000", 1)[-1]).status_code == 200
    page = opened(browser, PAGE)
    assert ".ics" not in page.words
    assert page.says("Du har en adress sedan")
    page = sent_as(browser, PAGE, {"end": "1"})
    assert page.says("Adressen svarar inte längre.")
