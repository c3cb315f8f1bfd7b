"""What a municipality says of its own duties."""

from datetime import date

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.year.models import LawStatement
from handslag.domain.year.queries import all_deadlines, board_of, checked
from handslag.domain.year.rules.law import Standing
from handslag.domain.year.rules.words import Section
from handslag.domain.year.services import name_board, state_why, withdraw_why
from tests.make import year as made


def said(actor, home, revision=0, planned_on=None):
    return state_why(
        actor,
        home,
        Section.PLAN,
        why="Vi väntar på lägesbilden.",
        planned_on=planned_on,
        today=date(2026, 3, 2),
        revision=revision,
    )


def test_why_and_when_stand_in_the_law_check(coordinator, municipality, today):
    said(coordinator, municipality, planned_on=date(2026, 9, 1))
    (one,) = checked({municipality.pk}, own={municipality.pk}, today=today)
    found = one.found(Section.PLAN)
    assert found.standing is Standing.NOT_STARTED
    assert found.reason
    assert found.reason.planned_on == date(2026, 9, 1)


def test_others_do_not_see_why(coordinator, municipality, today):
    said(coordinator, municipality)
    (one,) = checked({municipality.pk}, own=set(), today=today)
    assert one.found(Section.PLAN).standing is Standing.MISSING
    assert one.found(Section.LEADING_BOARD).standing is Standing.UNSEEN


def test_the_planned_day_comes_into_the_calendar(coordinator, municipality, today):
    said(coordinator, municipality, planned_on=date(2026, 9, 1))
    (one,) = all_deadlines({municipality.pk}, today=today)
    assert (one.kind, one.due_on) == ("year.beginning", date(2026, 9, 1))


def test_two_who_state_at_once_lose_nothing(coordinator, municipality):
    said(coordinator, municipality)
    with pytest.raises(ChangedMeanwhileError):
        said(coordinator, municipality)
    assert said(coordinator, municipality, revision=1).revision == 2


def test_a_reason_that_no_longer_stands_is_gone(coordinator, municipality):
    said(coordinator, municipality)
    withdraw_why(coordinator, municipality, Section.PLAN)
    withdraw_why(coordinator, municipality, Section.PLAN)
    assert not LawStatement.objects.exists()


def test_the_board_and_its_report_are_the_thirteenth_section(
    coordinator, municipality, today, now
):
    made.led(coordinator, municipality)
    made.reported(coordinator, date(2026, 2, 16), now=now)
    (one,) = checked({municipality.pk}, own={municipality.pk}, today=today)
    found = one.found(Section.LEADING_BOARD)
    assert (found.standing, found.by) == (Standing.DONE, date(2027, 2, 16))
    (next_,) = all_deadlines({municipality.pk}, today=today)
    assert (next_.kind, next_.due_on) == ("year.report", date(2027, 2, 16))


def test_only_those_who_follow_up_say_so(reader, liaison_officer, elsewhere, municipality):
    for actor in (reader, liaison_officer, elsewhere):
        with pytest.raises(ForbiddenError):
            said(actor, municipality)
        with pytest.raises(ForbiddenError):
            made.led(actor, municipality)
        with pytest.raises(ForbiddenError):
            withdraw_why(actor, municipality, Section.PLAN)
    assert board_of(municipality) is None


def test_a_board_that_another_has_changed_is_not_overwritten(coordinator, municipality):
    made.led(coordinator, municipality)
    with pytest.raises(ChangedMeanwhileError):
        made.led(coordinator, municipality, "omsorgsnämnden")
    name_board(
        coordinator,
        municipality,
        board="omsorgsnämnden",
        decided_by="kommunfullmäktige",
        since=date(2026, 1, 1),
        revision=1,
    )
    known = board_of(municipality)
    assert known
    assert known.board == "omsorgsnämnden"
