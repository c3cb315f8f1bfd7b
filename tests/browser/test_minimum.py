"""The lawful minimum: from a municipality that has nothing to its first promise."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from handslag.core.access import system
from handslag.domain.vocabulary import services as vocabulary
from handslag.domain.vocabulary.shipped import words

MOST_FIELDS = 90


@dataclass
class Walk:
    """What people do on the way, counted: each press of the mouse, each field they set.

    What the templates fill in and nobody touches is not counted.
    """

    parts: dict[str, list[int]] = field(default_factory=dict)
    part: str = ""
    today: str = ""
    place: str = "Lundby kommun"
    page: Page | None = None
    seen: Callable[[Page, str], None] = lambda page, part: None

    def begin(self, part: str, page: Page) -> None:
        self.part, self.page = part, page
        self.parts.setdefault(part, [0, 0])

    @property
    def here(self) -> Page:
        assert self.page
        return self.page

    def press(self, name: str) -> None:
        self._click(self.here.get_by_role("button", name=name, exact=True))

    def follow(self, name: str) -> None:
        self._click(self.here.locator("main").get_by_role("link", name=name).first)

    def start(self) -> None:
        """To the page after signing in, by the first step of the trail."""
        self._click(self.here.get_by_role("link", name="Start", exact=True))

    def write(self, label: str, text: str) -> None:
        self._field(label).fill(text)

    def choose(self, label: str, option: str) -> None:
        """The option that begins so."""
        field = self._field(label)
        every = field.locator("option").all_inner_texts()
        field.select_option(label=next(one for one in every if one.startswith(option)))

    def tick(self, label: str) -> None:
        self._field(label).check()

    def says(self, words: str) -> None:
        expect(self.here.locator("main")).to_contain_text(words)

    def _click(self, what: Locator) -> None:
        self.seen(self.here, self.part)
        self.parts[self.part][0] += 1
        # The page that comes may have the same fields as this one.
        with self.here.expect_navigation():
            what.click()

    def _field(self, label: str) -> Locator:
        self.parts[self.part][1] += 1
        begins = re.compile(rf"^\s*{re.escape(label)}(?!\w)")
        return self.here.get_by_label(begins).first

    @property
    def clicks(self) -> int:
        return sum(clicks for clicks, _fields in self.parts.values())

    @property
    def fields(self) -> int:
        return sum(fields for _clicks, fields in self.parts.values())

    def __str__(self) -> str:
        each = "; ".join(f"{name} {c}/{f}" for name, (c, f) in self.parts.items())
        whole = f"{self.clicks} clicks, {self.fields} fields"
        return f"The lawful minimum from nothing: {whole} ({each})"


def picture(walk: Walk, page: Page) -> None:
    """Four passages, one finding, one problem with its judgement, priority and cause."""
    walk.begin("picture", page)
    walk.follow("Börja på lägesbilden")
    walk.press("Börja med mallen")
    walk.follow("Skriv det första")
    for text in (
        "Det vanligaste är skadegörelse vid busstationen på kvällar och helger.",
        "De som väntar på bussen går hellre hem. Det drabbar mest unga.",
        "Fritidsgården stängde i våras. Bussbolaget har satt upp lampor.",
        "Platsen är tom på vuxna efter klockan sju. Vi vet inte hur många som drabbas.",
    ):
        walk.write("Text", text)
        walk.press("Spara och fortsätt")
    known(walk)
    why(walk)
    walk.follow("Läs igenom och frys")
    walk.press("Frys den")
    walk.says("Nästa är åtgärdsplanen.")


def known(walk: Walk) -> None:
    """Something that residents have said, and the problem that rests on it."""
    walk.choose("Var kommer det från?", "medborgardialog")
    walk.write("Vad säger det?", "Fyra av tio undviker busstationen på kvällen.")
    walk.tick("Alla: det kan visas offentligt")
    walk.press("Spara")
    walk.choose("Tema", "skadegörelse, klotter och nedskräpning")
    walk.write("Problemet på en rad", "Skadegörelse vid busstationen")
    walk.write("Hur bedömer ni det?", "Rutor krossas några gånger i månaden.")
    walk.tick("medborgardialog: Fyra av tio")
    walk.press("Spara")


def why(walk: Walk) -> None:
    """Which problem comes first, and what lets it happen."""
    walk.follow("Säg vilka problem som går först")
    walk.tick("Prioriterat")
    walk.write("Varför?", "Det drabbar flest, och det går att göra något åt.")
    walk.press("Spara det ni enats om Skadegörelse vid busstationen")
    walk.follow("Tillbaka till lägesbilden")
    walk.follow("Ta reda på varför det händer")
    walk.follow("Skriv den första orsaken")
    walk.write("Vad är orsaken?", "Ingen vuxen är där efter klockan sju.")
    walk.tick("Situationen")
    walk.tick("De som kunde ha hindrat")
    walk.press("Spara")
    walk.press("Analysen är klar")
    walk.follow("Tillbaka till lägesbilden")


def plan(walk: Walk, page: Page) -> None:
    """Filled in from the picture: what is left is the value to reach, and the decision."""
    walk.begin("plan", page)
    walk.follow("Börja på åtgärdsplanen")
    walk.press("Börja utkastet")
    walk.follow("Ge varje mål ett värde att nå")
    walk.write("Värde nu", "40")
    walk.write("Värde att nå", "20")
    walk.press("Spara")
    walk.follow("Fyra av tio undviker busstationen")
    walk.follow("Skriv ned vad de fick veta")
    walk.write("Hur?", "Möte på fritidsgården")
    walk.write("Vad fick de veta?", "Vi skriver en plan för busstationen.")
    walk.press("Spara")
    walk.start()
    walk.follow("Fortsätt med åtgärdsplanen")
    walk.follow("Besluta planen")
    walk.write("Vilken nämnd har beslutat?", "Kommunstyrelsen")
    walk.write("Beslutsdag", walk.today)
    walk.press("Spara beslutet och publicera")
    walk.says("Nästa är överenskommelsen med polisen.")


def agreement(walk: Walk, page: Page, pages: Callable[[str], Page]) -> None:
    """Nothing is to be written: the template says it, and both approve it."""
    walk.begin("agreement", page)
    walk.follow("Börja på överenskommelsen")
    walk.press("Börja utkastet")
    walk.follow("Be om godkännande")
    walk.press("Lås texten och fråga")
    walk.says("Parterna är tillfrågade.")
    approved(walk, pages, "Samverkansöverenskommelse")


def approved(walk: Walk, pages: Callable[[str], Page], name: str) -> None:
    """Each party reads the exact text and says yes, from the page after signing in."""
    for who, function in (("municipal", "ordförande"), ("police", "chef")):
        walk.begin(walk.part, pages(who))
        walk.follow(f"Läs och svara: {name}")
        walk.tick("Ja, vi godkänner exakt den här texten")
        walk.write("I vilken funktion", function)
        walk.press("Skicka svaret")
    expect(walk.here.locator("body")).to_contain_text("nu kan alla läsa")


def council(walk: Walk, page: Page) -> None:
    """While the others answer: the council with its municipal chair, and the contact."""
    walk.begin("council", page)
    walk.follow("Bilda rådet")
    walk.press("Bilda rådet")
    walk.follow("Skriv vem man når")
    walk.write("Funktion", "Säkerhetssamordnaren")
    walk.write("E-post", "trygg@smaby.example")
    walk.press("Spara")


def promises(walk: Walk, page: Page, pages: Callable[[str], Page]) -> None:
    """One promise with its number, tied to the measure of the plan that it answers."""
    walk.begin("promises", page)
    walk.follow("Börja på löftena")
    walk.press("Börja utkastet")
    walk.follow("Skriv det första löftet")
    walk.write(
        "Vad lovar ni?", "Vuxna finns på plats vid busstationen fyra kvällar i veckan."
    )
    walk.tick(walk.place)
    walk.press("Spara och fortsätt")
    walk.choose("Hur är talet menat?", "minst")
    walk.write("Tal", "4")
    walk.write("Av vad?", "kvällar")
    walk.write("Per", "vecka")
    walk.choose("Vilken åtgärd i planen", "Synlig närvaro")
    walk.press("Spara")
    walk.follow("Be om godkännande")
    walk.press("Lås texten och fråga")
    approved(walk, pages, "Medborgarlöften")


def whole(walk: Walk, pages: Callable[[str], Page]) -> None:
    """All of it, in the order in which the pages lead on."""
    page = pages("coordinator")
    picture(walk, page)
    plan(walk, page)
    agreement(walk, page, pages)
    council(walk, page)
    promises(walk, page, pages)


def read_by_anyone(page: Page) -> None:
    """As a stranger reads it."""
    for address, said in (
        ("/lundby/lagesbild/", "Rutor krossas några gånger i månaden."),
        ("/lundby/atgardsplan/", "Synlig närvaro"),
        ("/lundby/overenskommelse/", "Förebygga och minska brottsligheten"),
        ("/lundby/radet/", "brottsförebyggande råd"),
        ("/lundby/loften/2026/1/", "Vuxna finns på plats vid busstationen"),
    ):
        page.goto(address)
        expect(page.locator("main")).to_contain_text(said)
    expect(page.locator("main")).to_contain_text("Synlig närvaro")


def stands_in_law(page: Page) -> None:
    """What was done is done in the law check; the rest is not said to be."""
    page.goto("/arbete/lagkoll/lundby/")
    signs = page.locator("ol.law > li")
    done = {
        one.locator(".section-sign").inner_text()
        for one in signs.all()
        if one.locator(".verdict").inner_text().strip() == "Klart"
    }
    assert done == {"4 §", "5 §", "6 §", "8–9 §§", "10 §", "11–12 §§"}


@pytest.fixture
def _clock(monkeypatch, now) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.mark.long
@pytest.mark.usefixtures("_clock")
def test_a_small_municipality_reaches_the_lawful_minimum_in_few_fields(
    transactional_db,
    phone,
    sign_in,
    coordinator,
    municipal_approver,
    police_approver,
    today,
    capsys,
):
    """One coordinator, an approver on each side, and nothing else to begin with."""
    vocabulary.add_shipped(system("installation"), words())
    people = {
        "coordinator": coordinator,
        "municipal": municipal_approver,
        "police": police_approver,
    }

    def at_work(who: str) -> Page:
        page: Page = phone()
        sign_in(page, people[who])
        page.goto("/arbete/")
        return page

    walk = Walk(today=today.isoformat())
    whole(walk, at_work)
    read_by_anyone(phone())
    stands_in_law(at_work("coordinator"))
    with capsys.disabled():
        print(f"\n{walk}")  # noqa: T201 - the figure is what the test is for
    assert walk.fields < MOST_FIELDS
