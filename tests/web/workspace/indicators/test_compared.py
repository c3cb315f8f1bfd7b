"""An indicator beside similar municipalities, as it is read."""

from dataclasses import replace

import pytest

from handslag.domain.evidence.models import Evidence
from handslag.domain.series.rules import (
    Direction,
    IndicatorDraft,
    Origin,
    SeriesDraft,
    Source,
)
from handslag.domain.series.rules import Measured as Kind
from handslag.domain.series.services import make_indicator
from tests.make import compared as make

DRAFT = IndicatorDraft(
    name="Anmälda stölder",
    shows="Hur många stölder som anmäls.",
    direction=Direction.DOWN,
    origin=Origin.SERIES,
    responsible="Säkerhetssamordnaren",
)


@pytest.fixture
def page(coordinator, municipality):
    """The address of an indicator that can be compared."""
    make.country(municipality)
    series = make.thefts(municipality)
    draft = replace(DRAFT, series=series.public_id)
    made = make_indicator(coordinator, municipality, draft)
    return f"/arbete/indikatorer/{made.public_id}/jamfort/"


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    for thin in ("\u202f", "\xa0", "\u2009"):
        text = text.replace(thin, " ")
    return text


def test_counts_for_oneself_and_rates_for_the_others(at_work, page, municipality):
    people = make.inhabitants(municipality)
    text = said(at_work, f"{page}?antal=4")
    own = "2024, Lundby: 50 anmälda brott, 5 per 1 000 invånare (mellan 3,7 och 6,6)."
    assert own in text
    assert "Högre än liknande kommuner." in text
    assert "Åt fel håll" in text
    assert "A3: sekretess: källan får inte uppge siffran (S)" in text
    assert "Egen beräkning av Handslag med data från Brå, anmälda brott, SCB" in text
    assert "Källa: Brå" not in text
    assert "20 000 anmälda" not in text
    assert f'name="vikt-{people.public_id}"' in text
    assert "Väger 1." in text
    other = said(at_work, f"{page}?per=100000&antal=x&vikt-{people.public_id}=0")
    assert "500 per 100 000 invånare" in other
    assert "Väger ingenting." in other
    assert "Här finns inget som säger vilka kommuner som liknar er." in other


def test_it_is_kept_as_a_finding_with_its_figures(at_work, page, municipality):
    people = make.inhabitants(municipality)
    assert at_work.post(f"{page}?antal=4").status_code == 302
    kept = Evidence.objects.get()
    assert "Högre än liknande kommuner." in kept.statement
    assert "Folkmängd 1" in kept.limits
    assert kept.table is not None
    assert kept.table["rows"][0][:2] == ["Lundby", "5"]
    at_work.post(f"{page}?vikt-{people.public_id}=0")  # nothing to compare by
    assert Evidence.objects.count() == 1


def test_a_year_without_inhabitants_says_so(at_work, page, municipality):
    make.inhabitants(municipality, of=2023)
    text = said(at_work, page)
    assert "ett annat års folkmängd används aldrig" in text
    assert "Läs in en fil med siffror" in text
    assert "2024, Lundby: 50 anmälda brott." in text
    assert "invånare (mellan" not in text
    assert "Källa: Brå" in text
    assert "Egen beräkning av Handslag med data från Brå" not in text


def test_untouched_figures_are_the_sources(at_work, coordinator, municipality):
    make.country(municipality)
    make.inhabitants(municipality)
    kolada = SeriesDraft(Source.KOLADA, "N2", "Andel", "procent", measured=Kind.SHARE)
    told = {municipality.code: 30, "A1": 28, "A2": 35, "A3": 31}
    series = make.figures(kolada, told)
    draft = replace(DRAFT, series=series.public_id)
    made = make_indicator(coordinator, municipality, draft)
    text = said(at_work, f"/arbete/indikatorer/{made.public_id}/jamfort/")
    assert "Källa: Kolada" in text
    assert "Egen beräkning av Handslag med data från SCB" in text
    assert "data från Kolada" not in text
    assert "1 av 3 liknande kommuner har en lägre siffra." in text
    assert "större än slumpen" in text


def test_what_can_be_compared_is_listed_and_the_rest_has_its_reason(
    at_work, page, coordinator, municipality
):
    typed = replace(DRAFT, name="Egna", unit="antal", origin=Origin.TYPED)
    make_indicator(coordinator, municipality, typed)
    text = said(at_work, "/arbete/analys/jamfor/")
    assert f'href="{page}"' in text
    assert "Egna: har bara era egna siffror" in text


def test_who_does_not_work_there_finds_no_comparison(away, page):
    assert away.get(page).status_code == 404
