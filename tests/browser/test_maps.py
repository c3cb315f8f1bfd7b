"""Maps as one walks about in them: by keyboard, by hand, by the device, and not at all."""

import pytest
from playwright.sync_api import Page, expect

STYLE = "/arbete/stil/"


@pytest.fixture
def maps(page: Page, sign_in, coordinator) -> Page:
    """The style page when its maps have been drawn."""
    sign_in(page, coordinator)
    page.emulate_media(reduced_motion="reduce")  # and nothing has to be waited for
    page.goto(STYLE)
    expect(page.locator("#karta[data-state=drawn]")).to_be_visible()
    expect(page.locator("#plats[data-state]")).to_be_visible()
    return page


def test_the_keyboard_walks_from_mark_to_mark_and_out_of_the_map(maps: Page):
    sheet, said = maps.locator("#karta .sheet"), maps.locator("#karta .said")
    squares = maps.locator("#karta path.cell")
    expect(squares).to_have_count(7)
    sheet.focus()

    heard = []
    for _ in range(5):
        maps.keyboard.press("ArrowLeft")
        heard.append(said.text_content())
    assert heard[0] in {"Ruta 3: 5 rapporter. Visa", "Ruta 5: 58 rapporter. Visa"}
    assert heard[-1] == "Inget mer åt det hållet."
    assert len(set(heard)) >= 3
    expect(maps.locator("#karta .chosen")).to_have_count(1)

    for key, wider in (("+", True), ("-", False), ("-", False)):
        before = squares.first.bounding_box()
        maps.keyboard.press(key)
        after = squares.first.bounding_box()
        assert before
        assert after
        assert (after["width"] > before["width"]) is wider

    maps.keyboard.press("Home")
    maps.keyboard.press("Escape")
    assert maps.evaluate("document.activeElement.id") == "rutorna"


def test_several_in_one_place_are_one_ring_that_opens(maps: Page):
    maps.locator("#karta .ring").click()
    expect(maps.locator("#karta .said")).to_have_text("2 på samma plats.")
    expect(maps.locator("#karta .dot:not(.ring)")).to_have_count(3)
    expect(maps.locator("#karta .ring")).to_have_count(0)


def test_a_place_is_pointed_out_by_keyboard(maps: Page):
    lon, lat = maps.locator("#plats-lon"), maps.locator("#plats-lat")
    expect(lon).to_have_value("")
    maps.locator("#plats .sheet").focus()
    maps.keyboard.press("Enter")
    expect(maps.locator("#plats .said")).to_contain_text("Vald plats: ungefär")
    first = float(lon.input_value()), float(lat.input_value())

    maps.keyboard.press("ArrowRight")
    maps.keyboard.press("Enter")

    expect(lon).not_to_have_value(f"{first[0]:.6f}")
    assert float(lon.input_value()) > first[0]
    assert float(lat.input_value()) == pytest.approx(first[1], abs=1e-4)
    maps.keyboard.press("Escape")
    assert maps.evaluate("document.activeElement.id") == "plats-list"


def test_a_place_is_pointed_out_by_the_hand_and_by_the_device(maps: Page):
    maps.locator("#plats .sheet").click(position={"x": 5, "y": 5})
    expect(maps.locator("#plats .said")).to_have_text("Vald plats: utanför kommunen.")

    maps.locator("#plats [data-do=here]").click()
    expect(maps.locator("#plats .said")).to_contain_text("låter inte sidan veta")

    maps.context.grant_permissions(["geolocation"])
    maps.context.set_geolocation({"longitude": 14.4272, "latitude": 59.2328})
    maps.locator("#plats [data-do=here]").click()
    expect(maps.locator("#plats .said")).to_have_text("Vald plats: vid Lundby.")
    expect(maps.locator("#plats-lon")).to_have_value("14.427200")


def test_a_map_that_cannot_be_fetched_leads_to_the_table(
    page: Page, sign_in, coordinator, complaints
):
    sign_in(page, coordinator)
    page.route("**/stil/karta/rutor.geojson", lambda route: route.abort())
    page.goto(STYLE)
    expect(page.locator("#karta .said")).to_have_text(
        "Kartan kunde inte hämtas. Tabellen säger samma sak."
    )
    complaints.clear()


def test_without_javascript_the_table_and_the_list_stand_alone(phone, sign_in, coordinator):
    page = phone()
    sign_in(page, coordinator)
    page.goto(STYLE)
    expect(page.locator("#karta")).to_be_hidden()
    expect(page.locator("#plats")).to_be_hidden()
    expect(page.locator("#rutorna")).to_be_visible()
    expect(page.locator("#plats-list a").first).to_be_visible()
