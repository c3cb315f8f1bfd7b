"""Sixty answers to a question of each kind, and what they come to, worked out by hand."""

import pytest

from handslag.domain.surveys import services, tasks
from handslag.domain.surveys.figures import read_figures
from handslag.domain.surveys.figures.released import read_release
from handslag.domain.surveys.models import Count
from handslag.domain.surveys.rules import Answers, Question, QuestionKind
from handslag.domain.voices.models import Voice
from tests.make import surveys
from tests.make.counted import TIMER
from tests.make.surveys import DAY, MATRIX, NOW, ORDER, SAFE, SEX, WHERE, WHY

HOW_MANY = Question("many", QuestionKind.NUMBER, {"sv": "Hur många gånger?"}, least=0)
CRIMES = Question(
    "crimes",
    QuestionKind.MULTIPLE,
    {"sv": "Vilka brott är du orolig för?"},
    options=surveys.options("Inbrott", "Rån", "Inget", apart=["Inget"]),
)
SHORT = Question("short", QuestionKind.SHORT, {"sv": "Ett ord om torget?"})
ASKED = (SEX, SAFE, CRIMES, MATRIX, HOW_MANY, ORDER, DAY, SHORT, WHY, WHERE)
TUNNEL = {"at": [14.43, 59.23], "size": 50}
# Forty who are safe, and twenty who are not: what each of them answered.
SAFE_ONES: Answers = {
    "sex": {"o": ["a"]},
    "safe": {"o": ["a"]},
    "crimes": {"o": ["c"]},
    "parts": {"r": {"home": "a", "town": "a"}},
    "many": {"n": 0},
    "order": {"k": ["c", "a"]},
    "day": {"d": "2026-02-01"},
    "short": {"t": "Fint"},
}
UNSAFE_ONES: Answers = {
    "sex": {"o": ["b"]},
    "safe": {"o": ["d"]},
    "crimes": {"o": ["a", "b"]},
    "parts": {"r": {"town": "b"}},
    "many": {"n": 3},
    "order": {"k": ["a"]},
    "why": {"t": "Det är mörkt."},
    "where": {"p": [TUNNEL]},
}
# Shares of those who answered: 40 of 60 are 66.6667 percent. Only the line of the town was
# answered by all; the mean of the numbers is 20 * 3 / 60.
BY_HAND = {
    ("sex", ""): (60, (2 / 3, 1 / 3, 0)),
    ("safe", ""): (60, (2 / 3, 0, 0, 1 / 3)),
    ("crimes", ""): (60, (1 / 3, 1 / 3, 2 / 3)),
    ("parts", "home"): (40, (1, 0)),
    ("parts", "town"): (60, (2 / 3, 1 / 3)),
    ("many", ""): (60, (1,)),
    ("order", ""): (60, (1 / 3, 0, 2 / 3)),
}


@pytest.fixture
def row(coordinator, municipality):
    found = surveys.opened(coordinator, municipality, ASKED)
    answers = [SAFE_ONES] * 40 + [UNSAFE_ONES] * 20
    services.take_in_mixed(TIMER, found, None, answers, now=NOW)
    found = services.close_survey(coordinator, found, now=NOW)
    services.open_batches(TIMER, found, now=NOW)
    services.count_survey(TIMER, found, now=NOW)
    found.refresh_from_db()
    return found


@pytest.fixture
def for_staff(row):
    return read_figures(bytes(Count.objects.get(survey=row).figures))


@pytest.fixture
def in_public(row, coordinator):
    keys = [one.key for one in ASKED if one is not SEX]  # it would name the twenty
    release = services.ask_release(coordinator, row, keys)
    tasks.prepare_releases(TIMER)
    release.refresh_from_db()
    return read_release(bytes(release.content)).figures


@pytest.mark.parametrize("key", sorted(BY_HAND), ids="-".join)
def test_each_kind_comes_to_what_was_worked_out_by_hand(for_staff, key):
    n, values = BY_HAND[key]
    part = for_staff.part(*key)
    assert (part.answered, part.whole.n) == (n, n)
    assert part.whole.values == pytest.approx(values, abs=1e-6)


@pytest.mark.parametrize("key", sorted({*BY_HAND} - {("sex", "")}), ids="-".join)
def test_anyone_reads_the_same_of_all_together(in_public, key):
    n, values = BY_HAND[key]
    part = in_public.part(*key)
    assert part.whole.n == n
    assert part.whole.values == pytest.approx(values, abs=1e-6)


def test_a_division_is_shown_to_staff_and_twenty_are_too_few_for_the_public(
    for_staff, in_public
):
    women, men, other = for_staff.part("safe", "").by["sex"]
    assert (women.values, men.values) == ((1, 0, 0, 0), (0, 0, 0, 1))
    assert other is None
    groups = in_public.part("safe", "").by.get("sex", ())
    assert [one for one in groups if one is not None and one.n == 20] == []


def test_days_are_counted_and_never_drawn(for_staff, in_public):
    day = for_staff.part("day", "")
    assert (day.asked, day.answered, day.whole) == (60, 40, None)
    assert in_public.part("day", "") is None


def test_texts_become_voices_and_no_figures(row, for_staff):
    said = Voice.objects.filter(occasion=row.occasion).values_list("text", flat=True)
    assert sorted(said) == ["Det är mörkt."] * 20 + ["Fint"] * 40
    assert {one.question for one in for_staff.parts}.isdisjoint({"short", "why", "where"})


def test_a_place_is_a_square_that_several_pointed_out_and_not_in_public(
    for_staff, in_public
):
    (spot,) = for_staff.spots
    assert (spot.question, spot.n) == ("where", 20)
    assert (spot.east % 500, spot.north % 500) == (0, 0)
    assert in_public.spots == ()
