"""An indicator through its pages: made, filled, read, changed."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from handslag.core.access import system
from handslag.domain.series.models import Indicator, OldValue
from handslag.domain.series.queries import POPULATION
from handslag.domain.series.rules import (
    AreaKind,
    Cell,
    SeriesDraft,
    Source,
    State,
    year,
)
from handslag.domain.series.services import AreaDraft, make_series, put_areas, put_cells

LIST = "/arbete/indikatorer/"
TASK = system("test")
NOW = datetime(2026, 3, 1, tzinfo=UTC)
GIVEN = {
    "name": "Trygghetsvandringar",
    "shows": "Hur många vandringar vi har gått.",
    "series": "",
    "unit": "vandringar",
    "per": "0",
    "theme": "work",
    "purpose": "output",
    "direction": "up",
    "baseline": "2",
    "baseline_on": "2023-12-31",
    "goal_1": "4",
    "by_1": "2024-12-31",
    "rhythm": "year",
    "responsible": "Säkerhetssamordnaren",
    "revision": "0",
}


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")
    return text


@pytest.fixture
def thefts(municipality):
    """An official series with each of the five states."""
    put_areas(
        TASK,
        [
            AreaDraft(AreaKind.MUNICIPALITY, municipality.code, "Lundby"),
            AreaDraft(AreaKind.NATION, "00", "Riket"),
        ],
    )
    code = municipality.code
    states = (State.MISSING, State.SECRET, State.SUPPRESSED, State.ZERO)
    rows = [Cell(code, *year(2019 + at), one) for at, one in enumerate(states)]
    rows += [
        Cell(code, *year(2023), State.VALUE, Decimal(50)),
        Cell(code, *year(2024), State.VALUE, Decimal(60), is_preliminary=True),
        Cell("00", *year(2024), State.VALUE, Decimal(5000)),
    ]
    draft = SeriesDraft(Source.BRA, "stold", "Anmälda stölder", "anmälda brott")
    made = make_series(TASK, draft)
    put_cells(TASK, made, rows, now=NOW, run=None)
    people = make_series(TASK, SeriesDraft(Source.SCB, POPULATION, "Folkmängd", "invånare"))
    lived = [Cell(code, *year(2024), State.VALUE, Decimal(10_000))]
    lived.append(Cell("00", *year(2024), State.VALUE, Decimal(1_000_000)))
    put_cells(TASK, people, lived, now=NOW, run=None)
    return made


def test_values_are_typed_in_and_older_ones_kept(at_work):
    assert "Inget följs än." in said(at_work, LIST)
    at_work.post(f"{LIST}ny/", GIVEN)
    page = f"{LIST}{Indicator.objects.get().public_id}/"
    assert "Inga värden finns än." in said(at_work, page)
    for amount in ("3", "5"):
        value = {"starts": "2024-01-01", "state": "value", "amount": amount}
        assert at_work.post(f"{page}varde/", value).status_code == 302
    text = said(at_work, page)
    assert "2024: 5 vandringar." in text
    assert "4 (31 december 2024)" in text
    assert OldValue.objects.get().amount == 3
    assert "2024: 5 vandringar." in said(at_work, LIST)


def test_the_five_states_are_five_things_on_the_page(at_work, thefts):
    given = {**GIVEN, "series": str(thefts.public_id), "unit": ""}
    at_work.post(f"{LIST}ny/", given)
    page = said(at_work, f"{LIST}{Indicator.objects.get().public_id}/")
    for sign, words in (
        ("..", "uppgift saknas: källan har ingen siffra"),
        ("S", "sekretess: källan får inte uppge siffran"),
        ("XX", "undertryckt: för få för att visas"),
        ("0", "noll: räknat, och det fanns inga"),
    ):
        assert f'<td class="num">{sign}</td><td>{words}</td>' in page
    assert "2024: 60 anmälda brott, preliminärt. 2023: 50." in page
    assert "Källa: Brå, anmälda brott" in page
    assert "Riket" not in page


def test_a_rate_says_whose_figure_it_is_and_which_year_is_missing(at_work, thefts):
    given = {**GIVEN, "series": str(thefts.public_id), "unit": "", "per": "1000"}
    at_work.post(f"{LIST}ny/", given)
    page = said(at_work, f"{LIST}{Indicator.objects.get().public_id}/")
    assert "2024: 6 anmälda brott per 1 000 invånare, preliminärt." in page
    assert "Egen beräkning av Handslag med data från Brå, anmälda brott" in page
    assert "Källa: Brå" not in page
    assert "folkmängden 2023 finns inte här" in page
    assert "Riket" in page


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(at_work):
    for wrong, sentence in (
        ({"name": ""}, "Skriv vad indikatorn heter."),
        ({"direction": "depends"}, "Skriv när fler är bra och när det inte är det"),
        ({"by_1": ""}, "Skriv både målvärdet och dess dag."),
        ({"responsible": " "}, "Skriv vilken funktion som följer den, inte ett namn."),
    ):
        answer = at_work.post(f"{LIST}ny/", {**GIVEN, **wrong})
        assert answer.status_code == 422
        text = answer.content.decode()
        assert sentence in text
        assert "Hur många vandringar vi har gått." in text
    assert not Indicator.objects.exists()


def test_a_value_must_fit_its_period(at_work):
    at_work.post(f"{LIST}ny/", GIVEN)
    page = f"{LIST}{Indicator.objects.get().public_id}/varde/"
    for wrong, sentence in (
        ({"starts": "2024-02-01"}, "Perioden är inte lika lång"),
        ({"amount": ""}, "Skriv värdet, eller välj varför det inte finns."),
        ({"state": "zero"}, "Det står noll, men det finns ett annat tal."),
    ):
        given = {"starts": "2024-01-01", "state": "value", "amount": "3", **wrong}
        answer = at_work.post(page, given)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


def test_two_who_change_it_see_each_other(at_work):
    at_work.post(f"{LIST}ny/", GIVEN)
    indicator = Indicator.objects.get()
    page = f"{LIST}{indicator.public_id}/andra/"
    assert at_work.post(page, {**GIVEN, "name": "A", "revision": "1"}).status_code == 302
    answer = at_work.post(page, {**GIVEN, "name": "B", "revision": "1"})
    assert answer.status_code == 422
    indicator.refresh_from_db()
    assert indicator.name == "A"


def test_the_series_that_are_held_are_listed(reading, thefts):
    page = said(reading, f"{LIST}serier/")
    assert "2 serier finns." in page
    assert "2019–2024" in page
    assert "1 mars 2026" in page


def test_what_it_is_read_together_with_is_chosen_and_is_never_itself(at_work):
    for name in ("Anmälda brott", "Andel som anmäler"):
        at_work.post(f"{LIST}ny/", {**GIVEN, "name": name})
    first, second = Indicator.objects.order_by("pk")
    address = f"{LIST}{first.public_id}/andra/"
    given = {**GIVEN, "name": "Nytt namn", "revision": "1"}
    itself = at_work.post(address, {**given, "paired": str(first.public_id)})
    assert itself.status_code == 422
    at_work.post(address, {**given, "paired": str(second.public_id)})
    first.refresh_from_db()
    assert (first.name, first.paired) == ("Nytt namn", second)
    at_work.post(address, {**given, "revision": "2", "paired": ""})
    first.refresh_from_db()
    assert first.paired is None
