"""What an occasion must say, when it may be closed, and what a text may be about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.voices.rules import (
    OccasionDraft,
    Phase,
    Way,
    check_closing,
    check_occasion,
    named,
    suggested,
)
from tests.refusing import code_of


def test_an_occasion_does_not_end_before_it_begins():
    draft = OccasionDraft(Way.WALK, "Vandring", date(2026, 3, 2), date(2026, 3, 1))
    assert code_of(lambda: check_occasion(draft)) == "voices.ends_before_it_begins"


@pytest.mark.parametrize(
    ("phase", "told", "why", "is_public", "code"),
    [
        (Phase.OPEN, True, "", True, "voices.still_being_heard"),
        (Phase.CLOSED, True, "", True, "voices.closed_already"),
        (Phase.HEARD, False, "  ", True, "voices.nobody_was_told"),
        (Phase.HEARD, False, "Ingen kom.", False, "voices.reason_is_not_public"),
    ],
)
def test_nothing_is_closed_behind_the_backs_of_those_who_spoke(
    phase, told, why, is_public, code
):
    assert (
        code_of(lambda: check_closing(phase, told=told, why=why, is_public=is_public))
        == code
    )


def test_it_is_closed_when_they_were_told_or_all_can_read_why_not():
    check_closing(Phase.HEARD, told=True, why="", is_public=False)
    check_closing(Phase.HEARD, told=False, why="Ingen kom.", is_public=True)


def test_a_text_is_suggested_the_themes_it_has_signs_of():
    assert suggested("Mörkt vid stationen, och trasig belysning.") == ["LJUS", "RESA"]
    assert suggested("Inget särskilt.") == []


def test_a_sign_inside_another_word_is_none():
    assert "TRAFIK" not in suggested("Jag blev bestulen på komfort.")


def test_places_are_found_by_their_whole_name_also_in_the_genitive():
    places = ["Strömtorp", "Torp", "Degerfors station"]
    assert named("Runt Strömtorps IP och vid Degerfors  station!", places) == [
        "Degerfors station",
        "Strömtorp",
    ]


@given(st.text())
def test_any_text_can_be_read_for_signs(text):
    assert len(set(suggested(text))) == len(suggested(text))
    assert named(text, ["Torp"]) in ([], ["Torp"])
