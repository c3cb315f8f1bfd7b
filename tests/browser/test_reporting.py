"""Reporting on a phone that loses its coverage, and a photo in which a face is hidden."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from handslag.core.access import Actor, Role
from handslag.domain.incidents.models import Incident, Photo, Report
from handslag.domain.incidents.services.training import pass_training
from handslag.domain.organisations.models import Organisation
from tests import make
from tests.browser.conftest import PHONE
from tests.make import incidents as made

HERE = "/arbete/rapportera/"
READY = "html[data-reporting=ready]"


@pytest.fixture
def lundby(transactional_db) -> Organisation:
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    make.place(municipality, "Torget")
    return municipality


@pytest.fixture
def reporter(lundby: Organisation) -> Actor:
    actor = make.member(lundby, Role.REPORTER)
    pass_training(actor, now=made.NOW)
    return actor


@pytest.fixture
def pocket(browser: Browser, live_server) -> Iterator[BrowserContext]:
    """A phone with a browser that runs scripts and knows where it is."""
    context = browser.new_context(
        base_url=live_server.url,
        locale="sv-SE",
        viewport=PHONE,  # type: ignore[arg-type]
        geolocation={"longitude": 14.437, "latitude": 59.236, "accuracy": 12},
        permissions=["geolocation"],
    )
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def signed_in(
    pocket: BrowserContext, sign_in: Callable[[Page, Actor], None], reporter: Actor
) -> BrowserContext:
    """The reporter has opened the page once, with coverage."""
    page = pocket.new_page()
    sign_in(page, reporter)
    open_page(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.close()
    return pocket


def open_page(page: Page) -> Page:
    page.goto(HERE)
    page.wait_for_selector(READY)
    return page


def write(page: Page, kind: str, text: str) -> None:
    """Three taps and a line."""
    page.locator(".tile", has_text="Skadegörelse").click()
    page.locator(".chip:visible", has_text=kind).click()
    page.get_by_role("button", name="Min plats").click()
    expect(page.locator("#position")).to_contain_text("inom ungefär 12 meter")
    expect(page.locator("#saved")).to_contain_text("Utkastet är sparat")
    # What is said after this is said of the text.
    page.evaluate("document.getElementById('saved').textContent = ''")
    page.fill("#id_text", text)


def point_out(page: Page) -> list[float]:
    """A place beside the position of the phone, with the keyboard; which it became."""
    page.locator("#point-out > summary").click()
    expect(page.locator("#punkt .said")).to_contain_text("Vald plats:")
    page.locator("#punkt .sheet").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#punkt .said")).to_contain_text("Korset står här:")
    page.keyboard.press("Enter")
    expect(page.locator("#position")).to_contain_text("En punkt på kartan är vald")
    chosen = [float(page.locator(f"#punkt-{one}").input_value()) for one in ("lon", "lat")]
    assert chosen[0] > 14.437
    return chosen


def press(page: Page, name: str) -> None:
    page.locator(".bar").get_by_role("button", name=name).click()


def go(where: Locator) -> None:
    """To the page that a press leads to, with its pictures."""
    with where.page.expect_navigation():
        where.click()


def test_two_reports_without_coverage_come_in_once_each(signed_in: BrowserContext):
    signed_in.set_offline(True)
    page = open_page(signed_in.new_page())  # the page itself comes from the phone
    write(page, "Klotter", "Klotter vid gången")
    pointed = point_out(page)
    press(page, "Skicka rapporten")
    expect(page.locator("#queue-words")).to_contain_text("1 rapport väntar på att skickas")
    # Without coverage as well, what points at somebody is marked while one types.
    write(page, "Krossat glas", "Ring 070-174 06 05")
    expect(page.locator("#id_text_guarded > li")).to_have_count(1)
    page.fill("#id_text", "Glas på gården")
    expect(page.locator("#id_text_guarded > li")).to_have_count(0)
    press(page, "Lägg till en händelse till")
    page.locator(".tile", has_text="Otrygg plats").click()
    press(page, "Skicka rapporten")
    expect(page.locator("#queue-words")).to_contain_text("2 rapporter väntar")
    write(page, "Klotter", "Ett utkast")
    expect(page.locator("#saved")).to_contain_text("Utkastet är sparat")
    page.close()
    assert not Report.objects.exists()

    page = open_page(signed_in.new_page())  # still without coverage, in a new window
    expect(page.locator("#queue-list > li")).to_have_count(2)
    expect(page.locator("#id_text")).to_have_value("Ett utkast")
    signed_in.set_offline(False)
    expect(page.locator("#queue-list > li.sent")).to_have_count(2)
    page.reload()
    page.wait_for_selector(READY)
    first, second = Report.objects.order_by("pk")
    there = first.incidents.values_list("text", "accuracy", "lon", "lat").get()
    assert there == ("Klotter vid gången", None, *pointed)
    assert [one.top for one in second.incidents.order_by("pk")] == [
        "damage",
        "unsafe_place",
    ]
    assert {one.precision for one in Incident.objects.all()} == {"point"}


def test_what_came_back_is_changed_and_nothing_is_lost(signed_in: BrowserContext):
    page = open_page(signed_in.new_page())
    write(page, "Klotter", "Ring 070-123 45 67")
    press(page, "Skicka rapporten")
    expect(page.locator("#queue-list > li.refused")).to_contain_text("070-123 45 67")
    page.get_by_role("button", name="Öppna och ändra").click()
    expect(page.locator("#id_text")).to_have_value("Ring 070-123 45 67")
    page.fill("#id_text", "Klotter vid gången")
    press(page, "Skicka rapporten")
    expect(page.locator("#queue-list > li.sent")).to_have_count(1)
    assert Incident.objects.get().text == "Klotter vid gången"


def test_the_answer_is_lost_and_what_was_changed_after_that_is_not(
    signed_in: BrowserContext,
):
    """The report came through, the answer did not; then it was changed on the phone."""
    page = open_page(signed_in.new_page())
    signed_in.route("**/skicka/", lambda route: (route.fetch(), route.abort()))
    write(page, "Klotter", "Som det var först")
    # What is opened before it has been sent has not come through.
    with signed_in.expect_event("requestfailed", lambda one: "/skicka/" in one.url):
        press(page, "Skicka rapporten")
    expect(page.locator("#queue-words")).to_contain_text("1 rapport väntar")
    page.get_by_role("button", name="Öppna och ändra").click()
    signed_in.unroute_all(behavior="wait")  # a sending under way loses its answer first
    expect(page.locator("#id_text")).to_have_value("Som det var först")
    page.fill("#id_text", "Som det är nu")
    press(page, "Skicka rapporten")
    expect(page.locator("#queue-list")).to_contain_text("hade redan kommit fram")
    assert Incident.objects.get().text == "Som det var först"
    with page.expect_response(lambda one: "/skicka/" in one.url and one.ok):
        page.get_by_role("button", name="Skicka den som en ny rapport").click()
    expect(page.locator("#queue-list > li.sent")).to_have_count(1)
    assert Incident.objects.latest("pk").text == "Som det är nu"
    assert Report.objects.count() == 2


def test_signed_out_it_waits_and_someone_else_never_sees_it(
    signed_in: BrowserContext, sign_in: Callable[[Page, Actor], None], lundby, reporter
):
    signed_in.set_offline(True)
    page = open_page(signed_in.new_page())
    write(page, "Klotter", "Bara min")
    press(page, "Skicka rapporten")
    expect(page.locator("#queue-words")).to_contain_text("1 rapport väntar")
    signed_in.clear_cookies()  # the session has ended
    signed_in.set_offline(False)
    expect(page.locator("#queue-words")).to_contain_text("Ni är utloggade")
    assert not Report.objects.exists()

    other = make.member(lundby, Role.REPORTER)
    pass_training(other, now=made.NOW)
    sign_in(page, other)
    open_page(page)
    expect(page.locator("#queue-words")).to_contain_text("Rapporter från någon annan")
    assert "Klotter" not in page.locator("#device").inner_text()
    assert not Report.objects.exists()

    sign_in(page, reporter)
    open_page(page)
    expect(page.locator("#queue-list > li.sent")).to_have_count(1)
    assert Report.objects.get().person_id == reporter.person_id


def test_signing_out_warns_of_what_is_unsent_and_removes_it(signed_in: BrowserContext):
    page = open_page(signed_in.new_page())
    write(page, "Klotter", "Ett utkast")
    expect(page.locator("#saved")).to_contain_text("Utkastet är sparat")
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        page.get_by_role("button", name="Logga ut").click()
    assert "1 rapporter eller utkast" in asked.value.message
    expect(page.locator("#id_text")).to_have_value("Ett utkast")
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Logga ut").click()
    assert page.evaluate("caches.keys()") == []
    page.wait_for_function("indexedDB.databases().then((all) => all.length === 0)")


def photograph() -> bytes:
    file = BytesIO()
    Image.new("RGB", (640, 480), "white").save(file, "JPEG")
    return file.getvalue()


def test_a_photo_goes_along_and_a_face_is_drawn_over(
    signed_in: BrowserContext, page: Page, sign_in, lundby, faults
):
    phone = open_page(signed_in.new_page())
    write(phone, "Klotter", "Se bilden")
    phone.set_input_files(
        "#photo", {"name": "bild.jpg", "mimeType": "image/jpeg", "buffer": photograph()}
    )
    expect(phone.locator("#photos img")).to_have_count(1)
    assert faults(phone, "a report with a photo") == []
    phone.set_viewport_size(PHONE)  # type: ignore[arg-type]
    press(phone, "Skicka rapporten")
    go(phone.get_by_role("link", name="Dölj ansikten och skyltar i bilden"))
    drawing = phone.locator("#drawing")
    drawing.locator("img").scroll_into_view_if_needed()
    at = drawing.bounding_box()
    assert at is not None
    phone.mouse.move(at["x"] + 5, at["y"] + 5)
    phone.mouse.down()
    phone.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2, steps=4)
    phone.mouse.up()
    expect(phone.locator("#drawing-buttons")).to_contain_text("1 ritade rutor")
    phone.fill("[name=alt]", "En vägg med klotter")
    assert faults(phone, "a box over a face") == []
    go(phone.get_by_role("button", name="Måla över och lämna vidare"))
    expect(phone.locator("main")).to_contain_text("Väntar på att kommunen granskar den")
    assert faults(phone, "one own report") == []

    photo = Photo.objects.get()
    drawn = Image.open(BytesIO(bytes(photo.waiting or b""))).convert("L")
    dark = drawn.crop((100, 100, 101, 101)).tobytes()
    light = drawn.crop((600, 440, 601, 441)).tobytes()
    assert dark < bytes([100]) < light
    sign_in(page, make.member(lundby, Role.COORDINATOR))
    page.goto(f"{HERE}bilder/{photo.public_id}/")
    assert faults(page, "the moderator looks") == []
