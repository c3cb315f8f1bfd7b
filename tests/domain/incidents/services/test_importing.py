"""A file of another system: read in once, counted as if each row had come by itself."""

from datetime import UTC, datetime

import pytest

from handslag.core.access import Role, system
from handslag.core.audit.models import Entry
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Batch, Count, Held, Incident, Report, Tally
from handslag.domain.incidents.queries.batches import numbers_of_rows, rows_of
from handslag.domain.incidents.rules import Channel, Outcome, ReportDraft
from handslag.domain.incidents.rules.importing import (
    Certain,
    Field,
    Plan,
    RowState,
    Stage,
    key_of,
    row_of,
)
from handslag.domain.incidents.services import (
    advancing,
    close,
    forgetting,
    importing,
    receive,
)
from tests import make
from tests.make import incidents as made

pytestmark = pytest.mark.django_db

NOW = made.NOW
HEADINGS = "Nr;Datum;Typ;Text;Ost;Nord;Adress;Status"
PLAN = Plan(
    columns={
        Field.NUMBER: 0,
        Field.DAY: 1,
        Field.KIND: 2,
        Field.TEXT: 3,
        Field.EAST: 4,
        Field.NORTH: 5,
        Field.WHERE: 6,
        Field.STATUS: 7,
    }
)
VALUES = {
    "kind": {"klotter": "graffiti", "lampa": "lighting"},
    "status": {"ny": "open", "klar": "fixed"},
}


def line(nr: int, **said: str) -> str:
    given = {
        "day": f"2026-11-{1 + nr % 18:02} 21:{nr % 60:02}",
        "kind": ("Klotter", "Lampa")[nr % 2],
        "text": "Mörkt vid gången.",
        "east": str(468_000 + 137 * nr),
        "north": "6566000",
        "where": "",
        "status": "Ny",
        **said,
    }
    return ";".join([str(nr), *given.values()])


@pytest.fixture
def home():
    return made.desk(make.municipality("Lundby")).within


@pytest.fixture
def staff(home):
    return make.member(home, Role.COORDINATOR)


def uploaded(staff, home, *lines: str, plan: Plan = PLAN, values=VALUES) -> Batch:
    content = "\n".join([HEADINGS, *lines]).encode()
    batch = importing.upload(
        staff, home, name="ut.csv", system="Felanmälan", content=content, now=NOW
    )
    batch = importing.save_plan(staff, batch, plan, revision=batch.revision)
    batch = importing.judge(staff, batch, values, revision=batch.revision)
    return gone_on(staff, batch)


def gone_on(actor, batch: Batch) -> Batch:
    while importing.advance(actor, batch, now=NOW):
        pass
    batch.refresh_from_db()
    return batch


def read_in(staff, batch: Batch) -> Batch:
    batch = importing.begin_reading(staff, batch, revision=batch.revision)
    return gone_on(staff, batch)


def numbers_in(municipality) -> list[tuple[object, ...]]:
    cells = Count.objects.filter(within=municipality)
    tallies = Tally.objects.filter(within=municipality)
    return sorted(
        [
            *cells.values_list("size", "grain", "top", "start", "cell", "n"),
            *tallies.values_list("n", "phase", "top"),
        ],
        key=str,
    )


def counters() -> tuple[object, ...]:
    cells = Count.objects.exclude(n=0).order_by("size", "grain", "start", "top", "cell")
    tallies = Tally.objects.exclude(n=0).order_by("channel", "top", "phase")
    about = ("size", "grain", "start", "top", "cell", "n")
    return (
        list(cells.values_list(*about)),
        list(tallies.values_list("channel", "top", "phase", "n")),
    )


def test_a_file_and_the_same_rows_one_by_one_are_counted_alike(staff, home):
    other = made.desk(make.municipality("Sundby")).within
    batch = read_in(staff, uploaded(staff, home, *(line(nr) for nr in range(1, 71))))
    assert (batch.stage, batch.n) == (Stage.DONE, 70)
    plan = Plan(columns=PLAN.columns, values={Field(k): v for k, v in VALUES.items()})
    for nr in range(1, 71):
        row = row_of(line(nr).split(";"), plan, {})
        key = key_of(other.public_id, "x", row.number, "")
        draft = ReportDraft(key=key, incidents=(row.draft,))
        receive(system("test"), other, draft, channel=Channel.IMPORTED, now=NOW)
    assert numbers_in(home) == numbers_in(other)
    assert len(numbers_in(home)) > 100


def test_the_same_file_again_brings_nothing(staff, home):
    lines = [line(1), line(2), line(2, text="Samma nummer en gång till.")]
    batch = uploaded(staff, home, *lines)
    assert numbers_of_rows(batch) == {RowState.READY: 2, RowState.THERE: 1}
    read_in(staff, batch)
    again = uploaded(staff, home, *lines)
    assert numbers_of_rows(again) == {RowState.THERE: 3}
    with pytest.raises(NotAllowedError, match="nothing_to_read_in"):
        importing.begin_reading(staff, again, revision=again.revision)
    assert Report.objects.count() == 2


def test_a_process_that_dies_on_the_way_is_gone_on_with_by_the_timer(
    staff, home, monkeypatch
):
    batch = uploaded(staff, home, *(line(nr) for nr in range(1, 121)))
    batch = importing.begin_reading(staff, batch, revision=batch.revision)
    assert importing.advance(staff, batch, now=NOW)

    def dies(*_args, **_more):
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(advancing, "count", dies)
        with pytest.raises(RuntimeError):
            importing.advance(staff, batch, now=NOW)
    assert Report.objects.count() == 50
    importing.advance_batches(system("timer"), now=NOW)
    batch.refresh_from_db()
    assert (batch.stage, batch.n, Report.objects.count()) == (Stage.DONE, 120, 120)
    assert Tally.objects.get(top="damage").n == 60
    assert not rows_of(batch).exists()


def test_taking_a_file_back_leaves_the_counters_as_they_were(staff, home):
    made.incident(home)
    before = counters()
    lines = [line(nr, status="Klar" if nr % 3 else "Ny") for nr in range(1, 61)]
    batch = read_in(staff, uploaded(staff, home, *lines))
    assert Incident.objects.filter(outcome=Outcome.FIXED, phase="closed").count() == 40
    assert counters() != before
    batch = importing.begin_undoing(staff, batch, revision=batch.revision)
    batch = gone_on(staff, batch)
    assert (batch.stage, batch.n_kept) == (Stage.UNDONE, 0)
    assert counters() == before
    # And it can be read in once more.
    assert read_in(staff, uploaded(staff, home, *lines)).n == 60


def test_what_somebody_has_worked_on_stays_when_a_file_is_taken_back(staff, home):
    batch = read_in(staff, uploaded(staff, home, line(1), line(2), line(3)))
    worked = Incident.objects.order_by("pk")[1]
    close(staff, worked, outcome=Outcome.NOTED, revision=worked.revision, now=NOW)
    batch = importing.begin_undoing(staff, batch, revision=batch.revision)
    batch = gone_on(staff, batch)
    assert batch.n_kept == 1
    assert list(Incident.objects.values_list("pk", flat=True)) == [worked.pk]
    assert sum(Tally.objects.values_list("n", flat=True)) == 1


def test_a_row_like_one_that_is_there_is_read_in_when_somebody_says_so(staff, home):
    read_in(staff, uploaded(staff, home, line(1)))
    # Another number, 30 metres away, an hour later the same evening.
    near = line(1, day="2026-11-02 22:10", east="468160").replace("1;", "501;", 1)
    batch = uploaded(staff, home, near, line(2))
    (row,) = rows_of(batch).filter(state=RowState.TWIN)
    assert row.twin == Incident.objects.get()
    batch = importing.choose_twins(staff, batch, {row.nr: True}, revision=batch.revision)
    assert read_in(staff, batch).n == 2


@pytest.mark.parametrize("certain", list(Certain))
def test_words_about_persons_are_stopped_or_taken_out_or_held(staff, home, certain):
    plan = Plan(columns=PLAN.columns, certain=certain)
    phone, name = "Ring 070-174 06 05.", "Där stod Bella och skrek."
    batch = uploaded(
        staff, home, line(1, text=phone), line(2, text=name), line(3), plan=plan
    )
    stopped = RowState.PERSON if certain is Certain.STOP else RowState.REDACTED
    assert numbers_of_rows(batch) == {stopped: 1, RowState.HELD: 1, RowState.READY: 1}
    batch = read_in(staff, batch)
    assert batch.n == (2 if certain is Certain.STOP else 3)
    assert Held.objects.get().words == name
    assert not Incident.objects.filter(text__contains="174").exists()
    assert not rows_of(batch).exclude(cells=[]).exists()
    written = str(list(Entry.objects.values_list("details", flat=True)))
    assert "174" not in written
    assert "Johansson" not in written


def test_rows_that_were_not_read_in_are_forgotten(staff, home):
    kept = read_in(staff, uploaded(staff, home, line(1), line(2, day="i går")))
    uploaded(staff, home, line(3))
    timer = system("timer")
    assert forgetting.forget_rows(timer, now=datetime(2026, 12, 3, 12, tzinfo=UTC)) == 0
    assert forgetting.forget_rows(timer, now=datetime(2026, 12, 6, 12, tzinfo=UTC)) == 2
    assert Batch.objects.get() == kept
