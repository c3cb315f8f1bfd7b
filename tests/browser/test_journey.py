"""Whole journeys: a promise from draft to kept, by those who make it, on their phones."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from handslag.core.access import Actor, Role
from handslag.core.accounts.models import Person
from handslag.core.approvals.models import Vote
from handslag.domain.organisations.services.public import make_findable
from handslag.domain.promises import services
from handslag.domain.promises.rules.words import Verdict
from tests import make
from tests.browser.conftest import PHONE

WORD = "ett-langt-losenord"


@pytest.fixture(autouse=True)
def _clock(monkeypatch, now) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


def with_password(actor: Actor) -> Person:
    person = Person.objects.get(pk=actor.person_id or 0)
    person.set_password(WORD)
    person.save()
    return person


def signed_in(page: Page, actor: Actor) -> Page:
    """Sign in from the front page, as everyone does."""
    page.goto("/")
    page.get_by_role("link", name="Logga in").click()
    page.get_by_label("E-post").fill(with_password(actor).email)
    page.get_by_label("Lösenord").fill(WORD)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det här väntar på dig")
    return page


def answers(page: Page, address: str) -> int:
    found = page.goto(address)
    assert found
    return found.status


def says(page: Page, words: str) -> None:
    expect(page.locator("main")).to_contain_text(words)


def press(page: Page, name: str) -> None:
    """Press, and wait for the page that comes: it may have the same fields as this one."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=name).first.click()


def test_a_new_promise_is_approved_by_both_and_read_by_all(
    transactional_db, phone, coordinator, municipality, police
):
    """From nothing to the public page, without JavaScript."""
    writer = signed_in(phone(), coordinator)
    follow(writer, "Nya löften")
    writer.get_by_label("Namn").fill("Medborgarlöfte 2026")
    writer.get_by_label("Period", exact=False).first.fill("2026")
    writer.get_by_label(police.name).check()
    press(writer, "Börja utkastet")
    follow(writer, "Skriv det första löftet")
    writer.get_by_label("Vad lovar ni?").fill("Vi går minst fyra trygghetsvandringar.")
    press(writer, "Spara och fortsätt")
    writer.locator("select[name=owner-0-organisation]").select_option(municipality.name)
    expect(writer.get_by_role("link", name="Be om godkännande")).to_have_count(0)
    press(writer, "Spara")
    follow(writer, "Be om godkännande")
    says(writer, "Varför saknas det?")
    for reason in writer.locator("main textarea").all():
        reason.fill("Lägesbilden är från tiden före Handslag.")
    press(writer, "Spara och läs texten")
    says(writer, "Vi går minst fyra trygghetsvandringar.")
    press(writer, "Lås texten och fråga")
    says(writer, "Parterna är tillfrågade.")

    public, page = "/lundby/loften/2026/", phone()
    for party, said in (
        (municipality, "De andra parterna har inte svarat än."),
        (police, "Alla har godkänt, och nu kan alla läsa texten."),
    ):
        assert answers(page, public) == 404
        approver = signed_in(phone(), make.member(party, Role.APPROVER))
        follow(approver, "Läs och svara: Medborgarlöfte 2026")
        approver.get_by_label("Ja, vi godkänner exakt den här texten").check()
        approver.get_by_label("I vilken funktion").fill("ordförande")
        press(approver, "Skicka svaret")
        says(approver, said)
    assert answers(page, public) == 200
    says(page, "Vi går minst fyra trygghetsvandringar.")


@pytest.fixture
def asked(draft, coordinator, now):
    """The draft is put to both parties."""
    services.ask_for_approval(coordinator, draft, now=now)
    return f"/arbete/loften/{draft.public_id}/"


def send_link(writer: Page, where: str, party: str, telephone: str = "") -> None:
    writer.goto(where)
    follow(writer, "Skicka en länk till den som godkänner")
    writer.get_by_label(party).check()
    writer.get_by_label("Namn").fill("Chefen")
    writer.get_by_label("Funktion").fill("chef")
    writer.get_by_label("E-post").fill(f"chef{telephone[-2:]}@example.org")
    writer.get_by_label("Mobiltelefon").fill(telephone)
    press(writer, "Skicka länken")
    says(writer, "Chefen får ett brev med länken")


def link_in_the_letter() -> str:
    found = re.search(r"/godkann/[^/\s]+/", make.latest_letter("/godkann/"))
    assert found
    return found[0]


def in_the_outbox(writer: Page) -> tuple[str, str]:
    """The link of the latest letter, and the code of the latest text message."""
    writer.goto("/arbete/")
    with writer.expect_navigation():
        writer.get_by_role("link", name="Utkorg").click()
    letter = writer.locator(".letter a[href*='/godkann/']").first.get_attribute("href")
    follow(writer, "Sms")
    code = re.search(r"\b[2-9A-Z]{6}\b", writer.locator(".letter").first.inner_text())
    assert letter
    assert code
    return letter, code[0]


def answer(page: Page, code: str, what: str = "Ja, vi godkänner") -> None:
    page.get_by_label(what).check()
    page.get_by_label("Er kod").fill(code)
    press(page, "Skicka svaret")


def test_both_approve_by_link_without_an_account(
    live_server, settings, asked, phone, coordinator, municipality, police
):
    """One gets the code as a text message, the other has it read out."""
    settings.DEMO, settings.PUBLIC_ADDRESS = True, live_server.url
    writer = signed_in(phone(), coordinator)
    send_link(writer, asked, municipality.name, telephone="070-123 45 67")
    letter, code = in_the_outbox(writer)
    reader = phone()
    for _ in range(2):
        reader.goto(letter)
    says(reader, "Vi går minst fyra trygghetsvandringar i centrum.")
    assert not Vote.objects.exists()
    answer(reader, "FEL")
    says(reader, "Koden stämmer inte.")
    expect(reader.get_by_label("Ja, vi godkänner")).to_be_checked()
    assert not Vote.objects.exists()
    answer(reader, code)
    says(reader, "Löftena blir offentliga när alla har godkänt.")
    assert answers(reader, letter) == 410
    says(reader, "Länken har använts")

    send_link(writer, asked, police.name)
    read_out = writer.locator("output.code").inner_text()
    reader = phone()
    reader.goto(link_in_the_letter())
    answer(reader, read_out.lower())
    says(reader, "Löftena är offentliga nu.")
    reader.goto("/lundby/loften/2026/")
    says(reader, "Minst fyra trygghetsvandringar")
    says(reader, "genom personlig länk, med en kod som samordnaren läste upp")


def test_a_no_by_link_takes_the_draft_back_with_the_reason(
    transactional_db, asked, phone, coordinator, police
):
    writer = signed_in(phone(), coordinator)
    send_link(writer, asked, police.name)
    code = writer.locator("output.code").inner_text()
    reader = phone()
    reader.goto(link_in_the_letter())
    answer(reader, code, "Nej, den behöver ändras")
    says(reader, "Skriv varför")
    reader.get_by_label("Om nej").fill("Vi har inte folk till det.")
    answer(reader, code, "Nej, den behöver ändras")
    says(reader, "Texten går tillbaka till dem som skriver den")
    writer.goto(asked)
    says(writer, "Vi har inte folk till det.")
    expect(writer.get_by_role("link", name="Lägg till ett löfte")).to_be_visible()


_FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + 4);
  return {
    name: (one.labels?.[0] ?? one).innerText || one.value || "",
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    in_sight: !!top && (one.contains(top) || top.contains(one)),
  };
}"""


def tab_to(page: Page, name: str) -> None:
    """Go on with Tab to what is called so. All that has the focus shows it, and is seen."""
    passed = []
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if page.evaluate("document.activeElement === document.body"):
            break
        assert focused["outlined"], focused
        assert focused["in_sight"], focused
        passed.append(focused["name"])
        if focused["name"].startswith(name):
            return
    raise AssertionError(f"{name} is not reached: {passed}")


def enter(page: Page, name: str, *, leads_to: str) -> None:
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(leads_to)


def test_a_promise_is_written_with_the_keyboard_alone(
    transactional_db, page, draft, coordinator, municipality
):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/logga-in/")
    tab_to(page, "E-post")
    page.keyboard.type(with_password(coordinator).email)
    tab_to(page, "Lösenord")
    page.keyboard.type(WORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Det här väntar på dig")
    enter(page, "Fortsätt med utkastet", leads_to="Medborgarlöfte 2026")
    enter(page, "Lägg till ett löfte", leads_to="Ett nytt löfte")
    tab_to(page, "Vad lovar ni?")
    page.keyboard.type("Vi tänder alla lampor.")
    tab_to(page, municipality.name)
    page.keyboard.press("Space")
    enter(page, "Spara och fortsätt", leads_to="Vi tänder alla lampor.")
    tab_to(page, "Kort rubrik")
    page.keyboard.type("Alla lampor")
    enter(page, "Spara", leads_to="Medborgarlöfte 2026")
    says(page, "Sparat.")
    says(page, "Alla lampor")
    written = draft.promises.get(heading="Alla lampor")
    assert written.text == "Vi tänder alla lampor."
    assert written.responsible.get().organisation == municipality


def test_two_taps_report_progress_and_one_page_follows_up_the_whole_set(
    transactional_db, phone, published, coordinator, municipality
):
    """On a phone, from the page after signing in to what everyone reads."""
    page = signed_in(phone(), coordinator)
    follow(page, "Anteckna framsteg")
    press(page, "+1 Minst fyra trygghetsvandringar")
    says(page, "1 av minst 4 trygghetsvandringar")
    page.goto("/arbete/")
    follow(page, "Medborgarlöfte 2026")
    follow(page, "Följ upp")
    page.get_by_label("Parterna tillsammans").check()
    press(page, "Gå vidare")
    page.get_by_label("Hur gick det?").select_option("Delvis hållet")
    page.get_by_label("Vad gjordes, och vad blev det av det?").fill(
        "En vandring, sedan kom snön."
    )
    press(page, "Spara och läs igenom före publicering")
    says(page, "En vandring, sedan kom snön.")
    public = phone()
    public.goto("/lundby/loften/2026/1/")
    expect(public.locator("main")).not_to_contain_text("sedan kom snön")
    press(page, "Publicera")
    says(page, "Uppföljningen är publicerad.")
    public.goto("/lundby/loften/2026/1/")
    says(public, "En vandring, sedan kom snön.")
    says(public, "Delvis hållet")


def test_a_resident_finds_the_answer_on_the_first_screen(
    transactional_db, phone, published, now, coordinator, municipality
):
    """From a municipality spelt wrong to the promise, with nothing to scroll for."""
    make_findable([municipality])
    make.follow_up(coordinator, published, Verdict.PARTLY, now=now, result="Två blev av.")
    page = phone()
    page.goto("/")
    page.get_by_role("searchbox").first.fill("lunbdy")
    page.keyboard.press("Enter")
    says(page, "Vad finns om ”lunbdy”?")
    follow(page, "Lundby")
    expect(page).to_have_url(re.compile("/lundby/$"))
    in_sight(page, "h1", "Vad har polisen och kommunen lovat i Lundby?")
    in_sight(page, ".answer", "Ett löfte för 2026. Ett är delvis hållet.")
    follow(page, "Minst fyra trygghetsvandringar")
    expect(page).to_have_url(re.compile("/lundby/loften/2026/1/$"))
    in_sight(page, "h1", "Minst fyra trygghetsvandringar")
    in_sight(page, ".answer", "Delvis hållet")


def in_sight(page: Page, where: str, words: str) -> None:
    """These words stand on the first screen of the phone, whole."""
    expect(page.locator(where)).to_contain_text(words)
    box = page.locator(where).bounding_box()
    assert box
    assert 0 <= box["y"] < PHONE["height"] - box["height"], box


def test_of_two_who_write_at_once_the_second_loses_nothing(
    transactional_db, page, browser, live_server, sign_in, draft, coordinator, municipality
):
    promise = draft.promises.get()
    where = f"/arbete/loften/{draft.public_id}/lofte/{promise.public_id}/"
    faster = browser.new_context(base_url=live_server.url).new_page()
    sign_in(page, coordinator)
    sign_in(faster, make.member(municipality, Role.COORDINATOR))
    for window in (page, faster):
        window.goto(where)
    text = "textarea[name=text]"
    faster.fill(text, "Vi går minst fem vandringar.")
    expect(faster.locator(".saved")).to_contain_text("Sparat")
    page.fill(text, "Vi går minst sex vandringar.")
    expect(page.locator(".saved")).to_contain_text("Någon annan ändrade texten")
    expect(page.locator(text)).to_have_value("Vi går minst sex vandringar.")
    press(page, "Spara")
    says(page, "Det den andra sparade, och det ni skrev")
    expect(page.locator("main del", has_text="fem")).to_be_visible()
    expect(page.locator(text)).to_have_value("Vi går minst sex vandringar.")
    promise.refresh_from_db()
    assert promise.text == "Vi går minst fem vandringar."
    press(page, "Spara min text ändå")
    says(page, "Sparat.")
    promise.refresh_from_db()
    assert promise.text == "Vi går minst sex vandringar."
    faster.context.close()
