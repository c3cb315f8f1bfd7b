"""From what was said to the answer and back, with the keyboard and on a phone."""

import pytest
from playwright.sync_api import expect

from handslag.domain.voices import queries
from handslag.domain.voices.models import LeftAddress, Voice
from tests.make import voices


@pytest.fixture
def row(coordinator, municipality):
    """Two voices wait; their themes are in the vocabulary."""
    for code, sv, en in (("LJUS", "belysning", "light"), ("RESA", "resor", "travel")):
        voices.theme(code, sv, en)
    made = voices.heard(coordinator, municipality, said="Det är för mörkt.")
    voices.voice(coordinator, made, "Mörkt på vägen hem.")
    voices.voice(coordinator, made, "Bussen kommer inte.")
    return made


def themes() -> list[set[str]]:
    rows = Voice.objects.order_by("pk")
    return [set(one.themes.values_list("theme", flat=True)) for one in rows]


def test_two_voices_are_coded_with_the_keys_alone(page, sign_in, coordinator, row):
    sign_in(page, coordinator)
    page.goto(f"/arbete/roster/{row.public_id}/")
    page.get_by_role("link", name="Koda de 2 röster som väntar").click()
    expect(page.get_by_text("Mörkt på vägen hem.")).to_be_visible()
    expect(page.get_by_label("belysning")).to_be_checked()
    expect(page.get_by_label("belysning")).to_be_focused()
    page.keyboard.press("2")
    expect(page.get_by_label("resor")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bussen kommer inte.")).to_be_visible()
    expect(page.get_by_label("resor")).to_be_checked()
    expect(page.get_by_label("belysning")).to_be_focused()
    page.keyboard.press("2")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Inget väntar på att kodas här.")).to_be_visible()
    assert themes() == [{"LJUS", "RESA"}, {"LJUS"}]


def test_an_answer_goes_all_the_way_to_those_who_spoke(
    page, phone, sign_in, coordinator, row
):
    """Published, an address left on a phone, told, and answered from the letter."""
    sign_in(page, coordinator)
    page.goto(f"/arbete/roster/{row.public_id}/publicera/")
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("link", name="Den offentliga sidan")).to_be_visible()

    stranger = phone()
    stranger.goto("/lundby/")
    stranger.get_by_role("link", name="Ni sa – vi gjorde – det blev så").click()
    stranger.get_by_role("link", name="Samtal på torget").click()
    stranger.get_by_role("link", name="Lämna en adress").click()
    stranger.get_by_label("E-postadress").fill("nagon@example.se")
    stranger.get_by_role("button", name="Lämna adressen").click()
    expect(stranger.get_by_text("Ni får höra av oss")).to_be_visible()

    page.get_by_role("link", name="Berätta för dem som sa något").click()
    page.get_by_label("Hur?").fill("torget")
    page.get_by_label("Vad fick de veta?").fill("Lamporna byts i april.")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Lamporna byts i april.")).to_be_visible()

    token = queries.letter_token(LeftAddress.objects.get())
    stranger.goto(f"/lundby/ni-sa/svar/{token}/")
    stranger.get_by_role("button", name="Delvis").click()
    expect(stranger.get_by_text("Ni svarade: Delvis.")).to_be_visible()
    row.refresh_from_db()
    assert (row.meant_yes, row.meant_partly, row.meant_no) == (0, 1, 0)
