"""A record is read whole, or refused with the field and the reason."""

import json as jsons
from decimal import Decimal

import pytest
from hypothesis import given

from handslag.domain.promises.rules.catalogue.reading import (
    as_object,
    kind_of,
    name_of,
    read,
)
from handslag.domain.promises.rules.catalogue.records import LIMITS, RecordRefusedError
from handslag.domain.promises.rules.catalogue.writing import write
from tests.domain.promises.records import RECORDS, item, record, shipped, without


def refused(json):
    with pytest.raises(RecordRefusedError) as caught:
        read(json)
    return caught.value.where, caught.value.code


def target(**said):
    return record(promises=[item(measurable_target=[{"op": "min", "n": 1, **said}])])


@given(RECORDS)
def test_whatever_a_record_holds_comes_back_as_it_was(json):
    assert write(read(json)) == json


def test_the_shipped_catalogue_comes_back_as_it_was_in_the_same_order_of_fields():
    for json in shipped():
        written = write(read(json))
        assert written == json
        assert list(written) == list(json)


def test_the_shipped_catalogue_holds_what_it_is_said_to_hold():
    records = shipped()
    assert len(records) == 176
    assert sum(len(one["promises"]) for one in records) == 625


@pytest.mark.parametrize(
    "key", ["district", "url", "validity", "other_notes", "followup_cadence", "decided_by"]
)
def test_left_out_null_and_empty_are_three_silences(key):
    for json in (without(record(), key), record(**{key: None}), record(**{key: ""})):
        assert write(read(json)) == json


@pytest.mark.parametrize("n", [None, 2, 2.5, [2, 3], [0.5, 1]])
def test_a_number_may_be_missing_whole_broken_or_a_range(n):
    json = target(n=n)
    assert write(read(json)) == json


def test_numbers_are_read_exactly():
    (promise,) = read(target(n=0.1)).items
    assert promise.targets[0].low == Decimal("0.1")


@pytest.mark.parametrize(
    ("json", "where", "code"),
    [
        ("a text", "", "not_an_object"),
        ([], "", "not_an_object"),
        (without(record(), "id"), "id", "missing"),
        (record(id=""), "id", "empty"),
        (record(id="  "), "id", "empty"),
        (record(id=17), "id", "not_text"),
        (record(id="X" * 41), "id", "too_long"),
        (record(kind="survey"), "kind", "unknown_word"),
        (without(record(), "municipality"), "municipality", "missing"),
        (record(municipality=[]), "municipality", "empty"),
        (record(municipality=["Holm", None]), "municipality[1]", "not_text"),
        (record(municipality={"name": "Holm"}), "municipality", "not_text"),
        (record(year_or_period=2020), "year_or_period", "not_text"),
        (record(parties="polisen"), "parties", "not_a_list"),
        (record(parties=["polisen", ""]), "parties[1]", "empty"),
        (record(partly_read="ja"), "partly_read", "not_yes_or_no"),
        (record(difficulty=1.5), "difficulty", "not_a_whole_number"),
        (record(difficulty=True), "difficulty", "not_a_number"),
        (record(difficulty=40_000), "difficulty", "too_large"),
        (record(notes="?"), "notes", "unknown_field"),
        (record(url="x\x00"), "url", "bad_character"),
        (record(url="\ud800"), "url", "bad_character"),
        (record(validity="x" * 1001), "validity", "too_long"),
        (record(dialog_participants=[3]), "dialog_participants", "not_an_object"),
        (
            record(dialog_participants={"n": "många"}),
            "dialog_participants.n",
            "not_a_number",
        ),
        (record(promises={}), "promises", "not_a_list"),
        (record(promises=[item(), 3]), "promises[1]", "not_an_object"),
        (record(promises=[item("")]), "promises[0].text_sv", "empty"),
        (record(promises=[item(number=2**31)]), "promises[0].number", "too_large"),
        (record(promises=[item(number="1a")]), "promises[0].number", "not_a_number"),
        (
            record(promises=[item(responsible_basis="gissat")]),
            "promises[0].responsible_basis",
            "unknown_word",
        ),
        (
            record(promises=[item(measurable_target={"op": "min"})]),
            "promises[0].measurable_target",
            "not_a_list",
        ),
        (target(op="about"), "promises[0].measurable_target[0].op", "unknown_word"),
        (target(n="tio"), "promises[0].measurable_target[0].n", "not_a_number"),
        (target(n=True), "promises[0].measurable_target[0].n", "not_a_number"),
        (target(n=[1]), "promises[0].measurable_target[0].n", "not_two_numbers"),
        (target(n=[1, 2, 3]), "promises[0].measurable_target[0].n", "not_two_numbers"),
        (target(n=[1, None]), "promises[0].measurable_target[0].n", "not_a_number"),
        (target(n=[3, 2]), "promises[0].measurable_target[0].n", "not_ascending"),
        (target(n=1e10), "promises[0].measurable_target[0].n", "too_large"),
        (target(n=0.00001), "promises[0].measurable_target[0].n", "too_precise"),
        (target(n=float("inf")), "promises[0].measurable_target[0].n", "not_a_number"),
    ],
)
def test_what_cannot_be_held_is_refused_by_name(json, where, code):
    assert refused(json) == (where, code)


@pytest.mark.parametrize("key", sorted(LIMITS.keys() & record().keys() - {"id", "kind"}))
def test_a_text_as_long_as_its_column_is_taken_and_one_letter_more_is_not(key):
    fits = "x" * LIMITS[key]
    in_list = isinstance(record()[key], list)
    as_said = [fits] if in_list else fits
    assert write(read(record(**{key: as_said})))[key] == as_said
    longer = [f"{fits}x"] if in_list else f"{fits}x"
    assert refused(record(**{key: longer})) == (f"{key}[0]" if in_list else key, "too_long")


def test_a_record_is_called_by_its_id_or_by_its_place_in_the_file():
    assert name_of(record("P138"), 3) == "P138"
    assert name_of({"kind": "promise"}, 3) == "#3"
    assert name_of({"id": 12}, 3) == "#3"
    assert name_of(None, 3) == "#3"


@pytest.mark.parametrize(("json", "code"), [({}, "missing"), ({"kind": 3}, "not_text")])
def test_without_a_kind_nobody_knows_what_it_is(json, code):
    with pytest.raises(RecordRefusedError, match=f"kind: {code}"):
        kind_of(json)


def test_an_object_that_says_a_field_twice_is_refused_whatever_it_says():
    text = jsons.dumps(record(promises=[item()]))
    twice = jsons.loads(text, object_pairs_hook=as_object)
    assert write(read(twice)) == record(promises=[item()])
    doubled = text.replace('"text_sv"', '"place": "Torget", "place": "Parken", "text_sv"')
    twice = jsons.loads(doubled, object_pairs_hook=as_object)
    assert refused(twice) == ("promises[0].place", "said_twice")
