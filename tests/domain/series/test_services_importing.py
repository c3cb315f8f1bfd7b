"""Files of figures: sent in, looked at, read in, taken back."""

import io
import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import openpyxl
import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.connections.models import Run
from handslag.core.refusals import NotAllowedError
from handslag.domain.series.models import Area, OldValue, SentFile, Series, Value
from handslag.domain.series.queries import population
from handslag.domain.series.rules import State
from handslag.domain.series.rules.importing import Chosen, FileKind, Left
from handslag.domain.series.services import (
    choose,
    forget_files,
    look,
    put_cells,
    read_in,
    send,
    take_back,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
YEARLY = "2024;Degerfors kommun;misshandel;{n}\r\n2024;Riket;misshandel;80 000\r\n"
COLUMNS = {"area": "Kommun", "period": "År", "amount": "Antal"}
NOTHING = Chosen()
CHOSEN = Chosen(name="Vandringar", unit="vandringar", columns=COLUMNS)


@pytest.fixture
def sent(coordinator, municipality):
    def made(kind, content, chosen=NOTHING):
        content = content if isinstance(content, bytes) else content.encode()
        return send(
            coordinator,
            municipality,
            kind,
            name="fil.csv",
            content=content,
            chosen=chosen,
            now=NOW,
        )

    return made


@pytest.fixture
def brought(sent, coordinator):
    def done(*file):
        one = sent(*file)
        return read_in(coordinator, one, revision=one.revision, now=NOW)

    return done


def workbook(sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sums(sent):
    lines = sent.told["lines"]
    what = ("new", "same", "changed", "kept")
    return [sum(one[name] for one in lines) for name in what]


def test_a_file_becomes_described_series_with_areas_of_the_whole_country(brought):
    assert sums(brought(FileKind.BRA_YEARLY, YEARLY.format(n=61))) == [2, 0, 0, 0]
    series = Series.objects.get()
    assert (series.source, series.owner) == ("bra", None)
    assert series.name == "Anmälda brott: misshandel"
    assert Value.objects.get(area__code="1862").amount == 61
    kinds = Area.objects.values_list("kind", flat=True)
    assert [list(kinds).count(one) for one in ("nation", "county", "municipality")] == [
        1,
        21,
        290,
    ]


def test_the_same_file_twice_changes_nothing(brought):
    brought(FileKind.BRA_YEARLY, YEARLY.format(n=61))
    assert sums(brought(FileKind.BRA_YEARLY, YEARLY.format(n=61))) == [0, 2, 0, 0]
    assert (Value.objects.count(), OldValue.objects.count()) == (2, 0)


def test_looking_tells_what_reading_in_does_and_writes_nothing(sent, coordinator):
    one = sent(FileKind.BRA_YEARLY, YEARLY.format(n=61) + "2024;Atlantis län;stöld;1\n")
    looked = look(coordinator, one, now=NOW)
    assert not Series.objects.exists()
    assert not Area.objects.exists()
    assert looked.sum_of("new") == 3
    done = read_in(coordinator, one, revision=one.revision, now=NOW)
    assert done.told["lines"] == looked.stored()["lines"]
    assert done.content is None


def test_a_file_is_taken_back_to_what_was_there(brought, coordinator):
    brought(FileKind.BRA_YEARLY, YEARLY.format(n=61))
    later = brought(FileKind.BRA_YEARLY, YEARLY.format(n=64))
    assert sums(later) == [0, 1, 1, 0]
    assert take_back(coordinator, later, revision=later.revision, now=NOW) == 1
    assert Value.objects.get(area__code="1862").amount == 61
    run = Run.objects.get(public_id=later.public_id)
    assert (run.connection.connector, run.same, run.changed) == ("bra_yearly", 1, 1)
    assert run.undone_at == NOW
    with pytest.raises(NotAllowedError, match="not_to_take_back"):
        take_back(coordinator, later, revision=later.revision + 1, now=NOW)


SOL = "Brott;Region;Antal {}\r\nStöld;Degerfors;{}\r\nStöld;Riket;Sekretess\r\n"


def test_a_final_figure_is_kept_and_said_to_be(brought):
    brought(FileKind.BRA_SOL, SOL.replace("Antal {}", "2024").format("40"))
    preliminary = SOL.replace("Antal {}", "2024 prel").format("44")
    file = brought(FileKind.BRA_SOL, preliminary)
    assert sums(file)[3] == 2
    assert file.told["kept"][0] == {
        "nr": 2,
        "code": "final_is_kept",
        "about": "Degerfors 2024",
    }
    assert Value.objects.get(area__code="1862").amount == 40
    assert Value.objects.get(area__code="00").state == State.SECRET


def test_each_bad_line_is_named(sent, coordinator):
    rows = "Kommun;År;Antal\nDegerfors;2024;4\nDegefors;2024;4\nDegerfors;31 juni;4\n"
    one = sent(FileKind.TABLE, f"{rows}Degerfors;2025;många\nDegerfors;2026-06-31;1\n")
    one = choose(coordinator, one, CHOSEN, revision=0)
    assert look(coordinator, one, now=NOW).bad == (
        Left(3, "unknown_area", "Degefors"),
        Left(4, "not_a_period"),
        Left(5, "not_a_number"),
        Left(6, "not_a_day"),
    )


def test_a_table_becomes_the_own_series_of_the_municipality(
    sent, coordinator, municipality
):
    rows = (
        "Kommun;År;Antal;Kön;Läge\nDegerfors;2024;;K;Sekretess\nDegerfors;2024;0;M;prel\n"
    )
    one = sent(FileKind.TABLE, rows)
    columns = {**COLUMNS, "sex": "Kön", "state": "Läge"}
    with pytest.raises(NotAllowedError, match="which_columns"):
        choose(coordinator, one, Chosen(name="V", unit="st"), revision=0)
    said = Chosen(name="Vandringar", unit="vandringar", columns=columns)
    one = choose(coordinator, one, said, revision=0)
    read_in(coordinator, one, revision=1, now=NOW)
    assert Series.objects.get().owner == municipality
    told = Value.objects.order_by("sex").values_list("sex", "state", "is_preliminary")
    assert list(told) == [("K", "secret", False), ("M", "zero", True)]


def test_the_workbook_has_counts_rates_and_windows_of_two_years(brought):
    rows = [["Anmälda inbrott"], ["", "Antal", "Per 100 000"], ["Region", "2024", "2024"]]
    survey = [["Andel"], ["Region", "2022-2023"], ["Degerfors", "27"]]
    book = workbook({"Inbrott": [*rows, ["Degerfors", "30", "XX"]], "NTU otrygga": survey})
    brought(FileKind.BRA_WORKBOOK, book)
    told = Value.objects.order_by("series__external_id").values_list(
        "series__source", "series__rhythm", "state", "amount"
    )
    assert list(told) == [
        ("bra", "year", "value", Decimal(30)),
        ("bra", "year", "suppressed", None),
        ("ntu", "two_years", "value", Decimal(27)),
    ]


def test_kolada_keeps_sexes_and_the_name_of_the_key_figure(brought):
    values = [{"gender": "K", "value": 31.5}, {"gender": "M", "value": None}]
    row = {"kpi": "N00945", "municipality": "0000", "period": 2020, "values": values}
    brought(FileKind.KOLADA, json.dumps({"values": [row]}))
    series = Series.objects.get()
    assert series.name.startswith("Tillfälliga föräldrapenningdagar")
    assert (series.measured, series.unit) == ("share", "procent")
    told = Value.objects.order_by("sex").values_list("area__code", "sex", "state")
    assert list(told) == [("00", "K", "value"), ("00", "M", "missing")]


def test_a_population_needs_its_year_and_is_what_rates_are_divided_by(brought):
    rows = "kommun_kod,kommun_namn,population\n1862,Degerfors,9290\n"
    with pytest.raises(NotAllowedError, match="say_the_year"):
        brought(FileKind.POPULATION, rows)
    brought(FileKind.POPULATION, rows, Chosen(year=2023))
    assert population("1862") == {2023: Decimal(9290)}


def test_the_survey_of_the_police_and_parts_of_one_municipality(brought):
    rows = "Område;Indikator;2023;2024\nDegerfors;Nedskräpning;2;Uppgift saknas\n"
    brought(FileKind.POLICE_SURVEY, rows)
    states = Value.objects.order_by("starts").values_list("state", flat=True)
    assert list(states) == ["value", "missing"]
    parts = "2024,Degerfors kommun,stold,9\n2024,Svartå,stold,2\n"
    file = brought(FileKind.BRA_YEARLY, parts)
    assert list(file.told["areas"]) == ["Svartå"]
    assert Area.objects.get(kind="named").within == "1862"


@pytest.mark.parametrize(
    ("kind", "content", "code"),
    [
        (FileKind.BRA_YEARLY, "2024;Sk\u00c3\u00a5ne län;stöld;4\n", "file_misread"),
        (FileKind.BRA_YEARLY, "2024;Riket;stöld;=1+1\n", "file_formula"),
        (FileKind.BRA_SOL, "Brott;Region;2024;2024\nA;Riket;1;2\n", "duplicated_heading"),
        (FileKind.BRA_SOL, "Namn;Pris\nA;1\n", "file_no_such_columns"),
        (FileKind.KOLADA, "<values/>", "file_not_json"),
        (FileKind.BRA_WORKBOOK, "PK\x03\x04 och mer", "file_not_a_sheet"),
        (FileKind.BRA_YEARLY, "", "file_empty"),
    ],
)
def test_a_file_that_nobody_can_be_sure_of_is_refused(sent, kind, content, code):
    with pytest.raises(NotAllowedError, match=code):
        sent(kind, content)
    assert not SentFile.objects.exists()


def test_a_file_that_breaks_half_way_leaves_nothing(sent, coordinator, monkeypatch):
    one = sent(FileKind.BRA_YEARLY, YEARLY.format(n=61) + "2024;Riket;stöld;5\n")
    calls = []

    def twice(*given, **named):
        calls.append(1)
        if len(calls) > 1:
            raise RuntimeError
        return put_cells(*given, **named)

    monkeypatch.setattr(f"{look.__module__}.put_cells", twice)
    with pytest.raises(RuntimeError):
        read_in(coordinator, one, revision=0, now=NOW)
    assert not Series.objects.exists()
    assert not Value.objects.exists()


def test_others_may_not_and_what_nobody_reads_in_is_forgotten(sent, reader):
    one = sent(FileKind.BRA_YEARLY, YEARLY.format(n=61))
    with pytest.raises(ForbiddenError):
        read_in(reader, one, revision=0, now=NOW)
    assert forget_files(system("timer"), now=NOW + timedelta(hours=24)) == 0
    assert forget_files(system("timer"), now=NOW + timedelta(hours=25)) == 1
