"""What a walk must say, how many walk together, and how two walks compare."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.walks.rules import (
    Change,
    Level,
    PartRole,
    Reply,
    ReplyDraft,
    StopDraft,
    WalkDraft,
    are_split,
    change,
    groups_for,
    is_crowded,
    shown_roles,
    together,
)
from handslag.domain.walks.rules.drafts import check_reply, check_stop, check_walk
from handslag.domain.walks.rules.groups import LEAST_SHOWN
from handslag.domain.walks.rules.words import ORDER
from tests.refusing import code_of

TODAY = date(2026, 3, 2)
counts = st.dictionaries(st.sampled_from(list(PartRole)), st.integers(0, 40))


@given(counts)
def test_no_role_with_fewer_than_five_is_told_by_itself_and_the_total_is_kept(took_part):
    shown = shown_roles(took_part)
    assert sum(one.people or 0 for one in shown) in {
        sum(took_part.values()),
        sum(one.people or 0 for one in shown if one.people is not None),
    }
    told = {role for one in shown for role in one.roles}
    assert told == {role for role, count in took_part.items() if count}
    assert all(one.people is None or one.people >= LEAST_SHOWN for one in shown)
    hidden = [one for one in shown if one.people is None]
    assert not hidden or (len(shown) == 1 and sum(took_part.values()) < LEAST_SHOWN)


def test_a_small_role_is_told_together_with_the_next_smallest():
    shown = shown_roles({PartRole.POLICE: 1, PartRole.RESIDENTS: 12, PartRole.OLDER: 6})
    assert [(one.roles, one.people) for one in shown] == [
        ((PartRole.RESIDENTS,), 12),
        ((PartRole.OLDER, PartRole.POLICE), 7),
    ]


def test_two_small_roles_that_are_five_together_leave_the_others_alone():
    shown = shown_roles({PartRole.POLICE: 2, PartRole.YOUNG: 3, PartRole.RESIDENTS: 9})
    assert [one.people for one in shown] == [9, 5]


@pytest.mark.parametrize(
    ("people", "crowded", "groups"),
    [(0, False, 1), (10, False, 1), (11, False, 2), (20, False, 2), (21, True, 3)],
)
def test_more_than_twenty_are_a_crowd_and_groups_are_of_at_most_ten(
    people, crowded, groups
):
    assert is_crowded(people) is crowded
    assert groups_for(people) == groups


levels = st.lists(st.sampled_from(list(Level)))


@given(levels)
def test_what_groups_say_together_lies_between_the_best_and_the_worst(said):
    judged = [ORDER.index(one) for one in said if one in ORDER]
    one = together(said)
    if judged:
        assert one is not None
        assert min(judged) <= ORDER.index(one) <= max(judged)
    else:
        assert one is (Level.UNKNOWN if said else None)


def test_of_two_groups_the_worse_word_counts_and_it_is_said_that_they_differ():
    assert together([Level.GOOD, Level.BAD]) is Level.BAD
    assert are_split([Level.GOOD, Level.BAD])
    assert not are_split([Level.GOOD, Level.UNKNOWN])


def test_what_was_not_judged_both_times_cannot_be_compared():
    assert change(Level.BAD, Level.FAIR) is Change.BETTER
    assert change(Level.FAIR, Level.FAIR) is Change.SAME
    assert change(Level.GOOD, Level.POOR) is Change.WORSE
    assert change(Level.UNKNOWN, Level.GOOD) is Change.UNKNOWN
    assert change(None, Level.GOOD) is Change.UNKNOWN


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (ReplyDraft(Reply.DO), "walks.say_by_when"),
        (ReplyDraft(Reply.LATER, "", TODAY), "walks.say_why"),
        (ReplyDraft(Reply.NO), "walks.say_why"),
        (ReplyDraft(Reply.NO, "Det är inte vår mark.", TODAY), "walks.no_day_for_a_no"),
        (ReplyDraft(Reply.DO, "", date(2026, 3, 1)), "walks.day_has_passed"),
        (ReplyDraft(Reply.DO, "x" * 1001, TODAY), "walks.too_long"),
    ],
)
def test_an_answer_says_by_when_or_why_not(draft, code):
    assert code_of(lambda: check_reply(draft, today=TODAY)) == code


def test_answers_that_say_enough_are_taken():
    check_reply(ReplyDraft(Reply.DO, "", TODAY), today=TODAY)
    check_reply(ReplyDraft(Reply.LATER, "Efter tjälen.", TODAY), today=TODAY)
    check_reply(ReplyDraft(Reply.NO, "Det är inte vår mark."), today=TODAY)


def test_the_three_meetings_come_in_their_order():
    late = WalkDraft("Centrum", TODAY, first_on=date(2026, 3, 3))
    assert code_of(lambda: check_walk(late)) == "walks.first_meeting_after_the_walk"
    early = WalkDraft("Centrum", TODAY, answers_on=date(2026, 3, 1))
    assert code_of(lambda: check_walk(early)) == "walks.answers_before_the_walk"
    assert code_of(lambda: check_walk(WalkDraft(" ", TODAY))) == "walks.no_title"


def test_a_stop_is_found_by_its_words_and_has_a_whole_point_or_none():
    check_stop(StopDraft("Torget"))
    assert code_of(lambda: check_stop(StopDraft(""))) == "walks.stop_without_name"
    assert code_of(lambda: check_stop(StopDraft("T", lon=14.4))) == "walks.half_a_point"
    beyond = StopDraft("T", lon=14.4, lat=95.0)
    assert code_of(lambda: check_stop(beyond)) == "walks.half_a_point"
