"""Each operator on a named record of the open catalogue, where it occurs there."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.rules.targets import (
    Count,
    Judgement,
    Log,
    Target,
    judged,
    needed,
    times,
)
from handslag.domain.promises.rules.words import Op

MET, NOT_MET, CANNOT_SAY = Judgement.MET, Judgement.NOT_MET, Judgement.CANNOT_SAY
DAY = date(2021, 5, 3)


def target(
    op: Op, low: str | None = None, per: str = "", year: int = 2021, **more
) -> Target:
    more = {"starts": date(year, 1, 1), "ends": date(year, 12, 31), **more}
    return Target(op, None if low is None else Decimal(low), per=per, **more)


def log(*amounts: int, closed: bool = True) -> Log:
    return Log(tuple(Count(DAY, Decimal(amount)) for amount in amounts), closed)


def occasions(closed: bool = True, **amounts: int) -> Log:
    rows = (Count(DAY, Decimal(n), occasion=name) for name, n in amounts.items())
    return Log(tuple(rows), closed)


OPEN_RECORDS = {
    "P230 Strängnäs, min: at least 8 new areas, 20 became": (
        target(Op.MIN, "8", "löftesperiod"),
        log(20),
        MET,
    ),
    "P138 Kungälv, exact: two actions against mopeds, three were done": (
        target(Op.EXACT, "2"),
        log(3),
        MET,
    ),
    "P110 Kalix, avg_min: three contacts a week on average, 311 in two years": (
        target(Op.AVG_MIN, "3", "vecka", starts=date(2022, 1, 1), ends=date(2023, 12, 31)),
        log(311),
        NOT_MET,
    ),
    "P110 Kalix, avg_min: 312 are three a week": (
        target(Op.AVG_MIN, "3", "vecka", starts=date(2022, 1, 1), ends=date(2023, 12, 31)),
        log(312),
        MET,
    ),
    "P128 Krokom, max: up to five talks offered to each family": (
        target(Op.MAX, "5", "familj"),
        occasions(familj_1=5, familj_2=2),
        MET,
    ),
    "P128 Krokom, max: one family had six": (
        target(Op.MAX, "5", "familj"),
        occasions(familj_1=6, familj_2=2),
        NOT_MET,
    ),
    "P128 Krokom, range: two to three school visits a term, nine in four terms": (
        target(
            Op.RANGE,
            "2",
            "termin",
            high=Decimal(3),
            starts=date(2023, 1, 1),
            ends=date(2024, 12, 31),
        ),
        log(9),
        MET,
    ),
    "P128 Krokom, range: thirteen are more than three a term": (
        target(
            Op.RANGE,
            "2",
            "termin",
            high=Decimal(3),
            starts=date(2023, 1, 1),
            ends=date(2024, 12, 31),
        ),
        log(13, closed=False),
        NOT_MET,
    ),
    "P100 Höör, subset: of twelve actions four at schools, three were": (
        target(Op.SUBSET, "4", "löftesperiod"),
        Log(
            (Count(DAY, Decimal(9)), Count(DAY, Decimal(3), in_part=True)),
            closed=True,
        ),
        NOT_MET,
    ),
    "P252 Tomelilla, each: two proposals at every walk, one walk got one": (
        target(Op.EACH, "2", "trygghetsvandring"),
        occasions(brosarp=2, tomelilla=1),
        NOT_MET,
    ),
    "P252 Tomelilla, each: every walk got two": (
        target(Op.EACH, "2", "trygghetsvandring"),
        occasions(brosarp=2, tomelilla=3),
        MET,
    ),
    "P031 Eslöv, all: every school is visited, but how many there are is not said": (
        target(Op.ALL, "100"),
        log(12),
        CANNOT_SAY,
    ),
    "P031 Eslöv, all: eleven schools of twelve": (
        target(Op.ALL, "100", out_of=Decimal(12)),
        log(11),
        NOT_MET,
    ),
    "P090 Hällefors, within: contact within a week in every case": (
        target(Op.WITHIN, "1", "ärende"),
        Log((Count(DAY, Decimal(14), within=Decimal(14)),), closed=True),
        MET,
    ),
    "P090 Hällefors, within: one case waited longer": (
        target(Op.WITHIN, "1", "ärende"),
        Log((Count(DAY, Decimal(14), within=Decimal(13)),), closed=True),
        NOT_MET,
    ),
    "P090 Hällefors, within: for two of the cases nobody said whether": (
        target(Op.WITHIN, "1", "ärende"),
        Log(
            (Count(DAY, Decimal(12), within=Decimal(12)), Count(DAY, Decimal(2))),
            closed=True,
        ),
        CANNOT_SAY,
    ),
    "P158 Ljungby, prompt: promptly says no number": (
        target(Op.PROMPT),
        log(40),
        CANNOT_SAY,
    ),
    "P118 Katrineholm, several: several searches, one was done": (
        target(Op.SEVERAL, per="löftesperiod"),
        log(1),
        NOT_MET,
    ),
    "P028 Eksjö, always: field workers are out at every event": (
        target(Op.ALWAYS),
        occasions(stadsfest=1, valborg=1),
        MET,
    ),
    "P028 Eksjö, always: one event was missed": (
        target(Op.ALWAYS),
        occasions(stadsfest=1, valborg=0),
        NOT_MET,
    ),
    "made up, on_request: nobody has asked": (
        target(Op.ON_REQUEST),
        log(),
        CANNOT_SAY,
    ),
    "made up, on_request: both who asked were answered": (
        target(Op.ON_REQUEST),
        occasions(skolan=1, foreningen=1),
        MET,
    ),
}


@pytest.mark.parametrize("name", OPEN_RECORDS)
def test_the_operator_judges_as_the_record_reads(name):
    goal, counted, expected = OPEN_RECORDS[name]
    assert judged(goal, counted) is expected


def test_every_operator_is_tried():
    assert {goal.op for goal, _, _ in OPEN_RECORDS.values()} == set(Op)


@pytest.mark.parametrize(
    ("per", "year", "count"),
    [
        ("vecka", 2021, 52),
        ("vecka", 2020, 52),
        ("månad", 2021, 12),
        ("kvartal", 2020, 4),
        ("tertial", 2021, 3),
        ("termin", 2021, 2),
        ("år", 2021, 1),
    ],
)
def test_a_year_holds_as_many_as_one_says(per, year, count):
    assert times(per, date(year, 1, 1), date(year, 12, 31)) == count


def test_all_six_classes_are_six_and_an_unknown_number_of_classes_is_no_number():
    assert needed(target(Op.ALL, "100", out_of=Decimal(6))) == 6
    assert needed(target(Op.ALL, "100")) is None


def test_a_weekly_promise_without_a_period_has_no_number_for_the_whole():
    assert needed(Target(Op.MIN, Decimal(2), per="vecka")) is None


counts = st.lists(st.integers(0, 60), max_size=8)
ops = st.sampled_from([Op.MIN, Op.EXACT, Op.AVG_MIN, Op.SEVERAL])


@given(ops, st.integers(1, 80), counts, counts)
def test_doing_more_never_unmakes_a_lower_bound(op, low, first, more):
    goal = target(op, str(low))
    if judged(goal, log(*first)) is MET:
        assert judged(goal, log(*first, *more)) is MET


@given(st.sampled_from(list(Op)), st.integers(0, 50), counts, st.booleans())
def test_the_order_of_the_log_does_not_matter(op, low, amounts, closed):
    goal = target(op, str(low), high=Decimal(low + 3), out_of=Decimal(20))
    assert judged(goal, log(*amounts, closed=closed)) is judged(
        goal, log(*amounts[::-1], closed=closed)
    )


@given(st.sampled_from(list(Op)), st.integers(1, 50), counts)
def test_nothing_is_failed_while_more_can_come_except_a_broken_ceiling(op, low, amounts):
    goal = target(op, str(low), high=Decimal(low + 3), out_of=Decimal(20))
    if judged(goal, log(*amounts, closed=False)) is NOT_MET:
        assert op in {Op.MAX, Op.RANGE}
