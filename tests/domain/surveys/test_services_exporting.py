"""Answers are taken out as rows: what was counted, and nobody who can be singled out."""

import tracemalloc
from collections import Counter
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.core.access import ForbiddenError
from handslag.core.audit.models import Entry
from handslag.domain.surveys import services
from handslag.domain.surveys.figures.exports import rows as rows_of_export
from handslag.domain.surveys.models import Batch, Block
from handslag.domain.surveys.rules import Answers, Background, Condition, SurveyState
from handslag.domain.surveys.rules.exporting import (
    FEWEST_ALIKE,
    OF_NUMBERS,
    WITHHELD,
    ExportForm,
    Purpose,
)
from handslag.domain.surveys.rules.words import Known
from handslag.statistics.columns import pack, unpack
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import DAY, FEARS, MATRIX, NOW, ORDER, SAFE, SEX, WHERE, WHY
from tests.refusing import code_of

AGE = replace(surveys.AGE, background=Background.AGE)
YEARS = replace(surveys.AGE, key="years", background=None)
FEW = replace(SAFE, key="few", shown_if=Condition("sex", ("c",)), is_required=False)


@pytest.fixture
def row(coordinator, municipality):
    return surveys.opened(coordinator, municipality, (SEX, AGE, SAFE))


def taken(actor, row):
    return services.export_answers(actor, row, Purpose.CHECKING, ExportForm.PROGRAMS)


def finished(row):
    counted.closed(row)
    services.count_due(TIMER, now=NOW)


def read(export):
    names = [one.name for one in export.variables]
    return [dict(zip(names, one, strict=True)) for one in export.rows()]


def aged(age, **chosen):
    return chose(**chosen) | {"age": {"n": age}}


MIXED = [
    *many((15, aged(20, sex="a", safe="a")), (15, aged(40, sex="b", safe="d"))),
    *many((12, aged(70, sex="b", safe="b")), (2, aged(90, sex="a", safe="c"))),
    *many((1, aged(40, sex="c", safe="d")), (4, {"sex": {"x": 1}, "safe": {"o": ["a"]}})),
]


def test_each_answer_is_a_row_of_codes(coordinator, row):
    counted.answered(row, many((40, aged(20, sex="a", safe="b"))))
    finished(row)
    export = taken(coordinator, row)
    assert read(export) == [{"kon": 1, "alder": 1, "safe": 2}] * 40


def test_no_combination_of_sex_area_and_age_stands_in_fewer_than_ten_rows(coordinator, row):
    counted.answered(row, MIXED)
    finished(row)
    alike = Counter((one["kon"], one["alder"]) for one in read(taken(coordinator, row)))
    assert min(alike.values()) >= FEWEST_ALIKE
    assert sum(alike.values()) == len(MIXED)


def test_ages_are_said_in_classes_and_the_answers_themselves_are_untouched(
    coordinator, row
):
    counted.answered(row, MIXED)
    finished(row)
    found = read(taken(coordinator, row))
    assert {one["alder"] for one in found} <= {1, 2, 3, 4, WITHHELD, -1, -2, -3}
    assert Counter(one["safe"] for one in found) == {1: 19, 4: 16, 2: 12, 3: 2}


def test_why_there_is_no_answer_is_kept_apart(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE, FEARS, MATRIX, ORDER))
    asked = {"safe": {"o": ["d"]}, "fears": {"o": ["a"]}, "order": {"k": ["b", "a"]}}
    counted.answered(
        row,
        many(
            (20, chose(safe="a") | {"parts": {"r": {"home": "b"}}}),
            (10, asked),
            (10, chose(safe="d") | {"fears": {"x": 1}, "parts": {"x": 1}}),
        ),
    )
    finished(row)
    found = read(taken(coordinator, row))
    fears = Counter((one["fears_a"], one["fears_b"]) for one in found)
    assert fears == {(-1, -1): 20, (1, 0): 10, (-3, -3): 10}
    parts = Counter((one["parts_home"], one["parts_town"]) for one in found)
    assert parts == {(2, -2): 20, (-2, -2): 10, (-3, -3): 10}
    assert (2, 1, 0) in {(one["order_a"], one["order_b"], one["order_c"]) for one in found}


def test_texts_and_places_are_in_no_row(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE, WHY, WHERE))
    counted.answered(row, many((30, chose(safe="a"))))
    finished(row)
    export = taken(coordinator, row)
    assert [one.name for one in export.variables] == ["safe"]
    assert [one.key for one in export.layout.left_out] == ["why", "where"]


def test_numbers_that_few_answered_and_days_are_said_roughly(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (YEARS, DAY))
    answers: list[Answers] = [
        {"years": {"n": 5}, "day": {"d": "2026-01-10"}} for _ in range(28)
    ]
    answers += [{"years": {"n": 16 + n}, "day": {"d": "2026-02-11"}} for n in range(11)]
    answers += [{"years": {"n": 110}, "day": {"d": "1999-12-31"}}, {}]
    counted.answered(row, answers)
    finished(row)
    found = read(taken(coordinator, row))
    years = Counter(one["years"] for one in found)
    assert years == {5: 28, 21: 12, OF_NUMBERS - 2: 1}
    assert Counter(one["day"] for one in found) == {202601: 29, 202602: 11, -2: 1}


def test_what_was_asked_of_few_does_not_tell_what_they_are(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, SAFE, FEW))
    answers = many((30, chose(sex="a", safe="a")), (30, chose(sex="b", safe="a")))
    answers += many((3, chose(sex="c", safe="a", few="b")))
    counted.answered(row, answers)
    finished(row)
    found = read(taken(coordinator, row))
    assert {one["few"] for one in found if one["kon"] == WITHHELD} == {WITHHELD}
    assert {one["few"] for one in found if one["kon"] != WITHHELD} == {-1}


def test_the_weight_of_those_that_are_alike_is_one(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, AGE, SAFE), strata=(100, 60))
    first, second = row.strata.all()
    counted.answered(row, MIXED, stratum=first)
    counted.answered(row, many((13, aged(20, sex="a", safe="a"))), stratum=second)
    services.save_margins(
        coordinator, row, {Known.SEX: {"a": 800, "b": 800}, Known.AGE: {"16-29": 500}}
    )
    finished(row)
    export = taken(coordinator, row)
    found = read(export)
    weights: dict[tuple[float, ...], float] = {}
    for one in found:
        alike = one["kon"], one["omrade"], one["alder"]
        assert weights.setdefault(alike, one["vikt"]) == one["vikt"]
    assert len(set(weights.values())) > 1
    assert sum(one["vikt"] for one in found) == pytest.approx(1600, rel=1e-3)


def test_the_area_somebody_said_is_left_out_where_people_were_drawn_by_area(
    coordinator, municipality
):
    area = replace(SEX, key="where_i_live", background=Background.AREA)
    asked_there = replace(FEW, shown_if=Condition("where_i_live", ("c",)))
    row = surveys.opened(coordinator, municipality, (area, SAFE, asked_there), strata=(80,))
    counted.answered(
        row, many((40, chose(where_i_live="a", safe="a"))), stratum=row.strata.get()
    )
    finished(row)
    export = taken(coordinator, row)
    assert [one.name for one in export.variables] == ["omrade", "safe", "vikt"]
    assert [one.key for one in export.layout.left_out] == ["where_i_live", "few"]


def test_only_what_has_been_counted_is_in_it_so_two_differ_by_ten_at_least(
    coordinator, row
):
    counted.answered(row, many((40, aged(20, sex="a", safe="b"))))
    finished(row)
    for more, there in ((3, 40), (6, 40), (1, 50)):
        counted.answered(row, many((more, aged(20, sex="a", safe="b"))))
        services.count_due(TIMER, now=NOW)
        assert len(read(taken(coordinator, row))) == there


def test_blocks_that_are_joined_are_counted_still(coordinator, row, monkeypatch):
    monkeypatch.setattr("handslag.domain.surveys.services.counting.MANY", 2)
    for _ in range(3):
        counted.answered(row, many((20, aged(20, sex="a", safe="b"))))
    finished(row)
    assert Block.objects.filter(survey=row).count() == 1
    assert taken(coordinator, row).n == 60


def test_the_order_tells_nothing_of_when_an_answer_came(coordinator, row):
    for letter in ("a", "b", "c", "d"):
        counted.answered(row, many((30, aged(20, sex="a", safe=letter))))
    finished(row)
    export = taken(coordinator, row)
    first, second = ([one[-1] for one in export.rows()] for _ in range(2))
    assert first != second
    assert Counter(first) == Counter(second)
    assert all(len(set(first[at : at + 30])) > 1 for at in range(0, 120, 30))


def test_every_answer_comes_out_once_however_many_are_unpacked_at_a_time(
    coordinator, municipality, monkeypatch
):
    row = surveys.opened(coordinator, municipality, (YEARS, SAFE))
    rng = Random(5)
    answers: list[Answers] = [
        {"years": {"n": rng.randrange(16, 20)}, "safe": {"o": [rng.choice("abcd")]}}
        for _ in range(300)
    ]
    for begin in range(0, 300, 50):
        counted.answered(row, answers[begin : begin + 50])
    finished(row)
    monkeypatch.setattr(rows_of_export, "AT_A_TIME", 7)
    monkeypatch.setattr(rows_of_export, "MOST_NUMBERS", 40)
    found = Counter((one["years"], one["safe"]) for one in read(taken(coordinator, row)))
    wanted = Counter(
        (one["years"]["n"], "abcd".index(one["safe"]["o"][0]) + 1) for one in answers
    )
    assert found == wanted


def not_counted(row):
    row.state = SurveyState.CLOSED
    row.save(update_fields=["state"])


def still_sealed(row):
    finished(row)
    Batch.objects.create(survey=row, nr=1, lock=b"lock")


@pytest.mark.parametrize(
    ("build", "code"),
    [
        (lambda row: services.count_due(TIMER, now=NOW), "surveys.not_closed_for_export"),
        (not_counted, "surveys.not_counted"),
        (still_sealed, "surveys.not_all_opened"),
    ],
)
def test_nothing_is_taken_out_before_its_time(coordinator, row, build, code):
    counted.answered(row, many((40, aged(20, sex="a", safe="b"))))
    build(row)
    assert code_of(lambda: taken(coordinator, row)) == code


def test_a_block_that_has_lost_answers_stops_the_file_before_it_begins(coordinator, row):
    counted.answered(row, many((40, aged(20, sex="a", safe="b"))))
    finished(row)
    whole = unpack(bytes(Block.objects.get(survey=row).columns))
    less = pack({name: column[1:] for name, column in whole.items()})
    Block.objects.filter(survey=row).update(columns=less)
    with pytest.raises(ValueError, match="E_SHAPE"):
        taken(coordinator, row)


def test_few_answers_are_not_handed_out_one_by_one(coordinator, row):
    counted.answered(row, many((29, aged(20, sex="a", safe="b"))))
    finished(row)
    assert code_of(lambda: taken(coordinator, row)) == "surveys.too_few_for_rows"


def test_a_survey_of_texts_alone_has_no_rows(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (WHY,))
    counted.closed(row)
    assert code_of(lambda: taken(coordinator, row)) == "surveys.nothing_in_rows"


def test_what_for_is_in_the_log_and_those_who_do_not_listen_get_nothing(
    coordinator, reader, row
):
    counted.answered(row, many((40, aged(20, sex="a", safe="b"))))
    finished(row)
    with pytest.raises(ForbiddenError):
        taken(reader, row)
    taken(coordinator, row)
    entry = Entry.objects.get(action="surveys.answers_exported")
    assert entry.details == {"n": 40, "purpose": "checking", "form": "programs"}


def queries_of(coordinator, row):
    with CaptureQueriesContext(connection) as asked:
        read(taken(coordinator, row))
    return len(asked)


def test_as_many_questions_to_the_database_for_many_answers_as_for_few(coordinator, row):
    counted.answered(row, many((40, aged(20, sex="a", safe="b"))))
    finished(row)
    few = queries_of(coordinator, row)
    for _ in range(30):
        counted.answered(row, many((40, aged(20, sex="a", safe="b"))))
    services.count_due(TIMER, now=NOW)
    assert queries_of(coordinator, row) == few


def most_held(coordinator, row):
    export = taken(coordinator, row)
    tracemalloc.start()
    for _ in export.rows():
        pass
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held


def test_four_times_as_many_answers_do_not_take_twice_the_memory(
    coordinator, row, monkeypatch
):
    monkeypatch.setattr(rows_of_export, "MOST_NUMBERS", 9_000)
    rng = np.random.default_rng(3)
    for many_ in (6, 18):
        for _ in range(many_):
            safe = rng.choice(list("abcd"), 1_000)
            counted.answered(row, [aged(20, sex="a", safe=str(one)) for one in safe])
        if row.state != "closed":
            finished(row)
            few = most_held(coordinator, row)
    services.count_due(TIMER, now=NOW)
    assert most_held(coordinator, row) < 2 * few
