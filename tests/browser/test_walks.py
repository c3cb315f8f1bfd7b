"""A safety walk with a phone that loses its coverage: nothing is lost, nothing doubled."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from handslag.core.access import Actor, Role
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks.models import Finding, Judgement, Walk
from tests import make
from tests.browser.conftest import PHONE
from tests.make import walks
from tests.make.photos import picture

READY = "html[data-walking=ready]"


@pytest.fixture
def lundby(transactional_db) -> Organisation:
    return make.municipality("Lundby kommun")


@pytest.fixture
def leader(lundby: Organisation) -> Actor:
    return make.member(lundby, Role.COORDINATOR)


@pytest.fixture
def walk(leader: Actor, lundby: Organisation) -> Walk:
    return walks.walk(leader, lundby, walk_on=date(2026, 11, 20))


@pytest.fixture
def pocket(
    browser: Browser,
    live_server,
    sign_in: Callable[[Page, Actor], None],
    leader: Actor,
    walk: Walk,
) -> Iterator[BrowserContext]:
    """A phone on which the leader has opened the page once, with coverage."""
    context = browser.new_context(
        base_url=live_server.url,
        locale="sv-SE",
        viewport=PHONE,  # type: ignore[arg-type]
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    sign_in(page, leader)
    opened(page, walk)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    # The page that is open was fetched before the script was there: it is kept as well.
    page.evaluate(
        "async () => { while (!(await caches.match(location.pathname)))"
        " await new Promise((soon) => setTimeout(soon, 50)); }"
    )
    page.close()
    yield context
    context.close()


def opened(page: Page, walk: Walk) -> Page:
    page.goto(f"/arbete/vandringar/falt/{walk.public_id}/")
    page.wait_for_selector(READY)
    return page


def choose(page: Page, scale: str, word: str) -> None:
    """A tap on what one looks at, if it is not open, and one on the word."""
    one = page.locator(".field-scale:visible", has_text=scale)
    if one.get_attribute("open") is None:
        one.locator("summary").click()
    one.locator(".chip", has_text=word).click()
    expect(one.locator(".chosen")).to_contain_text(word)


def write(page: Page, words: str) -> None:
    page.locator("textarea[name=text]:visible").fill(words)
    page.locator("select[name=parameter]:visible").select_option("lighting")


def save(page: Page) -> None:
    page.get_by_role("button", name="Spara stoppet").click()


def test_notes_without_coverage_come_in_once_each_with_their_photo(
    pocket: BrowserContext, walk: Walk, tmp_path
):
    photo = tmp_path / "bild.png"
    photo.write_bytes(picture())
    pocket.set_offline(True)
    page = opened(pocket.new_page(), walk)  # the page itself comes from the phone
    choose(page, "Belysning", "Dåligt belyst")
    choose(page, "Sikt och växtlighet", "En del skymmer sikten")
    write(page, "Lampan är trasig.")
    page.locator("input[type=file]:visible").set_input_files(photo)
    expect(page.locator("#saved")).to_contain_text("Sparat på telefonen.")
    save(page)
    expect(page.locator("#queue-words")).to_contain_text("1 anteckning väntar")
    expect(page.locator("#at")).to_have_text("Stopp 2 av 2")
    write(page, "Ett utkast")
    expect(page.locator("#saved")).to_contain_text("Sparat på telefonen.")
    page.get_by_role("button", name="Förra stoppet").click()
    expect(page.locator("#at")).to_have_text("Stopp 1 av 2")
    assert not Finding.objects.exists()

    pocket.set_offline(False)
    expect(page.locator("#queue-list > li")).to_have_count(0)
    found = Finding.objects.get()
    assert (found.text, found.photos.count()) == ("Lampan är trasig.", 1)
    assert Judgement.objects.count() == 2
    # What was chosen of the stop is still there, and is changed and not doubled.
    choose(page, "Belysning", "Bra belyst hela vägen")
    save(page)
    expect(page.locator("#at")).to_have_text("Stopp 2 av 2")
    expect(page.locator("#queue-list > li")).to_have_count(0)
    expect(page.locator("textarea[name=text]:visible")).to_have_value("Ett utkast")
    levels = Judgement.objects.filter(parameter="lighting").values_list("level", flat=True)
    assert list(levels) == ["good"]
    assert Finding.objects.count() == 1


def test_what_came_back_is_changed_and_nothing_is_lost(pocket: BrowserContext, walk: Walk):
    page = opened(pocket.new_page(), walk)
    write(page, "Ring 070-174 06 35")
    expect(page.locator("textarea[name=text]:visible")).to_have_value("Ring 070-174 06 35")
    save(page)
    expect(page.locator("#queue-list > li .error")).to_contain_text("070-174 06 35")
    expect(page.locator("#saved")).to_have_text("Sparat på telefonen.")
    page.get_by_role("button", name="Öppna och ändra").click()
    expect(page.locator("#at")).to_have_text("Stopp 1 av 2")
    expect(page.locator("textarea[name=text]:visible")).to_have_value("Ring 070-174 06 35")
    page.locator("textarea[name=text]:visible").fill("Lampan är trasig.")
    save(page)
    expect(page.locator("#saved")).to_have_text("Allt är skickat.")
    assert Finding.objects.get().text == "Lampan är trasig."
