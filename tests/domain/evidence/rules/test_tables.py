"""Counts from the police are read as they were saved, or the bad line is named."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.rules import Table
from handslag.domain.evidence.rules.tables import (
    MOST_LINES,
    decode,
    read_counts,
    read_table,
    written,
)

COUNTS = (
    "Brottstyp;Område;Period;Antal\nSkadegörelse;Centrum;2025;34\nStöld;Åtorp;2025;1 207\n"
)


def refused(read, *given) -> NotAllowedError:
    with pytest.raises(NotAllowedError) as error:
        read(*given)
    return error.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_is_read_however_it_was_saved(encoding, separator, end):
    content = COUNTS.replace(";", separator).replace("\n", end).encode(encoding)
    reading = read_counts(decode(content))
    assert reading.header == ("Brottstyp", "Område", "Period", "Antal")
    assert [(one.number, one.area, one.counted) for one in reading.lines] == [
        (2, "Centrum", 34),
        (3, "Åtorp", 1207),
    ]
    assert (reading.bad, reading.total, reading.period) == ((), 1241, "2025")


@given(
    st.sampled_from(["mac_roman", "cp850", "cp437"]),
    st.text(alphabet="abc;\n1åäöÅÄÖé").filter(lambda text: not text.isascii()),
)
def test_letters_that_cannot_be_told_for_sure_are_not_guessed(encoding, text):
    assert refused(decode, text.encode(encoding)).code == "evidence.table_letters"


def test_a_file_of_two_bytes_for_each_letter_is_not_guessed_either():
    assert refused(decode, COUNTS.encode("utf-16")).code == "evidence.table_letters"


@given(st.text(alphabet="abcåäöÅÄÖ;1 \n", min_size=1))
def test_swedish_letters_survive_each_way_of_saving_that_is_read(text):
    for encoding in ("utf-8", "utf-8-sig", "cp1252"):
        assert decode(text.encode(encoding)) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_sentence(content):
    with suppress(NotAllowedError):  # anything else is a fault of ours
        assert read_counts(decode(content)).header


def test_a_workbook_and_a_file_that_is_too_large_are_told_what_they_are():
    assert refused(decode, b"PK\x03\x04" + b"x" * 9).code == "evidence.table_is_a_workbook"
    assert refused(decode, b"x" * 300_001).code == "evidence.table_too_large"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (";Centrum;2025", "cells", "3"),
        ("x;;2025;3", "area", ""),
        ("x;Centrum;;3", "period", ""),
        ("x;Centrum;förra året;3", "period", "förra året"),
        ("x;Centrum;2025;tre", "count", "tre"),
        ("x;Centrum;2025;-3", "count", "-3"),
        ("x;Centrum;2025;3,5", "count", "3,5"),
        ("x;Centrum;2025;٣", "count", "٣"),
        ("x;Centrum;2025;", "count", ""),
        ("5000-K123456-24;Centrum;2025;3", "case_number", "5000-K123456-24"),
        ("x;Född 19940319-2397;2025;3", "person_number", "19940319-2397"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_what_is_wrong(line, code, said):
    reading = read_counts(f"{COUNTS}\n{line}\n")
    (bad,) = reading.bad
    assert (bad.number, bad.code, bad.said) == (5, code, said)
    assert len(reading.lines) == 2


def test_a_count_that_the_source_withholds_is_kept_as_it_stands():
    reading = read_counts(
        "Område;År;Antal\nCentrum;2025;XX\nÅtorp;2025;..\nSvartå;2025;3\n"
    )
    assert [one.counted for one in reading.lines] == [None, None, 3]
    assert (reading.total, reading.few) == (None, 1)
    assert reading.table.rows[0] == ("Centrum", "2025", "XX")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "table_separator"),
        ("Antal\n3\n", "table_separator"),
        ("Område;År;Antal\n", "table_empty"),
        ("Område;År;Antal;Namn\nx;2025;3;Anna\n", "table_column"),
        ("Område;År;Antal;Antal\nx;2025;3;4\n", "table_column_twice"),
        ("Område;Antal\nx;3\n", "table_columns_missing"),
        ("Område;År;Antal\n" + "x;2025;3\n" * (MOST_LINES + 1), "table_too_long"),
    ],
)
def test_a_file_that_is_not_counts_by_area_and_period_is_refused(text, code):
    assert refused(read_counts, text).code == f"evidence.{code}"


def test_an_area_can_stand_for_itself():
    reading = read_counts(f"{COUNTS}Stöld;Centrum;2024;6\n")
    assert reading.areas == ("Centrum", "Åtorp")
    centre = reading.of("Centrum")
    assert (centre.total, centre.period) == (40, "")
    assert [row[1] for row in centre.table.rows] == ["Centrum", "Centrum"]


CELL = st.text(alphabet='abcåäö12 ;,"', min_size=1, max_size=6).map(
    lambda cell: " ".join(cell.split()) or "x"
)


@given(
    st.integers(1, 5).flatmap(lambda wide: st.lists(st.tuples(*[CELL] * wide), min_size=2))
)
def test_a_table_that_is_written_out_is_read_back_the_same(rows):
    if len(rows[0]) == 1:
        rows = [(*row, "y") for row in rows]
    table = Table(rows[0], tuple(rows[1:]))
    assert read_table(written(table)) == table


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a;b\n", "table_empty"),
        ("a;b\n1;2;3\n", "table_uneven"),
        ("a;;c\n1;2;3\n", "table_heading_missing"),
        (";".join("abcdefghijklm") + "\n" + ";" * 12 + "\n", "table_too_wide"),
    ],
)
def test_a_table_that_is_no_table_says_what_is_wrong(text, code):
    text = text if "wide" not in code else text.replace(";;", ";x;")
    assert refused(read_table, text).code == f"evidence.{code}"
