"""A cause tree is grown with the keyboard alone, and every page on the way is sound."""

import re

from playwright.sync_api import Page, expect

from handslag.domain.picture.queries.causes import causes_of, nodes
from handslag.domain.picture.rules.causes import read
from tests.make import causes as made

MOST_TABS = 60


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what is in focus has these words: there is no mouse."""
    for _ in range(MOST_TABS):
        if words in focused(page):
            return
        press(page, "Tab")
    raise AssertionError(f"Tab never comes to {words}")


def focused(page: Page) -> str:
    """The words of what is in focus, or its name. Nothing for the page itself."""
    here = "document.activeElement"
    asked = f"{here} === document.body ? '' : {here}.innerText || {here}.name || ''"
    return str(page.evaluate(asked))


def enter(page: Page) -> None:
    with page.expect_navigation():
        press(page, "Enter")


def write(page: Page, words: str, *, downs: int, corner: int) -> None:
    """A new cause: its words, from where it is seen, which corner it belongs to."""
    tab_to(page, "text")
    page.keyboard.insert_text(words)
    press(page, "Tab", *["ArrowDown"] * downs)
    if not downs:
        press(page, "Space")
    press(page, "Tab", *["ArrowDown"] * corner)
    tab_to(page, "Spara")
    enter(page)


def told(problem) -> list[str]:
    words = {one.pk: one.text for one in causes_of(problem)}
    return [f"{one.number} {words[one.key]}" for one in read(nodes(causes_of(problem)))]


def test_a_tree_is_grown_with_the_keyboard_alone(
    page, sign_in, sound, faults, coordinator, municipality, police
):
    problem = made.prioritised(municipality, police)
    address = f"/arbete/lagesbild/{problem.picture.public_id}/problem/{problem.public_id}/"
    sign_in(page, coordinator)
    assert sound(page, f"{address}orsaker/") == []
    page.goto(f"{address}orsaker/")
    tab_to(page, "Skriv den första orsaken")
    enter(page)
    write(page, "Ingen har uppsikt över ställen", downs=0, corner=1)
    expect(page.locator(":focus")).to_contain_text("Ingen har uppsikt")
    tab_to(page, "Ny bredvid")
    enter(page)
    write(page, "Mörkt bakom stationshuset", downs=0, corner=1)
    assert told(problem) == [
        "1 Ingen har uppsikt över ställen",
        "2 Mörkt bakom stationshuset",
    ]
    tab_to(page, "In")
    enter(page)
    assert told(problem)[1] == "1.1 Mörkt bakom stationshuset"
    # The way back: it can go no further in.
    expect(page.locator(":focus")).to_contain_text(re.compile("^Ut"))
    enter(page)
    expect(page.locator(":focus")).to_contain_text(re.compile("^In"))
    enter(page)
    expect(page.locator(":focus")).to_contain_text(re.compile("^Ut"))
    tab_to(page, "Ny under")
    enter(page)
    write(page, "Lyktorna är trasiga", downs=2, corner=2)
    assert told(problem)[2] == "1.1.1 Lyktorna är trasiga"
    assert faults(page, "a grown tree") == []
    cause = problem.causes.get(parent=None)
    of_one = f"{cause.public_id}/"
    for more in ("ny/", "triangeln/", of_one, f"{of_one}ta-bort/"):
        assert sound(page, f"{address}orsaker/{more}") == []
    for steps in ("", "lundby/", "lundby/method/"):
        assert sound(page, f"/arbete/steg/{steps}") == []
