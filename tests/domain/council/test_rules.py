"""Who may lead, on which way a meeting is, and what of the minutes anyone may read."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.council.rules import meetings, minutes, seats
from handslag.domain.council.rules.meetings import FROM, Step
from handslag.domain.council.rules.seats import Flaw, Sitting
from handslag.domain.council.rules.words import (
    ItemKind,
    Layer,
    MeetingState,
    SeatPlace,
    TaskState,
)
from handslag.domain.organisations.rules import Kind
from tests.refusing import code_of


def sitting(place=SeatPlace.MEMBER, kind=Kind.MUNICIPALITY, **words):
    words = {"function": "chef", "is_leading": True, "is_covered": True, **words}
    return Sitting(place=place, kind=kind, **words)


CHAIR = sitting(SeatPlace.CHAIR)
POLICE = sitting(kind=Kind.POLICE_DISTRICT, is_covered=False)


def test_an_item_leads_to_pages_and_to_nothing_that_runs():
    good = ("", "/asele/lagesbild/1/", "https://www.bra.se/", "http://bra.se")
    assert all(map(meetings.leads_somewhere, good))
    bad = ("//bra.se", "javascript:alert(1)", "data:text/html,x", "bra.se")
    assert not any(map(meetings.leads_somewhere, bad))


def test_the_municipality_leads_the_council():
    refused = code_of(
        lambda: seats.check_chair(Layer.STRATEGIC, SeatPlace.CHAIR, is_covered=False)
    )
    assert refused == "council.chair_not_municipal"


@pytest.mark.parametrize("layer", [Layer.PREPARING, Layer.EST])
def test_anyone_may_lead_a_group_below(layer):
    seats.check_chair(layer, SeatPlace.CHAIR, is_covered=False)
    seats.check_led(layer, [])


def test_a_council_without_chair_is_not_called():
    assert code_of(lambda: seats.check_led(Layer.STRATEGIC, [POLICE])) == "council.no_chair"


def test_a_full_council_has_no_flaw():
    assert seats.flaws(Layer.STRATEGIC, [CHAIR, POLICE]) == []


def test_a_partner_below_the_leading_positions_is_named_and_stops_nothing():
    officer = sitting(
        kind=Kind.POLICE_DISTRICT,
        function="kommunpolis",
        is_leading=False,
        is_covered=False,
    )
    seats.check_led(Layer.STRATEGIC, [CHAIR, officer])
    assert seats.flaws(Layer.STRATEGIC, [CHAIR, officer]) == [
        (Flaw.NOT_LEADING, ["kommunpolis"])
    ]


def test_who_serves_the_council_need_not_lead_anything():
    adjunct = sitting(SeatPlace.ADJUNCT, Kind.BUSINESS, is_leading=False, is_covered=False)
    assert seats.flaws(Layer.STRATEGIC, [CHAIR, POLICE, adjunct]) == []


def test_a_council_without_police_or_chair_is_told_so():
    assert seats.flaws(Layer.STRATEGIC, [sitting()]) == [
        (Flaw.NO_CHAIR, []),
        (Flaw.NO_POLICE, []),
    ]


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("state", list(MeetingState))
def test_a_step_follows_on_where_the_meeting_stands(step, state):
    if state in FROM[step]:
        meetings.check_step(state, step)
    else:
        assert code_of(lambda: meetings.check_step(state, step)).startswith("council.")


@pytest.mark.parametrize("step", [one for one in Step if one is not Step.PUBLISH])
def test_nothing_is_done_with_final_minutes_but_to_publish_them(step):
    refused = code_of(lambda: meetings.check_step(MeetingState.FINAL, step))
    assert refused == "council.minutes_final"


def test_a_call_is_about_a_day_to_come_and_says_about_what():
    day = date(2026, 12, 3)
    assert code_of(lambda: meetings.check_call(day, items=0, today=day)) == (
        "council.empty_agenda"
    )
    assert code_of(lambda: meetings.check_call(day, items=1, today=date(2026, 12, 4))) == (
        "council.call_in_past"
    )
    meetings.check_call(day, items=1, today=day)


kinds = st.lists(st.sampled_from(ItemKind), max_size=12)


@given(kinds)
def test_the_formal_items_never_count(found):
    formal = [(meetings.pattern_source(one), ItemKind.INFORM) for one in meetings.FORMAL]
    own = [("", kind) for kind in found]
    assert meetings.shares([*formal, *own]) == meetings.shares(own)
    assert meetings.shares(own).total == len(found)


@given(kinds)
def test_a_meeting_is_for_information_when_more_than_half_of_it_is(found):
    shares = meetings.shares([("", kind) for kind in found])
    said = found.count(ItemKind.INFORM) > len(found) / 2
    assert shares.is_information_meeting == said


@given(st.lists(st.sampled_from(["", " ", "Rådet beslutar att satsa."]), max_size=12))
def test_paragraphs_follow_the_agenda_without_a_gap(decisions):
    numbers = minutes.numbered(enumerate(decisions))
    assert list(numbers.values()) == list(range(1, len(numbers) + 1))
    assert set(numbers) == {nr for nr, words in enumerate(decisions) if words.strip()}


items = st.lists(
    st.fixed_dictionaries(
        {
            "is_internal": st.booleans(),
            "title": st.text(max_size=5),
            "tasks": st.lists(st.fixed_dictionaries({"is_internal": st.booleans()})),
        }
    )
)


@given(items)
def test_nothing_internal_is_public_and_all_else_is(found):
    public = minutes.public_part({"items": found})
    assert len(public["items"]) + public["left_out"] == len(found)
    assert not any(item["is_internal"] for item in public["items"])
    assert not any(task["is_internal"] for one in public["items"] for task in one["tasks"])
    kept = [item["title"] for item in found if not item["is_internal"]]
    assert [item["title"] for item in public["items"]] == kept


def test_minutes_are_confirmed_after_the_meeting_and_not_in_the_future():
    def confirmed(day: date) -> None:
        minutes.check_confirmed_on(day, held_on=date(2026, 2, 24), today=date(2026, 3, 2))

    for day in (date(2026, 2, 23), date(2026, 3, 3)):
        assert code_of(partial(confirmed, day)) == "council.confirmed_when"
    confirmed(date(2026, 2, 24))


def test_a_task_that_ends_says_what_became_of_it():
    assert code_of(lambda: minutes.check_report(TaskState.DONE, " ")) == (
        "council.task_needs_result"
    )
    minutes.check_report(TaskState.OPEN, "")
