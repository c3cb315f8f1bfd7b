from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from handslag.core.access import ForbiddenError, system
from handslag.core.audit.models import Entry
from handslag.core.refusals import NotAllowedError
from handslag.domain.series import queries
from handslag.domain.series.models import Area, OldValue, Series, Value
from handslag.domain.series.rules import (
    AreaKind,
    Cell,
    Rhythm,
    SeriesDraft,
    Sex,
    Source,
    State,
    year,
)
from handslag.domain.series.services import (
    AreaDraft,
    make_series,
    put_areas,
    put_cells,
    undo_run,
)

TASK = system("test")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
FIRST, SECOND = UUID(int=1), UUID(int=2)
DRAFT = SeriesDraft(
    source=Source.BRA, external_id="stold", name="Anmälda stölder", unit="anmälda brott"
)


@pytest.fixture
def series(db):
    put_areas(
        TASK,
        [
            AreaDraft(AreaKind.MUNICIPALITY, "1862", "Degerfors", within="18"),
            AreaDraft(AreaKind.COUNTY, "18", "Örebro län"),
        ],
    )
    return make_series(TASK, DRAFT)


def told(amount, of=2024, *, state=State.VALUE, preliminary=False, code="1862"):
    number = None if amount is None else Decimal(amount)
    return Cell(code, *year(of), state, number, is_preliminary=preliminary)


def put(series, *rows, run=None, now=NOW, **more):
    return put_cells(TASK, series, rows, now=now, run=run, **more)


def test_the_five_states_stay_apart(series):
    states = (State.ZERO, State.MISSING, State.SECRET, State.SUPPRESSED)
    rows = [told(None, 2020 + at, state=state) for at, state in enumerate(states)]
    assert put(series, *rows, told(15)).new == 5
    stored = series.values.order_by("starts").values_list("state", "amount")
    assert list(stored) == [
        ("zero", 0),
        ("missing", None),
        ("secret", None),
        ("suppressed", None),
        ("value", 15),
    ]


@pytest.mark.parametrize(
    ("state", "amount"),
    [("value", None), ("value", 0), ("zero", 3), ("zero", None), ("missing", 0), ("x", 1)],
)
def test_the_database_itself_keeps_them_apart(series, state, amount):
    starts, ends = year(2024)
    at = {"area": Area.objects.get(code="1862"), "starts": starts, "ends": ends}
    with pytest.raises(IntegrityError), transaction.atomic():
        Value.objects.create(
            series=series, **at, state=state, amount=amount, retrieved_at=NOW
        )


def test_putting_the_same_twice_changes_nothing(series):
    rows = (told(15), told("31.5", code="18"))
    assert put(series, *rows).new == 2
    again = put(series, *rows, now=NOW + timedelta(days=1))
    assert (again.new, again.same, again.changed, again.kept) == (0, 2, 0, 0)
    series.refresh_from_db()
    assert series.retrieved_at == NOW + timedelta(days=1)
    assert not OldValue.objects.exists()


def test_a_changed_value_keeps_what_it_was(series):
    put(series, told(15, preliminary=True), run=FIRST)
    later = NOW + timedelta(days=90)
    assert put(series, told(17), run=SECOND, now=later).changed == 1
    value = series.values.get()
    assert (value.amount, value.is_preliminary, value.run) == (17, False, SECOND)
    (old,) = value.older.all()
    assert (old.amount, old.is_preliminary, old.retrieved_at) == (15, True, NOW)
    assert (old.run, old.until) == (FIRST, later)


def test_a_final_value_is_not_replaced_by_a_preliminary_one_and_it_is_said(series):
    put(series, told(17))
    row = told(15, preliminary=True)
    done = put(series, row)
    assert (done.kept, done.kept_rows, done.changed) == (1, [row], 0)
    assert series.values.get().amount == 17
    assert Entry.objects.latest("pk").details["kept"] == 1


def test_rows_that_cannot_be_read_are_handed_back_with_why(series):
    wrong = (told(15, code="9999"), told(None), told(16))
    done = put(series, told(15), *wrong)
    codes = ["unknown_area", "value_without_an_amount", "told_twice"]
    assert done.refused == list(zip(wrong, codes, strict=True))
    assert done.new == series.values.count() == 1


def test_a_code_holds_between_its_days(series):
    old = AreaDraft(AreaKind.NAMED, "G1", "Norra", valid_to=date(2023, 12, 31))
    new = AreaDraft(AreaKind.NAMED, "G1", "Nya Norra", valid_from=date(2024, 1, 1))
    put_areas(TASK, [old, new])
    put(series, told(4, 2023, code="G1"), told(5, 2024, code="G1"))
    cells = queries.cells_of(series, ["G1"])
    told_of = {one.area.name: one.amount for one in cells}
    assert told_of == {"Norra": 4, "Nya Norra": 5}


def test_women_men_and_all_are_three_cells(series):
    rows = [Cell("1862", *year(2024), State.VALUE, Decimal(3), sex) for sex in Sex]
    assert put(series, *rows).new == 3
    assert queries.cells_of(series, ["1862"], sex=Sex.WOMEN).count() == 1


def test_a_dry_run_says_what_would_happen_and_does_nothing(series):
    put(series, told(15))
    done = put(series, told(16), told(9, 2023), dry=True)
    assert (done.new, done.changed) == (1, 1)
    assert series.values.get().amount == 15
    assert not OldValue.objects.exists()


def test_a_run_can_be_taken_back(series):
    put(series, told(15), run=FIRST)
    put(series, told(17), told(9, 2023), told(1, code="18"), run=SECOND)
    put(series, told(2, code="18"), run=UUID(int=3))
    assert undo_run(TASK, SECOND) == 2
    left = series.values.order_by("area__code").values_list("area__code", "amount", "run")
    assert {row[0]: row[1:] for row in left} == {
        "18": (2, UUID(int=3)),
        "1862": (15, FIRST),
    }
    assert not OldValue.objects.filter(value__area__code="1862").exists()
    assert Entry.objects.latest("pk").action == "series.run_undone"


def test_who_may_fill_what(series, municipality, coordinator, reader, elsewhere, stranger):
    own = make_series(
        coordinator,
        SeriesDraft(Source.OWN, "vandringar", "Vandringar", "vandringar"),
        owner=municipality,
    )
    assert put_cells(coordinator, own, [told(4)], now=NOW, run=None).new == 1
    for nobody in (reader, elsewhere, stranger):
        with pytest.raises(ForbiddenError):
            put_cells(nobody, own, [told(5)], now=NOW, run=None)
    with pytest.raises(NotAllowedError) as refused:
        put_cells(coordinator, series, [told(4)], now=NOW, run=None)
    assert refused.value.code == "series.official_by_file_only"
    assert put_cells(coordinator, series, [told(4)], now=NOW, run=FIRST).new == 1
    with pytest.raises(ForbiddenError):
        put_cells(stranger, series, [told(4)], now=NOW, run=FIRST)
    with pytest.raises(ForbiddenError):
        make_series(coordinator, DRAFT)


def test_a_series_is_held_once_and_its_breaks_follow(series):
    again = make_series(
        TASK,
        SeriesDraft(Source.BRA, "stold", "Stölder", "brott", rhythm=Rhythm.MONTH),
    )
    assert (again.pk, again.name) == (series.pk, "Stölder")
    assert Series.objects.count() == 1


def test_population_is_read_by_year(series):
    people = make_series(
        TASK, SeriesDraft(Source.SCB, queries.POPULATION, "Folkmängd", "invånare")
    )
    put(people, told(9290, 2023), told(9200, 2024))
    assert queries.population("1862") == {2023: 9290, 2024: 9200}
