"""No number of a case or a person comes into a finding, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.evidence.rules.identifiers import (
    Identifier,
    Kind,
    first_of,
    identifiers,
)

# Official test numbers; none belongs to anyone.
PEOPLE = (
    "199403192397",
    "198301202399",
    "202303242388",
    "198611072391",
    "199801062382",
    "201801022383",
    "189001039800",
)
DASHES = st.sampled_from(["-", "‐", "–", "−", " - ", "- ", " –", "\u00ad-"])
AROUND = st.sampled_from(["", " ", "(", "se ", "född ", ", ", "\n", "nr:", "\u00a0"])


def kinds(text: str) -> set[Kind]:
    return {one.kind for one in identifiers(text)}


@given(st.sampled_from(PEOPLE), st.booleans(), DASHES | st.sampled_from(["", " ", "+"]))
def test_a_personal_number_is_found_however_it_is_written(person, whole, between):
    written = f"{person[:8] if whole else person[2:8]}{between}{person[8:]}"
    assert kinds(f"En man, {written}, dömdes.") == {Kind.PERSON}


@given(st.sampled_from(PEOPLE), st.integers(1, 9))
def test_a_number_with_another_last_digit_is_no_personal_number(person, step):
    other = (int(person[-1]) + step) % 10
    assert kinds(f"{person[:-1]}{other}") == set()


@given(st.sampled_from(PEOPLE))
def test_a_coordination_number_is_found(person):
    """Sixty more on the day; the last digit follows from the others."""
    day = f"{person[2:6]}{int(person[6:8]) + 60}{person[8:11]}"
    found = [kinds(f"{day}{last}") for last in range(10)]
    assert sum(map(len, found)) == 1


@given(
    st.integers(0, 9999),
    st.integers(1, 9_999_999),
    st.integers(10, 99),
    DASHES,
    DASHES,
    st.sampled_from(["K", "k", "K "]),
    AROUND,
)
def test_a_case_number_with_its_unit_is_found(
    unit, case, year, first, second, sign, around
):
    written = f"{unit:04}{first}{sign}{case}{second}{year}"
    assert Kind.CASE in kinds(f"{around}{written}{around.strip()}")


@given(
    st.integers(100, 9_999_999),
    st.integers(10, 99) | st.integers(2000, 2030),
    DASHES,
    st.sampled_from(["K", "k", "K ", "K-"]),
    AROUND,
)
def test_a_case_number_without_its_unit_is_found(case, year, between, sign, around):
    assert Kind.CASE in kinds(f"{around}{sign}{case}{between}{year}")


@given(
    st.sampled_from(["A", "AA", "PS", "a"]),
    st.integers(1, 999),
    st.integers(0, 999),
    st.integers(1990, 2030),
)
def test_a_registry_number_of_the_police_is_found(letters, first, second, year):
    assert Kind.CASE in kinds(f"Dnr {letters}{first}.{second:03}/{year}.")


@pytest.mark.parametrize(
    "written",
    [
        "5000-K123456-24",
        "0201-K1234-21",
        "A123.456/2024",
        "K 123456-24",
        "K123456\u201124",
        "５０００-K123456-24",
        "AA-400-12345-15",
    ],
)
def test_the_forms_that_the_police_use_are_found(written):
    assert Kind.CASE in kinds(f"Enligt {written}.")


@pytest.mark.parametrize(
    "harmless",
    [
        "Dnr KS 2024/123",
        "KS 2024-00123",
        "K 7-9 och 10-24 år",
        "kl. 20-24 och 22.00-02.00",
        "12 345 invånare, 1 234 anmälningar",
        "2024-01-01 till 2024-12-31",
        "2023/2024",
        "8,5 procent av 2024",
        "556036-0793",  # an organisation: its third and fourth digits are no month
        "0701740605 eller 070-174 06 05",
        "SE4550000000058398257466",
        "E20, väg 205, hus 12-14",
        "lag (2023:196)",
        "719 23 Degerfors",
        "UTM 6548912, 498123",
    ],
)
def test_numbers_that_stand_for_neither_are_left_alone(harmless):
    assert kinds(harmless) == set()


def test_the_first_of_several_texts_is_told_as_it_stands():
    texts = ["Tolv anmälningar.", "Se 5000-K123456-24.", PEOPLE[0]]
    assert first_of(texts) == Identifier(Kind.CASE, "5000-K123456-24")
    assert first_of(texts[:1]) is None


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text):
    assert all(one.written for one in identifiers(text))
