"""The page where answers are taken out, and the files that one gets there."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from handslag.core.audit.models import Entry
from handslag.domain.surveys import services
from handslag.domain.surveys.rules import Background, Option
from handslag.domain.surveys.rules.exporting import ExportForm, Purpose
from handslag.domain.surveys.rules.words import QuestionKind
from handslag.web.workspace.exporting.files import (
    BrokenOffError,
    all_of,
    as_workbook,
    for_programs,
)
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import DAY, FEARS, MATRIX, NOW, ORDER, SAFE, SEX, WHY
from tests.web import pages

AGE = replace(surveys.AGE, background=Background.AGE)
YEARS = replace(surveys.AGE, key="years", background=None, least=-5)
FORMULA = '=HYPERLINK("http://example.org";"x")'
QUOTES = """it's "two"; system('x')\\ \u2028 rad\n="""
STRANGE = replace(
    SAFE,
    key="2-not",
    kind=QuestionKind.SINGLE,
    words={"sv": FORMULA, "en": "@SUM(A1)"},
    options=(
        Option("a", {"sv": QUOTES, "en": "English"}),
        Option("b", {"sv": "-1+1"}),
    ),
)
ASKED = (SEX, AGE, SAFE, FEARS, MATRIX, ORDER, YEARS, DAY, STRANGE, WHY)
ANSWERS = chose(sex="a", safe="d", fears=["a"], **{"2-not": "a"}) | {
    "age": {"n": 40},
    "parts": {"r": {"home": "a", "town": "b"}},
    "order": {"k": ["b", "a"]},
    "years": {"n": -3},
    "day": {"d": "2026-01-31"},
    "why": {"t": "Det står ingenstans"},
}


@pytest.fixture
def row(coordinator, municipality):
    made = surveys.opened(coordinator, municipality, ASKED, strata=(80,))
    area = made.strata.get()
    counted.answered(made, many((40, ANSWERS), (20, chose(sex="b"))), stratum=area)
    counted.closed(made)
    services.count_due(TIMER, now=NOW)
    return made


def at(row, name="survey-export"):
    return reverse(f"workspace:{name}", args=[row.public_id])


def take(browser, row, **more):
    sent = {"purpose": "analysis", "form": "programs", **more}
    return browser.post(at(row, "take-survey-export"), sent)


def whole(answer):
    return b"".join(answer.streaming_content)


def files(answer):
    with zipfile.ZipFile(io.BytesIO(whole(answer))) as packed:
        return {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


def test_one_says_what_for_and_gets_every_answer_and_what_it_means(at_work, row):
    answer = take(at_work, row)
    assert answer["Content-Disposition"] == 'attachment; filename="svar-2026-03-01.zip"'
    found = files(answer)
    assert list(found) == ["kodbok.csv", "svar.sps", "svar.R", "svar.csv", "las-mig.txt"]
    lines = found["svar.csv"].splitlines()
    assert len(lines) == 61
    head = lines[0].split(";")
    first = next(
        one for one in csv.DictReader(lines, delimiter=";") if one["years"] == "-3"
    )
    assert head[:3] == ["kon", "alder", "omrade"]
    assert first == {
        "kon": "1",
        "alder": "2",
        "omrade": "1",
        "safe": "4",
        "fears_a": "1",
        "fears_b": "0",
        "fears_c": "0",
        "fears_other": "0",
        "parts_home": "1",
        "parts_town": "2",
        "order_a": "2",
        "order_b": "1",
        "order_c": "0",
        "years": "-3",
        "day": "202601",
        "q_2_not": "1",
        "vikt": first["vikt"],
    }
    assert "Det står ingenstans" not in str(found)
    about = found["las-mig.txt"]
    assert "svar.csv har 60 rader" in about.replace("\u00a0", " ")
    assert sha256(found["svar.csv"].encode()).hexdigest() in about
    assert "- Berätta varför." in about


def test_the_codebook_has_every_column_and_every_code_in_both_languages(at_work, row):
    found = files(take(at_work, row))
    columns = found["svar.csv"].splitlines()[0].split(";")
    book = list(csv.DictReader(io.StringIO(found["kodbok.csv"]), delimiter=";"))
    assert list(dict.fromkeys(one["variabel"] for one in book)) == columns
    said = {(one["variabel"], one["kod"]): one for one in book}
    assert said["kon", "2"]["betyder på svenska"] == "Man"
    assert said["parts_town", "1"]["del på svenska"] == "i centrum"
    assert said["safe", "-1"]["betyder på svenska"] == "Fick inte frågan"
    assert said["safe", "-1"]["betyder på engelska"] == "Not asked"
    assert said["safe", "-3"]["inget svar"] == "1"
    assert said["years", "-2147483642"]["betyder på svenska"] == "Svarade inte"
    codes = {(one["variabel"], one["kod"]) for one in book}
    for one in csv.DictReader(io.StringIO(found["svar.csv"]), delimiter=";"):
        has_codes = {k: v for k, v in one.items() if k not in ("years", "day", "vikt")}
        apart = {("order_a", "1"), ("order_a", "2"), ("order_b", "1")}
        assert set(has_codes.items()) - apart <= codes


def test_no_program_takes_a_word_for_a_formula(at_work, row):
    found = files(take(at_work, row))
    cells = [
        cell
        for line in csv.reader(io.StringIO(found["kodbok.csv"]), delimiter=";")
        for cell in line
    ]
    assert f"'{FORMULA}" in cells
    assert "'@SUM(A1)" in cells
    risky = [one for one in cells if one[:1] in tuple("=+@-\t\r")]
    assert all(re.fullmatch(r"-\d+", one) for one in risky)


def test_spss_is_told_the_names_the_words_and_what_is_no_answer(at_work, row):
    found = files(take(at_work, row))
    syntax = found["svar.sps"]
    columns = found["svar.csv"].splitlines()[0].split(";")
    read = syntax.split("/VARIABLES=\r\n")[1].split("\r\n  .")[0]
    assert [line.split()[0] for line in read.splitlines()] == columns
    said = "VARIABLE LABELS safe 'Hur trygg känner du dig utomhus sent en kväll?'."
    assert said in syntax
    assert "  -3 'Vill inte svara'" in syntax
    assert "MISSING VALUES years (LOWEST THRU -2147483641)." in syntax
    missing = re.findall(r"MISSING VALUES (.*) \(LOWEST THRU -1\)", syntax)
    assert " ".join(missing).split() == [
        one for one in columns if one not in ("years", "vikt")
    ]
    assert "WEIGHT BY vikt." in syntax
    assert "'it''s \"two\"; system(''x'')\\ rad ='" in syntax
    assert max(len(line.encode()) for line in syntax.splitlines()) < 256
    assert all(line.count("'") % 2 == 0 for line in syntax.splitlines())


def test_r_is_told_the_factors_in_signs_that_every_system_reads(at_work, row):
    found = files(take(at_work, row))
    script = found["svar.R"]
    assert script.isascii()
    assert "stopifnot(nrow(koder) == 60, ncol(koder) == 17)" in script
    assert "svar$safe <- factor(svar$safe, levels = c(1, 2, 3, 4)," in script
    assert '"Kvinna", "Man", "Annat"' in script
    assert "ordered = TRUE" in script
    assert "system('x')\\\\   rad =\"" in script
    assert "svar$years[svar$years < -2147483640] <- NA" in script
    outside = re.sub(r'"(?:\\.|[^"\\])*"', "", script)
    assert outside.count('"') == 0
    assert "system" not in outside


def test_excel_gets_words_and_no_formula(at_work, row):
    answer = take(at_work, row, form="workbook")
    assert answer["Content-Disposition"].endswith('.xlsx"')
    sheet = load_workbook(io.BytesIO(whole(answer))).active
    rows = list(sheet.iter_rows())
    assert len(rows) == 61
    assert FORMULA in [cell.value for cell in rows[0]]
    assert {cell.data_type for one in rows for cell in one} <= {"s", "n", "inlineStr"}
    words = {cell.value for one in rows for cell in one}
    assert {"Kvinna", "30–49 år", "Valt", "Fick inte frågan", "Svarade inte"} <= words


def test_the_files_are_english_for_those_who_work_in_english(at_work, row):
    pages.sent(at_work, "/arbete/jag/", language="en")
    found = files(take(at_work, row))
    assert found["kodbok.csv"].startswith("variable;kind;")
    assert "'Prefers not to answer'" in found["svar.sps"]
    assert "svar.csv has 60 rows" in found["las-mig.txt"]


def test_whoever_does_not_say_what_for_gets_the_page_again(at_work, row):
    answer = take(at_work, row, purpose="")
    assert answer.status_code == 422
    assert "Säg vad ni ska ha svaren till." in text(answer)
    assert not Entry.objects.filter(action="surveys.answers_exported").exists()


def test_the_page_says_what_is_in_the_file_and_who_took_it_before(at_work, row):
    page = text(at_work.get(at(row)))
    assert "60 svar kan tas ut, utan vem som gett dem." in page
    assert "Texter och platser." in page
    assert "Uttaget tidigare" not in page
    whole(take(at_work, row, purpose="research"))
    page = text(at_work.get(at(row)))
    assert "Forskning, efter sekretessprövning" in page.split("Uttaget tidigare")[1]


def test_the_page_says_why_nothing_can_be_taken_out(at_work, coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE,))
    page = text(at_work.get(at(row)))
    assert "Svaren kan lämnas ut när enkäten är stängd." in page
    assert "Ta ut svaren</button>" not in page
    assert take(at_work, row).status_code == 422


def test_nobody_who_does_not_listen_there_gets_anything(reading, away, row):
    assert take(reading, row).status_code == 404
    assert take(away, row).status_code == 404


def test_the_results_lead_to_the_files(at_work, row):
    assert at(row) in text(at_work.get(at(row, "survey-results")))


@pytest.mark.parametrize("make", [for_programs, as_workbook])
def test_a_file_that_is_broken_off_cannot_be_opened(coordinator, row, make):
    export = services.export_answers(
        coordinator, row, Purpose.CHECKING, ExportForm.PROGRAMS
    )
    lost = replace(export.blocks[0], columns=b"lost")
    sent = []
    words = ("sv",) if make is as_workbook else ("", "sv")
    with pytest.raises(ValueError, match="E_"):
        sent.extend(make(replace(export, blocks=[lost]), *words))
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(b"".join(sent)))


class Short:
    """Hands out fewer rows than it says."""

    n = 3

    def rows(self):
        yield from ([1], [2])


def test_fewer_rows_than_were_counted_are_no_file():
    with pytest.raises(BrokenOffError):
        list(all_of(Short()))
