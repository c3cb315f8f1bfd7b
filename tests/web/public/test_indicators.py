"""What everyone is shown of figures: five states, few reports, and where it is going."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from handslag.core.access import Role, system
from handslag.domain.series.models import Indicator
from handslag.domain.series.queries import area_code_of
from handslag.domain.series.rules import (
    COUNTED_REPORTS,
    AreaKind,
    BreakKind,
    Cell,
    Direction,
    GoalValue,
    IndicatorDraft,
    Origin,
    Rhythm,
    SeriesBreak,
    SeriesDraft,
    Source,
    State,
    month,
    year,
)
from handslag.domain.series.services import (
    AreaDraft,
    make_indicator,
    make_series,
    put_areas,
    put_cells,
    show_indicator,
)
from tests import make

TASK = system("test")
NOW = datetime(2026, 3, 1, tzinfo=UTC)
STATES = (
    (State.VALUE, Decimal(8)),
    (State.ZERO, Decimal(0)),
    (State.MISSING, None),
    (State.SECRET, None),
    (State.SUPPRESSED, None),
    (State.VALUE, Decimal(5)),
)
DRAFT = IndicatorDraft(
    name="Stulna cyklar",
    shows="Hur många cyklar som stjäls.",
    direction=Direction.DOWN,
    direction_why="Färre blir drabbade.",
    responsible="Samordnaren",
    goals=(GoalValue(date(2027, 12, 31), Decimal(4)),),
)


@pytest.fixture
def code(municipality) -> str:
    found = area_code_of(municipality)
    area = AreaDraft(AreaKind.MUNICIPALITY, found, "Lundby", organisation=municipality.pk)
    put_areas(TASK, [area])
    return found


@pytest.fixture
def shown(coordinator, municipality, code) -> Indicator:
    """An official series with all five states, shown to everyone."""
    series = make_series(
        TASK,
        SeriesDraft(
            source=Source.KOLADA,
            external_id="N1",
            name="Stulna cyklar",
            unit="cyklar",
            attribution="Kolada",
            caveats="Alla anmäler inte.",
            breaks=(SeriesBreak(date(2022, 1, 1), BreakKind.CODE, "Ny brottskod."),),
        ),
    )
    cells = [
        Cell(code, *year(2020 + at), state, amount, is_preliminary=at == 5)
        for at, (state, amount) in enumerate(STATES)
    ]
    put_cells(TASK, series, cells, now=NOW, run=None)
    draft = DRAFT.__class__(
        **{
            **{name: getattr(DRAFT, name) for name in DRAFT.__slots__},
            "origin": Origin.SERIES,
            "series": series.public_id,
        }
    )
    found = make_indicator(coordinator, municipality, draft)
    return show_indicator(coordinator, found, public=True)


def reports(coordinator, municipality, code, counts) -> Indicator:
    """What residents reported month by month, shown to everyone."""
    series = make_series(
        TASK,
        SeriesDraft(
            source=Source.OWN,
            external_id=f"{COUNTED_REPORTS}.damage",
            name="Rapporter",
            unit="rapporter",
            rhythm=Rhythm.MONTH,
        ),
        owner=municipality,
    )
    cells = [
        Cell(code, *month(date(2025, 1 + at, 1)), State.VALUE, Decimal(n))
        for at, n in enumerate(counts)
    ]
    put_cells(TASK, series, cells, now=NOW, run=None)
    draft = IndicatorDraft(
        name="Skadegörelse",
        shows="Vad som rapporteras.",
        direction=Direction.DOWN,
        responsible="Parkenheten",
        origin=Origin.SERIES,
        series=series.public_id,
        rhythm=Rhythm.MONTH,
        baseline=Decimal(3),
        baseline_stated="tre",
    )
    found = make_indicator(coordinator, municipality, draft)
    return show_indicator(coordinator, found, public=True)


def test_a_page_says_how_it_stands_where_it_goes_and_what_to_keep_in_mind(shown, words):
    page = words(f"/lundby/indikatorer/{shown.public_id}/")
    for said in (
        "2025: 5 cyklar, preliminärt.",
        "Målet är högst 4 senast 31 december 2027. Det är inte nått än: 5 (2025).",
        "Nedåt är bra. Färre blir drabbade.",
        "Alla anmäler inte.",
        "Ny brottskod.",
        "Källa: Kolada",
        "saknas: källan har ingen siffra",
        "sekretess",
        "undertryckt",
    ):
        assert said in page, said
    assert "Stulna cyklar" in words("/lundby/indikatorer/")
    assert "Så står det till, i siffror" in words("/lundby/")
    english = words(f"/en/lundby/indikatorer/{shown.public_id}/")
    assert "The goal is at most 4 by 31 December 2027." in english


def test_what_is_not_shown_is_nowhere_and_a_change_is_seen_at_once(
    shown, coordinator, code, get
):
    address = f"/lundby/indikatorer/{shown.public_id}/"
    get(address)
    cell = Cell(code, *year(2025), State.VALUE, Decimal(77))
    put_cells(TASK, shown.series, [cell], now=NOW, run=None)
    assert "77 cyklar" in get(address).content.decode()
    show_indicator(coordinator, shown, public=False)
    for where in ("", "indikator.csv", "infoga/"):
        get(f"{address}{where}", 404)
    get("/lundby/indikatorer/", 404)
    get(f"/api/v1/indicators/{shown.public_id}", 404)
    assert "indikatorer/" not in get("/lundby/").content.decode()


def test_two_worlds_that_differ_in_few_reports_read_alike(
    coordinator, municipality, code, get
):
    """Fewer than five are suppressed, five and more are rounded: page, file and frame."""
    shown = reports(coordinator, municipality, code, (1, 0, 6, 12))
    address = f"/lundby/indikatorer/{shown.public_id}/"
    pages = [
        address,
        f"{address}indikator.csv",
        f"{address}infoga/",
        "/lundby/indikatorer/",
        f"/api/v1/indicators/{shown.public_id}",
        "/api/v1/indicators?municipality=lundby",
    ]
    before = [get(one).content for one in pages]
    for at, n in ((0, 4), (2, 7), (3, 8)):
        cell = Cell(code, *month(date(2025, 1 + at, 1)), State.VALUE, Decimal(n))
        put_cells(TASK, shown.series, [cell], now=NOW, run=None)
    assert [get(one).content for one in pages] == before
    text = before[1].decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    told = [(one["Tillstånd"], one["Värde"]) for one in rows]
    assert told == [
        ("suppressed", ""),
        ("zero", "0.000000"),
        ("value", "5"),
        ("value", "10"),
    ]
    (figures,) = get(pages[-2]).json()["series"]
    told = [(one["state"], one["value"]) for one in figures["figures"]]
    assert told == [("suppressed", None), ("zero", 0), ("value", 5), ("value", 10)]
    assert get(pages[-1]).json()["total"] == 1
    assert "avrundade till närmaste 5" in before[0].decode()


def test_the_same_chart_on_the_page_and_in_a_frame_of_any_site(shown, get):
    address = f"/lundby/indikatorer/{shown.public_id}/"
    page, frame = get(address), get(f"{address}infoga/")
    start = page.content.index(b'<svg class="chart"')
    drawing = page.content[start : page.content.index(b"</svg>", start)]
    assert drawing in frame.content
    assert b"K\xc3\xa4lla: Kolada" in frame.content
    assert "frame-ancestors *;" in f"{frame.headers['Content-Security-Policy']};"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


def test_as_many_questions_however_many_there_are(
    shown, coordinator, municipality, code, get, django_assert_max_num_queries
):
    reports(coordinator, municipality, code, (9, 9))
    with django_assert_max_num_queries(8):
        page = get("/lundby/indikatorer/")
    assert b"2 siffror" in page.content


def test_only_who_releases_counts_shows_it(shown, municipality, get, signed_in):
    analyst = make.member(municipality, Role.ANALYST)
    browser = signed_in(analyst)
    address = f"/arbete/indikatorer/{shown.public_id}/"
    assert "Sluta visa för alla" not in browser.get(address).content.decode()
    assert browser.post(f"{address}visa-alla/", {"public": "no"}).status_code == 403
    get(f"/lundby/indikatorer/{shown.public_id}/")
