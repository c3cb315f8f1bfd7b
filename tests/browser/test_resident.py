"""A resident reports on a phone without JavaScript, by keyboard, and comes back."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from handslag.core.access import Role
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.services import ask
from handslag.domain.organisations.models import Organisation, Place, PlaceKind
from tests import make
from tests.make import incidents as made

TAB_STOPS = 40


@pytest.fixture
def lundby(transactional_db) -> Organisation:
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    Place.objects.create(
        within=municipality, name="Stora torget", kind=PlaceKind.SQUARE, lon=14.4, lat=59.2
    )
    return municipality


def tab_to(page, selector: str) -> None:
    """Go there with the tab key, as whoever has no mouse does."""
    for _ in range(TAB_STOPS):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not reach {selector} on {page.title()}")


TYPED = {
    "[name=where_words]": "Bakom kiosken",
    "[name=kind][value=lighting]": "",
    "[name=text]": "Lampan lyser inte.",
    "[name=dayparts][value=evening]": "",
    "[name=email]": "",
}


def press(page, button: str) -> None:
    tab_to(page, f"[name=go][value={button}]")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow(page, link: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=link).click()


def fill_in(page, selector: str, words: str) -> None:
    """With the keyboard, but for radios: the arrows choose among those."""
    if "kind" in selector:
        page.check(selector)
        return
    tab_to(page, selector)
    if words:
        page.keyboard.type(words)
    elif "dayparts" in selector:
        page.keyboard.press("Space")


def test_from_the_first_page_to_an_answer(lundby, phone, page, axe):
    """By keyboard, and each step is looked at by axe; the answer without JavaScript."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/lundby/")
    follow(page, "Rapportera en otrygg eller trygg plats")
    assert axe(page) == []
    follow(page, "Börja")
    for selector, words in TYPED.items():
        fill_in(page, selector, words)
        assert axe(page) == [], page.title()
        press(page, "next")
    expect(page.get_by_text("Lampan lyser inte.")).to_be_visible()
    assert axe(page) == []
    press(page, "send")
    code = page.locator(".receipt-code code").inner_text()
    assert axe(page) == []
    assert page.context.cookies() == []
    page.reload()
    expect(page.locator(".receipt-code code")).to_have_text(code)
    staff = make.member(lundby, Role.COORDINATOR)
    report = Incident.objects.get().report
    ask(staff, report, "Vilken lampa?", by=lundby, key=uuid4(), now=made.NOW)
    other = opened(phone(), code.lower())
    assert code not in other.url
    other.fill("[name=text]", "Den vid bron.")
    other.get_by_role("button", name="Skicka svaret").click()
    expect(other.get_by_text("Ert svar har kommit fram")).to_be_visible()
    expect(opened(page, code).get_by_text("Den vid bron.")).to_be_visible()
    assert axe(page) == []


def opened(page, code: str):
    """The receipt with this code."""
    page.goto("/lundby/rapportera/kvitto/")
    page.fill("[name=code]", code)
    with page.expect_navigation():
        page.get_by_role("button", name="Visa").click()
    return page


def go_on(window) -> None:
    with window.expect_navigation():
        window.get_by_role("button", name="Nästa").click()


def test_a_phone_without_javascript_walks_all_the_way(lundby, phone):
    window = phone()
    place = Place.objects.get()
    window.goto(f"/lundby/rapportera/?plats={place.public_id}")
    window.get_by_role("link", name="Börja").click()
    expect(window.get_by_label("Stora torget")).to_be_checked()
    go_on(window)
    window.get_by_label("Dålig belysning").check()
    go_on(window)
    window.get_by_label("Med era egna ord").fill("Mörkt.")
    go_on(window)
    go_on(window)
    window.go_back()
    window.go_forward()
    go_on(window)
    window.get_by_role("button", name="Skicka rapporten").click()
    expect(window.get_by_text("Tack. Här är er kod.")).to_be_visible()
    stored = Incident.objects.get()
    assert (stored.text, stored.place, stored.category.code) == (
        "Mörkt.",
        place,
        "lighting",
    )
