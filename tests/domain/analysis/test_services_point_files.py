"""A file of points through its life: sent in, looked at, read in, asked, taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.points.files import folder
from handslag.core.points.reading import of_area
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.analysis import services
from handslag.domain.analysis.models import PointFile
from handslag.domain.analysis.queries.returns import returned
from handslag.domain.analysis.queries.sums import hourly, monthly, squares
from handslag.domain.analysis.rules import Question
from handslag.domain.analysis.rules.files import Grid, PointFileDraft
from handslag.statistics.columns import unpack
from tests import make

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1, minutes=1)
TASK = system("test")
COLUMNS = {
    **{"day": "Datum", "time": "Tid", "until": "Senast"},
    **{"north": "N", "east": "E", "kind": "Typ"},
}
HEAD = "Datum;Tid;Senast;N;E;Typ;Anteckning\n"
NORTH, EAST = 6_565_004, 467_996  # in Degerfors
DRAFT = PointFileDraft(
    name="Skador på byggnader",
    counted_by="Fastighetsenheten",
    covers="Skador som har anmälts till oss. Inte klotter på privata hus.",
    covers_from=date(2025, 1, 1),
    covers_to=date(2025, 12, 31),
    grid=Grid.SWEREF,
)


@pytest.fixture
def home(db):
    return make.municipality("Degerfors kommun", code="1862")


@pytest.fixture
def staff(home):
    return make.member(home, Role.COORDINATOR)


def sent(staff, home, lines: str, *, draft=DRAFT, columns=COLUMNS) -> PointFile:
    file = services.send_points(
        staff, home, draft, name="skador.csv", content=(HEAD + lines).encode(), now=NOW
    )
    return services.choose_point_columns(staff, file, columns, revision=file.revision)


def read_in(staff, home, lines: str, **more) -> PointFile:
    file = sent(staff, home, lines, **more)
    return services.read_in_points(staff, file, revision=file.revision, now=NOW)


def lines(n: int, *, kind="Krossad ruta") -> str:
    return "".join(
        f"2025-{1 + nr % 12:02}-10;21:30;;{NORTH + 300 * (nr % 5)};{EAST};{kind};\n"
        for nr in range(n)
    )


def question(file: PointFile, **more) -> Question:
    return Question(1862, source=file.source, **more)


def test_nothing_but_day_hour_place_and_kind_is_kept(home, staff):
    secret = "2025-03-10;21:30;2025-03-11 07:15;6565004;467996;Klotter;Kalle gjorde det\n"
    file = read_in(staff, home, secret)
    kept = {name: one.tolist() for name, one in unpack(bytes(file.rows or b"")).items()}
    assert kept == {
        "east": [468_000],
        "north": [6_565_000],
        "day": [(date(2025, 3, 10) - date(2000, 1, 1)).days],
        "hour": [21],  # a Monday
        "hours": [11],  # from nine at night, and a part of the last hour
        "kind": [1],
    }
    assert (file.content, file.kinds, file.n) == (None, ["Klotter"], 1)


def test_each_bad_line_is_named_and_the_others_are_used(home, staff):
    wrong = (
        "2025-06-31;;;6565004;467996;Klotter;\n"
        "2025-06-30;25:00;;6565004;467996;Klotter;\n"
        "2025-06-30;;;här;467996;Klotter;\n"
        "2024-12-31;;;6565004;467996;Klotter;\n"
        "2025-06-30;;;6580004;674000;Klotter;\n"
        "2025-06-30;12:00;2025-06-30 11:00;6565004;467996;Klotter;\n"
        "2025-06-30;;;6565004;467996;Klotter;\n"
    )
    looked = services.look_at_points(staff, sent(staff, home, wrong))
    assert looked.n == 1
    assert looked.bad == (
        (2, "not_a_day"),
        (3, "not_a_time"),
        (4, "not_a_number"),
        (5, "outside_the_days"),
        (6, "outside_the_municipality"),
        (7, "ends_before_it_begins"),
    )


def test_degrees_and_metres_are_the_same_place(home, staff):
    degrees = replace(DRAFT, grid=Grid.WGS84)
    file = read_in(staff, home, "2025-03-10;;;59,2226;14,4396;;\n", draft=degrees)
    columns = unpack(bytes(file.rows or b""))
    assert abs(int(columns["east"][0]) - EAST) < 60
    assert abs(int(columns["north"][0]) - NORTH) < 300


def test_what_is_read_in_is_laid_out_and_asked(home, staff):
    """By month, square and hour, of one kind or all, and how often it comes back."""
    rows = lines(30) + lines(6, kind="Klotter")
    file = read_in(staff, home, rows)
    assert services.lay_out_due(TASK, now=NOW) == 1
    assert services.lay_out_due(TASK, now=NOW) == 0
    asked = monthly(question(file), first=date(2025, 1, 1), today=file.ends)
    assert asked.counts.sum() == 36
    assert hourly(question(file, labels=(1,))).n.sum() == 6  # in order of the alphabet
    assert squares(question(file)).n.sum() == 36
    assert [one.n for one in returned(question(file))]
    assert len(of_area(file.source, 1863, years=(2025, 2025))) == 0


def test_the_same_file_is_read_in_once(home, staff):
    read_in(staff, home, lines(3))
    again = sent(staff, home, lines(3))
    with pytest.raises(NotAllowedError) as refused:
        services.read_in_points(staff, again, revision=again.revision, now=NOW)
    assert refused.value.code == "points.read_in_already"


def test_what_is_taken_back_is_gone_and_may_come_again(
    home, staff, django_capture_on_commit_callbacks
):
    file = read_in(staff, home, lines(30))
    services.lay_out_due(TASK, now=NOW)
    assert list(folder(file.source).glob("*.parquet"))
    with django_capture_on_commit_callbacks(execute=True):
        services.take_back_points(staff, file, revision=file.revision, now=NOW)
    file.refresh_from_db()
    assert (file.rows, file.is_held) == (None, False)
    assert not list(folder(file.source).glob("*.parquet"))
    assert services.lay_out_due(TASK, now=NOW) == 0
    read_in(staff, home, lines(30))


def test_files_that_wait_and_points_that_are_old_are_forgotten(home, staff):
    sent(staff, home, lines(3))
    old = replace(DRAFT, covers_to=date(2025, 6, 1))
    read_in(staff, home, lines(2), draft=old)
    assert services.forget_points(TASK, now=NOW + timedelta(hours=23)) == 0
    assert services.forget_points(TASK, now=LATER) == 1
    assert services.forget_points(TASK, now=datetime(2030, 6, 2, tzinfo=UTC)) == 1
    assert not PointFile.objects.exists()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"covers": " "}, "points.say_what_it_is"),
        ({"covers_to": date(2024, 1, 1)}, "points.days_the_wrong_way"),
        ({"covers_from": date(1999, 12, 31)}, "points.days_the_wrong_way"),
        ({"covers_to": date(2026, 3, 3)}, "points.days_ahead"),
    ],
)
def test_a_file_that_nobody_could_read_rightly_is_refused(home, staff, changed, code):
    with pytest.raises(NotAllowedError) as refused:
        sent(staff, home, lines(1), draft=replace(DRAFT, **changed))
    assert refused.value.code == code


def test_a_column_of_texts_is_no_kind(home, staff):
    texts = "".join(
        f"2025-03-10;;;{NORTH};{EAST};;Anteckning nummer {nr}\n" for nr in range(21)
    )
    columns = {**COLUMNS, "kind": "Anteckning"}
    with pytest.raises(NotAllowedError) as refused:
        sent(staff, home, texts, columns=columns)
    assert refused.value.code == "points.too_many_kinds"
    with pytest.raises(NotAllowedError) as refused:
        sent(staff, home, lines(1), columns={**COLUMNS, "north": "E"})
    assert refused.value.code == "points.one_column_twice"


def test_only_those_who_record_for_the_municipality_read_in(home, staff, stranger):
    with pytest.raises(ForbiddenError):
        sent(stranger, home, lines(1))
    file = sent(staff, home, lines(1))
    with pytest.raises(ForbiddenError):
        services.read_in_points(stranger, file, revision=file.revision, now=NOW)
    with pytest.raises(ChangedMeanwhileError):
        services.read_in_points(staff, file, revision=file.revision - 1, now=NOW)
    with pytest.raises(ForbiddenError):
        services.lay_out_due(staff, now=NOW)


def test_hour_and_day_are_numbers_that_fit(home, staff):
    """A file as large as is let in costs no more than it holds."""
    file = read_in(staff, home, lines(30))
    assert len(bytes(file.rows or b"")) < 600
    assert np.unique(unpack(bytes(file.rows or b""))["hour"]).size > 1
