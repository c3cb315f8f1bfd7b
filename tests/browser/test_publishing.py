"""From the figures of a closed survey to what anyone reads, and back again."""

from playwright.sync_api import expect

from handslag.core.access import system
from handslag.domain.surveys.tasks import prepare_releases
from tests.browser import demo

WHY = "Fråga 2 hade fel svarsord."


def test_results_go_public_question_by_question_and_are_taken_back(
    page, phone, sign_in, words, axe
):
    sign_in(page, demo.who("osthammar"))
    page.goto(f"/arbete/enkater/{words['survey_done']}/resultat/")
    page.get_by_role("link", name="Gör resultat offentliga").click()
    chosen = ("Känner du till kommunens", "Har du det senaste året valt")
    for question in chosen:
        page.get_by_role("checkbox", name=question).check()
    page.get_by_role("button", name="Skydda och titta på dem").click()
    expect(page.locator("main")).to_contain_text("skyddas nu")
    assert prepare_releases(system("timer")) == 1
    page.reload()
    page.get_by_role("link", name="Publicering 2").click()
    expect(page.get_by_role("heading", name=chosen[0])).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Publicera").click()
    expect(page.locator("main")).to_contain_text("Resultatet är offentligt")

    stranger = phone()
    stranger.goto("/osthammar/ni-sa/")
    stranger.get_by_role("link", name="Trygg i Östhammar").first.click()
    stranger.get_by_role("link", name="Läs enkätens resultat").click()
    for question in chosen:
        expect(stranger.get_by_role("heading", name=question)).to_be_visible()
    expect(stranger.get_by_role("heading", name="Hur väl tycker du")).to_have_count(0)
    stranger.get_by_text("Visa som tabell").first.click()
    expect(stranger.get_by_role("table").first).to_contain_text("Ja")

    page.get_by_role("link", name="Publicering 2").click()
    page.get_by_label("Varför?").fill(WHY)
    page.get_by_role("button", name="Ta tillbaka resultatet").click()
    expect(page.locator("main")).to_contain_text("tagits tillbaka")
    stranger.reload()
    expect(stranger.locator("main")).to_contain_text(WHY)
    expect(stranger.get_by_role("table")).to_have_count(0)
