from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.audit import rules
from handslag.core.audit.rules import Head

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FACTS = {"id": 7, "action": "approved", "details": {"party": 3}}


class Colour(StrEnum):
    GREEN = "green"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, None),
        (True, True),
        (12, 12),
        ("promises.draft-1:a_b", "promises.draft-1:a_b"),
        (Colour.GREEN, "green"),
        (date(2026, 3, 2), "2026-03-02"),
        (UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        ("1234-5678", "1234-5678"),
    ],
)
def test_ids_and_codes_are_kept(given, kept):
    assert rules.detail(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "Anna Andersson",
        "anna andersson",
        "",
        "a" * 81,
        "nej, texten är fel",
        "å",
        "a\n",
        "850709-9805",
        "19850709-9805",
        1.5,
        ["a"],
        {"a": 1},
        b"a",
    ],
)
def test_text_names_and_personal_numbers_are_not(given):
    with pytest.raises(TypeError, match="ids and codes"):
        rules.detail(given)


@given(st.text())
def test_whatever_has_a_space_or_a_capital_is_never_a_code(text):
    if any(sign.isspace() or sign.isupper() for sign in text):
        with pytest.raises(TypeError):
            rules.code(text)


def test_an_instant_is_written_in_one_way():
    summer = timezone(timedelta(hours=2))
    assert rules.moment(NOON.astimezone(summer)) == rules.moment(NOON)
    assert rules.moment(NOON) == "2026-03-02T12:00:00.000000+00:00"


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 7, 1, 21, 30, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 1, 22, 30, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_a_day_ends_at_midnight_in_sweden(instant, day):
    assert rules.day_of(instant) == day


def seal(**changed: object) -> str:
    given = {"no": 1, "previous": rules.FIRST, "sealed_at": NOON, "entry": FACTS} | changed
    return rules.seal_hash(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {"no": 2},
        {"previous": "1" * 64},
        {"sealed_at": NOON + timedelta(microseconds=1)},
        {"entry": FACTS | {"id": 8}},
        {"entry": FACTS | {"details": {"party": "3"}}},
        {"entry": FACTS | {"details": {"party": 3, "more": None}}},
    ],
)
def test_the_seal_covers_the_row_its_place_and_the_seal_before(changed):
    assert seal(**changed) != seal()


def test_the_order_in_which_details_are_stored_does_not_matter():
    assert seal(entry=dict(reversed(FACTS.items()))) == seal()


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("a" * 64, [Head(None, "a" * 64)]),
        (f"12: {'a' * 64}\n13 {'b' * 64}", [Head(12, "a" * 64), Head(13, "b" * 64)]),
        (f"Hej!\r\n-- \r\n7: {'0' * 64}\r\n", [Head(7, "0" * 64)]),
        (f"2026-03-01 {'a' * 64}", [Head(None, "a" * 64)]),
        ("a" * 63, []),
        ("a" * 65, []),
        ("A" * 64, []),
    ],
)
def test_heads_are_found_in_a_letter_a_page_or_a_line(text, heads):
    assert rules.heads_in(text) == heads
