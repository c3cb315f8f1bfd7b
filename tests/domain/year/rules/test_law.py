"""The law against what is there, to the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.year.rules.law import (
    Facts,
    Finding,
    Reason,
    Standing,
    check,
    counted,
    days_by_law,
)
from handslag.domain.year.rules.words import DUTIES, Section

TODAY = date(2026, 11, 22)
NOTHING = Facts()
# All in order, nothing near its end.
COMPLETE = Facts(
    picture_on=date(2026, 3, 1),
    picture_number=2,
    picture_is_whole=True,
    plan_on=date(2025, 12, 1),
    plan_picture_number=2,
    plan_followed_up_on=date(2026, 6, 1),
    plan_number="KS 2025/12",
    other_plans=2,
    agreements=1,
    with_police=True,
    agreements_end=date(2028, 12, 31),
    council=True,
    municipal_chair=True,
    council_met_on=date(2026, 9, 15),
    elected_to=date(2030, 12, 31),
    contact=True,
    board="kommunstyrelsen",
    reported_on=date(2026, 6, 20),
)


def found(facts: Facts, section: Section, *reasons: Reason, today: date = TODAY) -> Finding:
    (one,) = (one for one in check(facts, reasons, today=today) if one.section is section)
    return one


def codes(one: Finding) -> list[str]:
    return [remark.code for remark in one.remarks]


def test_every_section_is_there_in_the_order_of_the_law():
    assert [one.section for one in check(NOTHING, [], today=TODAY)] == list(Section)


def test_a_municipality_in_order_has_done_every_duty():
    assert counted(check(COMPLETE, [], today=TODAY)) == {Standing.DONE: len(DUTIES)}


def test_a_municipality_with_nothing_lacks_every_duty():
    assert counted(check(NOTHING, [], today=TODAY)) == {Standing.MISSING: len(DUTIES)}


def test_cameras_are_a_right_and_counted_nowhere():
    for facts in (NOTHING, replace(COMPLETE, cameras=2)):
        assert found(facts, Section.CAMERAS).standing is Standing.RIGHT


def test_a_picture_without_one_of_its_parts_is_no_picture():
    one = found(replace(COMPLETE, picture_is_whole=False), Section.PICTURE)
    assert one.standing is Standing.MISSING
    assert "picture_lacks_a_part" in codes(one)


# Every second year, to the day


@pytest.mark.parametrize(
    ("frozen", "today", "standing"),
    [
        (date(2024, 11, 22), date(2026, 5, 21), Standing.DONE),
        (date(2024, 11, 22), date(2026, 5, 22), Standing.DUE),
        (date(2024, 11, 22), date(2026, 11, 22), Standing.DUE),
        (date(2024, 11, 22), date(2026, 11, 23), Standing.LATE),
        (date(2024, 2, 29), date(2026, 2, 28), Standing.DUE),
        (date(2024, 2, 29), date(2026, 3, 1), Standing.LATE),
    ],
)
def test_a_picture_is_made_anew_within_24_months(frozen, today, standing):
    facts = replace(
        COMPLETE,
        picture_on=frozen,
        plan_on=today,
        plan_followed_up_on=today,
    )
    assert found(facts, Section.EVERY_SECOND_YEAR, today=today).standing is standing


def test_a_plan_of_the_first_day_is_followed_up_by_july_2026():
    facts = Facts(
        picture_on=date(2026, 1, 1),
        picture_is_whole=True,
        plan_on=date(2024, 7, 1),
        plan_picture_number=1,
    )
    one = found(facts, Section.EVERY_SECOND_YEAR, today=date(2026, 7, 1))
    assert (one.standing, one.by) == (Standing.DUE, date(2026, 7, 1))
    assert "plan_not_followed_up_yet" in codes(one)
    late = found(facts, Section.EVERY_SECOND_YEAR, today=date(2026, 7, 2))
    assert late.standing is Standing.LATE


def test_a_follow_up_gives_the_plan_two_more_years():
    facts = replace(COMPLETE, picture_on=TODAY, plan_followed_up_on=date(2026, 6, 1))
    assert days_by_law(facts)[Section.EVERY_SECOND_YEAR] == date(2028, 6, 1)


def test_a_picture_from_before_the_law_is_counted_from_the_law():
    facts = Facts(picture_on=date(2019, 5, 1), picture_is_whole=True)
    assert days_by_law(facts)[Section.EVERY_SECOND_YEAR] == date(2025, 7, 1)


def test_a_picture_without_a_plan_is_only_half():
    one = found(replace(COMPLETE, plan_on=None), Section.EVERY_SECOND_YEAR)
    assert one.standing is Standing.MISSING
    assert codes(one) == ["no_plan_to_follow_up"]


# The plan


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2024, 7, 1), Standing.DUE),
        (date(2024, 7, 2), Standing.MISSING),
    ],
)
def test_no_plan_was_needed_before_july_2024(today, standing):
    assert found(NOTHING, Section.PLAN, today=today).standing is standing
    half = found(Facts(picture_on=date(2024, 1, 1)), Section.EVERY_SECOND_YEAR, today=today)
    assert (half.standing is Standing.MISSING) is (standing is Standing.MISSING)


def test_a_plan_that_rests_on_no_picture_is_no_plan_of_the_law():
    one = found(replace(COMPLETE, plan_picture_number=None), Section.PLAN)
    assert (one.standing, codes(one)) == (Standing.MISSING, ["plan_without_picture"])


def test_a_plan_on_an_older_picture_is_done_and_says_so():
    one = found(replace(COMPLETE, plan_picture_number=1), Section.PLAN)
    assert (one.standing, codes(one)) == (Standing.DONE, ["plan_on_older_picture"])


# Agreements, council, contact, board


def test_an_agreement_without_purposes_or_areas_does_not_count():
    one = found(replace(COMPLETE, agreements_lacking=1), Section.AGREEMENTS)
    assert one.standing is Standing.MISSING


@pytest.mark.parametrize(
    ("ends", "standing"),
    [
        (None, Standing.DONE),
        (date(2027, 5, 23), Standing.DONE),
        (date(2027, 5, 22), Standing.DUE),
        (TODAY, Standing.DUE),
        (TODAY - timedelta(days=1), Standing.LATE),
    ],
)
def test_an_agreement_is_due_half_a_year_before_it_ends(ends, standing):
    facts = replace(COMPLETE, agreements_end=ends)
    assert found(facts, Section.AGREEMENTS).standing is standing


def test_an_agreement_that_ran_out_is_late_since_that_day():
    ran_out = Facts(agreements_ran_out=date(2026, 10, 1))
    one = found(ran_out, Section.AGREEMENTS)
    assert (one.standing, one.by) == (Standing.LATE, date(2026, 10, 1))


def test_agreements_with_others_than_the_police_are_agreements():
    one = found(replace(COMPLETE, with_police=False), Section.AGREEMENTS)
    assert one.standing is Standing.DONE
    assert "agreements_without_police" in codes(one)


def test_a_council_led_by_another_is_not_the_council_of_the_law():
    one = found(replace(COMPLETE, municipal_chair=False), Section.COUNCIL)
    assert one.standing is Standing.MISSING


def test_a_partner_below_the_leading_positions_is_remarked_upon():
    one = found(replace(COMPLETE, not_leading=2), Section.COUNCIL)
    assert (one.standing, codes(one)) == (Standing.DONE, ["council_not_leading"])


def test_a_council_that_has_not_met_for_a_year_is_remarked_upon():
    kept = replace(COMPLETE, council_met_on=date(2025, 11, 22))
    assert codes(found(kept, Section.COUNCIL)) == []
    seldom = replace(COMPLETE, council_met_on=date(2025, 11, 21))
    assert codes(found(seldom, Section.COUNCIL)) == ["council_seldom_meets"]


@pytest.mark.parametrize(
    ("reported", "standing"),
    [
        (date(2026, 2, 23), Standing.DONE),
        (date(2026, 2, 22), Standing.DUE),
        (date(2025, 11, 22), Standing.DUE),
        (date(2025, 11, 21), Standing.LATE),
        (None, Standing.MISSING),
    ],
)
def test_the_assembly_is_told_once_a_year(reported, standing):
    facts = replace(COMPLETE, reported_on=reported)
    assert found(facts, Section.LEADING_BOARD).standing is standing


def test_of_others_one_does_not_see_what_they_told_their_assembly():
    facts = replace(NOTHING, sees_all=False)
    assert found(facts, Section.LEADING_BOARD).standing is Standing.UNSEEN


# Not started: why, and when


def test_a_reason_turns_what_is_missing_into_not_started():
    reason = Reason(Section.PLAN, "Vi var tre kommuner som skulle samordna oss.", TODAY)
    one = found(NOTHING, Section.PLAN, reason)
    assert (one.standing, one.reason) == (Standing.NOT_STARTED, reason)


def test_a_reason_hides_nothing_that_is_done():
    one = found(COMPLETE, Section.PLAN, Reason(Section.PLAN, "Hann inte."))
    assert (one.standing, one.reason) == (Standing.DONE, None)


def test_what_is_late_stays_late_and_keeps_its_reason():
    facts = replace(COMPLETE, reported_on=date(2024, 1, 1))
    one = found(facts, Section.LEADING_BOARD, Reason(Section.LEADING_BOARD, "Byte."))
    assert one.standing is Standing.LATE
    assert one.reason


@given(
    picture=st.none() | st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    plan=st.none() | st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    today=st.dates(date(2023, 7, 1), date(2030, 1, 1)),
)
def test_time_alone_never_makes_anything_better(picture, plan, today):
    """From done to due to late; what is missing stays so until something is done."""
    order = [Standing.DONE, Standing.DUE, Standing.LATE]
    facts = replace(COMPLETE, picture_on=picture, plan_on=plan, plan_followed_up_on=None)
    first = found(facts, Section.EVERY_SECOND_YEAR, today=today).standing
    then = found(
        facts, Section.EVERY_SECOND_YEAR, today=today + timedelta(days=100)
    ).standing
    if first in order and then in order:
        assert order.index(then) >= order.index(first)
    if first is Standing.MISSING:
        assert then in {Standing.MISSING, Standing.LATE}
