"""What is kept in memory says what the database says, whatever has been written since."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.domain.promises.models import BankEntry, BankSet, PromiseSet
from handslag.domain.promises.published.sorting import FILTERS, Sorted, sorted_now
from handslag.domain.promises.rules.words import Verdict
from handslag.domain.promises.services.indexing import index_sets
from tests import make

COLUMN = {"activity": "activities", "op": "ops"}


def said_by_the_database(name: str) -> Counter[str]:
    values = BankEntry.objects.values_list(COLUMN.get(name, name), flat=True)
    if name in COLUMN:
        return Counter(code for codes in values for code in codes.split())
    return Counter(values)


def in_order() -> list[object]:
    rows = BankEntry.objects.order_by("-newest", "pk")
    return list(rows.values_list("public_id", flat=True))


def agrees(now: Sorted) -> None:
    assert now.newest_first(now.alive) == in_order()
    for name in FILTERS:
        assert now.counted(name, now.alive) == said_by_the_database(name)


def test_an_empty_bank_is_sorted_too(db):
    now = sorted_now()
    assert now.newest_first(now.alive) == []
    assert now.chosen([("verdict", "kept")]) == 0


def test_what_is_not_there_is_no_choice(municipality):
    make.retold(municipality, focus="TRAFIK")
    now = sorted_now()
    assert now.chosen([("focus", "TRAFIK")]).bit_count() == 1
    assert now.chosen([("focus", "UNGA")]) == 0
    assert now.chosen([("focus", "TRAFIK"), ("verdict", "kept")]) == 0


def test_only_what_was_written_since_is_read(municipality, django_assert_num_queries):
    make.retold(municipality)
    sorted_now()
    with django_assert_num_queries(1):
        sorted_now()
    make.retold(municipality, period="2025")
    with django_assert_num_queries(2):
        agrees_with = sorted_now()
    assert agrees_with.alive.bit_count() == 2


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "again", "remove"]),
        st.sampled_from(["2019", "2024", "2024-2026"]),
        st.sampled_from([None, Verdict.KEPT, Verdict.ONGOING]),
    ),
    min_size=1,
    max_size=6,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_memory_and_database_agree_after_any_changes(steps, municipality, today):
    BankSet.objects.all().delete()
    for step, period, verdict in steps:
        some = PromiseSet.objects.order_by("?").first()
        if step == "add" or some is None:
            outcomes = {0: verdict} if verdict else None
            make.retold(municipality, "Ett.", "Två.", period=period, outcomes=outcomes)
        elif step == "again":
            index_sets([some], today=today)
        else:
            BankSet.objects.filter(set=some).delete()
        agrees(sorted_now())


@pytest.mark.parametrize("before", [0, 9])
@pytest.mark.parametrize("times", [1, 12])
def test_places_of_what_is_gone_are_given_back(municipality, today, before, times):
    for period in range(before):
        make.retold(municipality, period=f"{2010 + period}")
    sorted_now()
    BankSet.objects.all().delete()
    set_ = make.retold(municipality, "Ett.", "Två.")
    for _ in range(times):
        index_sets([set_], today=today)
        now = sorted_now()
        agrees(now)
        assert len(now.keys) <= 4
