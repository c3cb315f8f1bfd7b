"""What points at somebody is found where it stands, and nothing is left of it."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.guard.rules import Finding, Kind, find, redacted

# Official test numbers, numbers reserved for fiction, and made-up names.
PIECES = st.sampled_from(
    [
        *("18900101-9802", "189001019802", "070-174 06 05", "+46 (0)70 174 06 05"),
        *("08-465 004 00", "anna@example.com", "anna snabel-a example punkt se"),
        *("ABC 123", "abc12d", "lgh 1203", "@anna_99", "instagram.com/anna_99"),
        *("5000-K123456-26", "dnr 2026/123", "Anna Svensson", "grannen Lars", "Åsa"),
        *("reg.nr", "ring", "heter", "på insta", "mål B", "-", "+", "0", "20", " ", "\n"),
        *(".", ",", "(", ")", "@", "\u00ad", "\u200b", "a\u030a", "１２", "é", "K", "😀"),
    ]
)
TABLE = Path(__file__).parent / "texts" / "same_everywhere.json"
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join)


@given(TEXTS)
def test_what_is_found_stands_in_the_text_in_order_and_apart(text):
    end = 0
    for one in find(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(TEXTS)
def test_nothing_certain_is_left_when_it_is_removed(text):
    left = redacted(text, find(text))
    assert [one for one in find(left) if one.certain] == []


@pytest.mark.parametrize(
    ("text", "kind", "piece", "certain"),
    [
        ("Född 18900101-9802.", Kind.PERSONNUMMER, "18900101-9802", True),
        (
            "Ring 070\u2013174\u00a006\u00a005!",
            Kind.PHONE,
            "070\u2013174\u00a006\u00a005",
            True,
        ),
        ("maila anna@example.com.", Kind.EMAIL, "anna@example.com", True),
        ("en Volvo med ABC 12D", Kind.PLATE, "ABC 12D", True),
        ("de bor i lgh 1203 nu", Kind.APARTMENT, "lgh 1203", False),
        ("följ (@anna_99)", Kind.HANDLE, "@anna_99", False),
        ("se 5000-K123456-26", Kind.CASE_NUMBER, "5000-K123456-26", True),
        ("dnr 2026/123", Kind.CASE_NUMBER, "2026/123", False),
        ("Det var Anna Svensson.", Kind.NAME, "Anna Svensson", True),
        ("Annas kille", Kind.NAME, "Anna", False),
        ("A\u030asa Svensson", Kind.NAME, "A\u030asa Svensson", True),
    ],
)
def test_each_kind_is_found_where_it_stands(text, kind, piece, certain):
    at = text.index(piece)
    assert find(text) == [Finding(at, at + len(piece), kind, certain)]


def test_a_mark_stands_where_something_was_removed():
    text = "Anna Svensson (070-174 06 05) ropade."
    assert redacted(text, find(text)) == "[borttaget] ([borttaget]) ropade."


def test_each_row_of_the_table_holds_that_the_browser_is_held_to_too():
    wrong = [
        row
        for row in json.loads(TABLE.read_text("utf-8"))
        for found in [
            [[one.kind, row["text"][one.start : one.end]] for one in find(row["text"])]
        ]
        if [one for one in found if one[0] != Kind.NAME] != row["found"]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "@a", "a@", "070-", "ring ", "Anna ", "( at )", "noll ett ", "K1", "+"],
)
def test_a_long_text_costs_no_more_than_its_length(piece):
    """Twenty thousand signs in less than a second, whatever they are."""
    text = (piece * 20_000)[:20_000]
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 1
