import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.integrations import polisen
from handslag.integrations.http import Answer
from handslag.integrations.polisen import Pace, answered, ask, begun, next_call, read
from handslag.integrations.values import UnreadableError

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
RECORDED = (Path(__file__).parent / "recorded" / "polisen.json").read_bytes()
PLACES = ("Gävle", "Krokom", "Degerfors", "Tierp", "Uppvidinge")
FINE = Answer(200, b"[]")


def events():
    return {event.kind: event for event in read(RECORDED, PLACES).events}


def one(**changed):
    stated = {**json.loads(RECORDED)[0], **changed}
    return read(json.dumps([stated]).encode(), PLACES)


def test_a_county_is_stated_and_the_municipality_is_the_last_part_of_the_name():
    event = events()["Trafikolycka"]
    assert (event.stated, event.place, event.municipality) == (
        "Örebro län",
        "Degerfors",
        "Degerfors",
    )


def test_a_type_keeps_its_commas_and_loses_the_space_after_it():
    assert {"Trafikolycka, vilt", "Misshandel, grov", "Lagen om hundar och katter"} <= set(
        events()
    )


def test_an_hour_without_a_nought_and_the_time_of_summer_are_read():
    event = events()["Misshandel, grov"]
    assert event.published_at.astimezone(UTC) == datetime(2023, 7, 1, 4, 55, 6, tzinfo=UTC)
    assert event.occurred_at.astimezone(UTC) == datetime(2023, 6, 30, 23, 21, tzinfo=UTC)


def test_what_happened_before_midnight_of_new_year_happened_the_year_before():
    (event,) = one(
        name="31 december 22.44, Rån, Gävle", datetime="2025-01-01 0:49:20 +01:00"
    ).events
    assert event.occurred_at.astimezone(UTC) == datetime(2024, 12, 31, 21, 44, tzinfo=UTC)


def test_a_time_that_is_none_is_when_they_told():
    for name in (
        "31 juni 10:00, Rån, Gävle",
        "29 februari 10:00, Rån, Gävle",
        "Rån, Gävle",
    ):
        (event,) = one(name=name).events
        assert event.occurred_at == event.published_at


def test_a_summary_of_many_is_known_as_one():
    told = [event.kind for event in events().values() if event.is_summary]
    assert told == ["Sammanfattning kväll och natt"]


def test_no_place_is_no_municipality_and_no_fault():
    event = events()["Trafikkontroll"]
    assert (event.place, event.municipality) == ("", "")


def test_a_no_break_space_is_a_space():
    assert events()["Mord/dråp"].summary == "Taken away here."


def test_an_address_is_on_their_site_or_none():
    assert one(url="/a").events[0].url == "https://polisen.se/a"
    for url in ("//other.se/a", "https://other.se/", "javascript:x", None):
        assert one(url=url).events[0].url == ""


def test_nothing_is_an_answer_and_no_json_is_none():
    assert read(b"[]", PLACES).events == read(b" ", PLACES).events == ()
    for body in (b"<html>", b"\xff", b"[" * 100_000):
        with pytest.raises(UnreadableError, match="not_json"):
            read(body, PLACES)


@pytest.mark.parametrize(
    "changed",
    [
        {"datetime": "2026-06-31 1:00:00 +02:00"},
        {"id": 0},
        {"location": None},
        {"name": None},
    ],
)
def test_an_event_that_is_none_is_named_and_the_rest_are_read(changed):
    stated = json.loads(RECORDED)
    body = json.dumps([{**stated[0], **changed}, *stated[1:]]).encode()
    told = read(body, PLACES)
    assert [line.nr for line in told.bad] == [1]
    assert len(told.events) == len(stated) - 1


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=9))
def test_whatever_is_stated_is_an_event_or_a_bad_line(stated):
    told = read(json.dumps([stated, {"id": stated}]).encode(), PLACES)
    assert len(told.bad) == len(("one", "other"))


def test_ten_seconds_sixty_an_hour_and_1440_a_day():
    pace = begun(Pace(), NOW)
    assert next_call(pace, NOW) == NOW + timedelta(seconds=10)
    hour = Pace(tuple(NOW - timedelta(seconds=50 * nr) for nr in range(60)))
    assert next_call(hour, NOW) == NOW + timedelta(seconds=3600 - 50 * 59)
    day = Pace(tuple(NOW - timedelta(seconds=59.9 * nr) for nr in range(1440)))
    assert next_call(day, NOW) == NOW + timedelta(days=1, seconds=-59.9 * 1439)


@given(st.lists(st.integers(0, 400), max_size=150))
def test_no_hour_ever_holds_more_than_sixty_calls(waits):
    pace, now = Pace(), NOW
    for wait in waits:
        now = max(next_call(pace, now) or now, now) + timedelta(seconds=wait)
        pace = begun(pace, now)
    for at in pace.calls:
        within = [call for call in pace.calls if at <= call < at + timedelta(hours=1)]
        assert len(within) <= polisen.IN_AN_HOUR


def test_gone_is_for_ever_and_too_many_is_waited_out_longer_each_time():
    gone = answered(begun(Pace(), NOW), Answer(404), NOW)
    assert next_call(gone, NOW + timedelta(days=400)) is None
    pace = answered(Pace(), Answer(429), NOW)
    assert next_call(pace, NOW) == NOW + polisen.BACK_OFF
    assert next_call(answered(pace, Answer(0), NOW), NOW) == NOW + 2 * polisen.BACK_OFF
    asked_for = answered(Pace(), Answer(429, b"", 7200), NOW)
    assert next_call(asked_for, NOW) == NOW + timedelta(hours=2)
    assert answered(pace, FINE, NOW) == Pace()


def test_the_pace_is_kept_before_the_call_and_nobody_asks_too_early():
    kept: list[Pace] = []
    asked: list[tuple[str, str, bytes | None]] = []

    def fetch(address, agent, sent):
        assert kept, "a call that breaks off must count"
        asked.append((address, agent, sent))
        return FINE

    def go(pace, now):
        return ask(fetch, pace, contact="it@example.se", now=now, keep=kept.append)

    pace, answer = go(Pace(), NOW)
    assert answer == FINE
    assert asked == [(polisen.ADDRESS, "Handslag/1.0 (+it@example.se)", None)]
    assert go(pace, NOW + timedelta(seconds=9)) == (pace, None)
    assert go(replace(pace, is_off=True), NOW + timedelta(days=1))[1] is None
    assert len(asked) == 1


@pytest.mark.parametrize("contact", ["", "a b", "a\r\nX: y@z.se"])
def test_who_does_not_say_whom_to_reach_does_not_ask(contact):
    with pytest.raises(ValueError, match="E_NO_CONTACT"):
        polisen.agent(contact)
