"""Golden results: what each kind of question comes to, counted by hand beside it."""

from dataclasses import replace

import pytest

from handslag.domain.surveys import services
from handslag.domain.surveys.figures import read_figures
from handslag.domain.surveys.models import Block, Count
from handslag.domain.surveys.rules import Background
from handslag.domain.surveys.rules.words import Known
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import AGE as YEARS
from tests.make.surveys import (
    DAY,
    FEARS,
    MATRIX,
    NOW,
    ORDER,
    SAFE,
    SEX,
    WHERE,
    WHY,
)

AGE = replace(YEARS, background=Background.AGE)


@pytest.fixture
def open_survey(coordinator, municipality):
    def make(*questions):
        return surveys.opened(coordinator, municipality, questions)

    return make


@pytest.fixture
def drawn(coordinator, municipality):
    """Two areas: 400 live in the first and 1,000 in the second."""
    row = surveys.opened(coordinator, municipality, (SEX, AGE, SAFE), strata=(40, 100))
    return row, list(row.strata.all())


def part(figures, question, row=""):
    found = figures.part(question, row)
    assert found is not None
    return found


def test_a_scale_is_shares_of_those_who_answered_it(open_survey):
    row = open_survey(SAFE)
    counted.answered(
        row, many((30, chose(safe="a")), (10, chose(safe="d")), (5, {"safe": {"x": 1}}))
    )
    safe = part(counted.figures(row), "safe")
    assert (safe.asked, safe.answered, safe.declined) == (45, 40, 5)
    assert safe.answers == ("a", "b", "c", "d")
    assert safe.whole.values == (0.75, 0.0, 0.0, 0.25)


def test_several_answers_are_shares_of_respondents_and_may_exceed_the_whole(open_survey):
    row = open_survey(SAFE, FEARS)
    both = chose(safe="d", fears=["a", "b"])
    one = chose(safe="d", fears="a")
    counted.answered(row, many((20, both), (20, one), (40, chose(safe="a"))))
    fears = part(counted.figures(row), "fears")
    assert (fears.asked, fears.answered) == (40, 40)  # the safe ones were not asked
    assert fears.whole.values == (1.0, 0.5, 0.0, 0.0)
    assert fears.whole.n == 40


def test_each_line_of_a_matrix_has_its_own_base(open_survey):
    row = open_survey(MATRIX)
    home = {"parts": {"r": {"home": "a"}}}
    both = {"parts": {"r": {"home": "b", "town": "b"}}}
    counted.answered(row, many((30, home), (10, both)))
    figures = counted.figures(row)
    assert part(figures, "parts", "home").whole.values == (0.75, 0.25)
    assert part(figures, "parts", "town").whole.values == (0.0, 1.0)
    assert part(figures, "parts", "town").answered == 10


def test_an_order_is_the_share_who_put_each_first(open_survey):
    row = open_survey(ORDER)
    counted.answered(
        row, many((30, {"order": {"k": ["a", "b"]}}), (10, {"order": {"k": ["c", "a"]}}))
    )
    assert part(counted.figures(row), "order").whole.values == (0.75, 0.0, 0.25)


def test_only_numbers_have_a_mean(open_survey):
    row = open_survey(AGE, DAY)
    counted.answered(
        row,
        many(
            (30, {"age": {"n": 20}, "day": {"d": "2026-02-01"}}),
            (10, {"age": {"n": 60}}),
            (10, {"age": {"x": 1}}),
        ),
    )
    figures = counted.figures(row)
    age = part(figures, "age")
    assert (age.answers, age.whole.values, age.answered) == (("mean",), (30.0,), 40)
    day = part(figures, "day")
    assert (day.answered, day.answers, day.whole and day.whole.values) == (30, (), None)


def test_texts_and_places_are_not_counted(open_survey):
    row = open_survey(SAFE, WHY, WHERE)
    counted.answered(row, many((20, chose(safe="a"))))
    assert [one.question for one in counted.figures(row).parts] == ["safe"]


def test_those_who_chose_themselves_have_no_interval(open_survey):
    row = open_survey(SEX, SAFE)
    counted.answered(row, many((40, chose(sex="a", safe="a"))))
    figures = counted.figures(row)
    safe = part(figures, "safe")
    assert not figures.is_sample
    assert (safe.whole.lower, safe.whole.se) == ((), ())
    assert all(not one.p for lines in safe.by.values() for one in lines if one)


def test_an_area_weighs_as_many_as_live_there(drawn):
    row, (small, large) = drawn
    counted.answered(row, many((20, chose(safe="a"))), stratum=small)
    counted.answered(row, many((20, chose(safe="d"))), stratum=large)
    figures = counted.figures(row)
    safe = part(figures, "safe")
    assert (figures.is_sample, figures.method, figures.people) == (True, "design", 1400)
    assert safe.whole.values[0] == pytest.approx(400 / 1400, abs=1e-6)
    assert [one.values[0] for one in safe.by["area"]] == [1.0, 0.0]
    assert safe.whole.lower[0] <= safe.whole.values[0] <= safe.whole.upper[0]


def test_a_margin_makes_the_answers_stand_for_those_who_live_there(
    drawn, coordinator, municipality
):
    row, (small, large) = drawn
    women, men = chose(sex="a", safe="d"), chose(sex="b", safe="a")
    counted.answered(row, many((30, women), (10, men)), stratum=small)
    counted.answered(row, many((30, women), (10, men)), stratum=large)
    assert part(counted.figures(row), "safe").whole.values[3] == pytest.approx(0.75)
    services.save_margins(coordinator, row, {Known.SEX: {"a": 700, "b": 700}})
    assert services.count_due(TIMER, now=NOW) == 1
    figures = counted.figures(row)
    assert figures.method == "raking"
    assert part(figures, "safe").whole.values[3] == pytest.approx(0.5)
    assert figures.effective_n < figures.n


def test_a_margin_that_nobody_stands_for_is_left_out_and_that_is_said(drawn, coordinator):
    row, (small, large) = drawn
    counted.answered(row, many((20, chose(sex="a", safe="d"))), stratum=small)
    counted.answered(row, many((20, chose(sex="a", safe="a"))), stratum=large)
    services.save_margins(coordinator, row, {Known.SEX: {"a": 700, "b": 700}})
    figures = counted.figures(row)
    assert (figures.method, figures.flags) == ("design", ("left_out.sex",))


def test_ages_are_divided_into_classes(open_survey):
    row = open_survey(AGE, SAFE)
    young, old = {"age": {"n": 16}}, {"age": {"n": 65}}
    counted.answered(row, many((20, young | chose(safe="a")), (30, old | chose(safe="d"))))
    lines = part(counted.figures(row), "safe").by["age"]
    assert [one and one.n for one in lines] == [20, None, None, 30]
    assert lines[3].values == (0.0, 0.0, 0.0, 1.0)


def test_a_small_group_is_not_shown_nor_what_would_give_it_back(open_survey):
    row = open_survey(SEX, SAFE)
    counted.answered(
        row,
        many(
            (40, chose(sex="a", safe="a")),
            (20, chose(sex="b", safe="a")),
            (3, chose(sex="c", safe="d")),
        ),
    )
    lines = part(counted.figures(row), "safe").by["sex"]
    assert [one and one.n for one in lines] == [40, None, None]


def test_a_question_that_few_answered_shows_nothing(open_survey):
    row = open_survey(SAFE, FEARS)
    counted.answered(row, many((30, chose(safe="a")), (9, chose(safe="d", fears="a"))))
    fears = part(counted.figures(row), "fears")
    assert (fears.whole, fears.by) == (None, {})


def test_counts_go_in_steps_of_at_least_ten_answers(open_survey):
    row = open_survey(SAFE)
    seen = []
    for n in (9, 1, 9, 3, 20, 1, 9):
        counted.answered(row, many((n, chose(safe="a"))))
        services.count_due(TIMER, now=NOW)
        found = Count.objects.filter(survey=row).values_list("n", flat=True).first()
        seen.append(found)
    assert seen == [None, 10, 10, 22, 42, 42, 52]


def test_a_change_of_what_they_are_weighed_by_shows_nobody_new(drawn, coordinator):
    row, (small, large) = drawn
    counted.answered(row, many((20, chose(sex="a", safe="d"))), stratum=small)
    counted.answered(row, many((20, chose(sex="b", safe="a"))), stratum=large)
    counted.figures(row)
    counted.answered(row, many((1, chose(sex="b", safe="a"))), stratum=large)
    services.save_margins(coordinator, row, {Known.SEX: {"a": 700, "b": 700}})
    assert services.count_due(TIMER, now=NOW) == 1
    anew = Count.objects.get(survey=row)
    assert (anew.n, read_figures(bytes(anew.figures)).n) == (40, 40)
    assert services.count_due(TIMER, now=NOW) == 0


def test_small_blocks_are_joined_and_nothing_is_lost(open_survey, monkeypatch):
    monkeypatch.setattr("handslag.domain.surveys.services.counting.MANY", 3)
    row = open_survey(SAFE)
    for option in "abc":
        counted.answered(row, many((20, chose(safe=option))))
    figures = counted.figures(row)
    assert Block.objects.filter(survey=row).count() == 1
    assert part(figures, "safe").whole.values == pytest.approx(
        (1 / 3, 1 / 3, 1 / 3, 0), abs=1e-6
    )
