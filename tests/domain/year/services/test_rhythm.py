"""The wheel of a municipality is kept by its own people, and nobody overwrites another."""

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.year.models import Rhythm
from handslag.domain.year.queries import draft_of
from handslag.domain.year.rules.rhythm import USUAL, RhythmDraft, Span
from handslag.domain.year.rules.words import RhythmKind
from handslag.domain.year.services import (
    add_rhythm,
    remove_rhythm,
    save_rhythm,
    take_usual,
)

COUNCIL = RhythmDraft("Rådet möts", RhythmKind.COUNCIL, Span(1, 20, 1, 31), "ordföranden")


def test_one_press_fills_an_empty_wheel(coordinator, municipality):
    assert take_usual(coordinator, municipality) == len(USUAL)
    assert [draft_of(one) for one in Rhythm.objects.order_by("pk")] == list(USUAL)


def test_a_wheel_that_holds_something_is_left_alone(coordinator, municipality):
    add_rhythm(coordinator, municipality, COUNCIL)
    with pytest.raises(NotAllowedError):
        take_usual(coordinator, municipality)
    assert Rhythm.objects.count() == 1


def test_two_who_write_at_once_lose_nothing(coordinator, municipality):
    one = add_rhythm(coordinator, municipality, COUNCIL)
    later = RhythmDraft("Rådet möts igen", RhythmKind.COUNCIL, Span(2, 1, 2, 2))
    save_rhythm(coordinator, one, later, revision=1)
    with pytest.raises(ChangedMeanwhileError):
        save_rhythm(coordinator, one, COUNCIL, revision=1)
    one.refresh_from_db()
    assert draft_of(one) == later


def test_a_day_that_is_none_is_refused_before_anything_is_stored(coordinator, municipality):
    with pytest.raises(NotAllowedError):
        add_rhythm(
            coordinator,
            municipality,
            RhythmDraft("Fel", RhythmKind.COUNCIL, Span(2, 30, 3, 1)),
        )
    assert not Rhythm.objects.exists()


def test_what_is_taken_out_twice_is_gone_once(coordinator, municipality):
    one = add_rhythm(coordinator, municipality, COUNCIL)
    remove_rhythm(coordinator, one)
    remove_rhythm(coordinator, Rhythm(pk=999, home=municipality))
    assert not Rhythm.objects.exists()


def test_only_those_who_follow_up_in_the_municipality_keep_it(
    coordinator, reader, liaison_officer, elsewhere, municipality
):
    one = add_rhythm(coordinator, municipality, COUNCIL)
    for actor in (reader, liaison_officer, elsewhere):
        with pytest.raises(ForbiddenError):
            take_usual(actor, municipality)
        with pytest.raises(ForbiddenError):
            save_rhythm(actor, one, COUNCIL, revision=1)
        with pytest.raises(ForbiddenError):
            remove_rhythm(actor, one)
