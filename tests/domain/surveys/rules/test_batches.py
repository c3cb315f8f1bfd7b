"""Who is drawn, which codes they get, and when what they answer is opened."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.surveys.rules.batches import FULL, Filled, merged, to_open
from handslag.domain.surveys.rules.codes import (
    LENGTH,
    SIGNS,
    code_of,
    grouped,
    hash_of,
    typed,
)
from handslag.domain.surveys.rules.sampling import drawn, shared_out
from tests.refusing import code_of as refusal_of

SECRET = b"hemlig"


def test_a_code_is_the_same_each_time_and_another_for_each():
    codes = {code_of(SECRET, "s", number) for number in range(2000)}
    assert len(codes) == 2000
    assert code_of(SECRET, "s", 7) == code_of(SECRET, "s", 7)
    assert code_of(SECRET, "s", 7) != code_of(SECRET, "t", 7)
    assert code_of(SECRET, "s", 7) != code_of(SECRET, "s", 7, turn=1)
    assert code_of(SECRET, "s", 7) != code_of(b"annan", "s", 7)


def test_a_code_has_no_signs_that_look_alike():
    assert not set(SIGNS) & set("01O2Z5SIL")
    assert set(code_of(SECRET, "s", 1)) <= set(SIGNS)


def test_it_does_not_matter_how_a_code_is_typed():
    code = code_of(SECRET, "s", 1)
    assert len(code) == LENGTH
    assert typed(f" {grouped(code).lower()} ") == code
    assert hash_of(SECRET, typed(grouped(code))) == hash_of(SECRET, code)


def test_a_stratum_with_fewer_than_are_wanted_is_named():
    frame = {"A": [1, 2, 3]}
    assert (
        refusal_of(lambda: drawn(frame, {"A": 4}, Random(1)))
        == "surveys.more_than_there_are"
    )
    assert refusal_of(lambda: drawn(frame, {"A": 0}, Random(1))) == "surveys.nobody_to_draw"


def test_everybody_in_a_stratum_is_drawn_as_often():
    frame, chance = {"A": list(range(10))}, Random(3)
    times = [0] * 10
    for _ in range(4000):
        for one in drawn(frame, {"A": 3}, chance)["A"]:
            times[one] += 1
    assert all(1080 < one < 1320 for one in times)  # 1200 and four standard deviations


@given(st.integers(0, 5000), st.dictionaries(st.text(max_size=3), st.integers(1, 9999)))
def test_a_total_is_shared_out_whole(total, sizes):
    shares = shared_out(total, sizes)
    assert sum(shares.values()) == (total if sizes else 0)
    whole = sum(sizes.values())
    assert all(
        total * size // whole <= shares[one] <= total * size // whole + 1
        for one, size in sizes.items()
    )


@given(st.lists(st.integers(1, FULL), max_size=8), st.booleans())
def test_no_answer_is_opened_among_fewer_than_there_are(sizes, is_over):
    """All batches but the last are full when there is a next one."""
    batches = [Filled(nr, FULL) for nr, _ in enumerate(sizes[:-1])]
    if sizes:
        batches.append(Filled(len(sizes), sizes[-1]))
    opened = to_open(batches, is_over=is_over)
    groups = [sum(one.answers for one in group) for group in opened]
    whole = sum(one.answers for one in batches)
    assert all(one >= min(FULL, whole) for one in groups)
    if is_over:
        assert sum(groups) == whole
    keys = [one.key for group in opened for one in group]
    assert len(keys) == len(set(keys))


def test_while_it_goes_on_the_last_full_batch_waits():
    batches = [Filled(1, FULL), Filled(2, FULL), Filled(3, 4)]
    assert to_open(batches, is_over=False) == [[batches[0]]]
    assert to_open(batches, is_over=True) == [[batches[0]], batches[1:]]


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 60), max_size=8))
def test_thin_strata_are_merged_until_none_is_thin(answered):
    into = merged(answered)
    left: dict[str, int] = {}
    for code, n in answered.items():
        end = into.get(code, code)
        left[end] = left.get(end, 0) + n
    assert sum(left.values()) == sum(answered.values())
    assert len(left) <= 1 or all(n >= FULL for n in left.values())
    assert not set(into) & set(into.values())


@pytest.mark.parametrize(
    ("answered", "into"),
    [
        ({"A": 25, "B": 40}, {}),
        ({"A": 3, "B": 40, "C": 25}, {"A": "C"}),
        ({"A": 3, "B": 4, "C": 50}, {"A": "C", "B": "C"}),
        ({"A": 3, "B": 4}, {"A": "B"}),
    ],
)
def test_the_thinnest_goes_into_the_thinnest(answered, into):
    assert merged(answered) == into
