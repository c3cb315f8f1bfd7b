"""Every part of the pages, in every state, as a browser and axe see it."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("form", ["", "?formular=fel", "?formular=samtidigt"])
def test_every_part_is_sound_narrow_and_wide_light_and_dark(
    page, sign_in, sound, coordinator, form
):
    sign_in(page, coordinator)
    assert sound(page, f"/arbete/stil/{form}") == []


def test_a_form_with_errors_leads_into_its_fields(page, sign_in, coordinator):
    sign_in(page, coordinator)
    page.goto("/arbete/stil/?formular=fel")
    expect(page.locator(".errors")).to_be_focused()
    page.locator(".errors a").first.click()
    expect(page.locator("main form [name=heading]")).to_be_focused()


def test_a_page_that_is_not_there_is_sound(page, sound):
    assert sound(page, "/finns/inte/", 404) == []


def test_the_first_tab_leads_past_the_menu(page):
    page.goto("/finns/inte/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/finns/inte/#innehall")
