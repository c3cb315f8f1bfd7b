"""A city with many reports, written in bulk: what lists, maps and files must bear."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from django.db import connection
from django.db.models import Max, Min

from handslag.core.access import Role
from handslag.domain.incidents.models import Incident, Report
from handslag.domain.incidents.rules.squares import MOST_POINTS, Box, are_points
from handslag.domain.incidents.services.counting import KEPT
from handslag.domain.organisations.models import Organisation, Place
from handslag.statistics.grid import to_sweref, to_wgs84
from tests import make
from tests.make import incidents as made

FIRST = 20_000
TOPS = ("damage", "gathering", "disorder", "unsafe_place")
CODES = {
    "damage": "graffiti",
    "gathering": "outdoors",
    "disorder": "quarrel",
    "unsafe_place": "lighting",
}
CENTRE = (14.50, 59.30)
DAYS = 548
NEWEST = date(2026, 11, 20)
SPOTS = 400
_ALIKE = {"precision": "point", "inside": "outdoors", "known": "unknown"}
_WIDE = 6_000.0  # metres, one standard deviation of the spots
_NARROW = 60.0


def city() -> Organisation:
    """A municipality with a desk and a coordinator, and nothing reported yet."""
    municipality = make.municipality("Storstads kommun", population=600_000)
    made.desk(municipality)
    make.member(municipality, Role.COORDINATOR)
    for number in range(40):
        make.place(municipality, f"Plats {number}")
    return municipality


def fill(municipality: Organisation) -> None:
    """The first of them, in batches; `multiply` makes them many."""
    random = Random(11)
    east, north = to_sweref(*CENTRE)
    spots = [(random.gauss(east, _WIDE), random.gauss(north, _WIDE)) for _ in range(SPOTS)]
    kinds = {one.code: one for one in municipality.categories.all()}
    places = list(Place.objects.filter(within=municipality))
    for start in range(0, FIRST, 5_000):
        rows = [
            _one(municipality, kinds, places, spots, start + n, random)
            for n in range(5_000)
        ]
        Report.objects.bulk_create(report for report, _ in rows)
        Incident.objects.bulk_create(incident for _, incident in rows)
    recount()


def _one(
    municipality: Organisation,
    kinds: dict[str, Any],
    places: list[Place],
    spots: list[tuple[float, float]],
    n: int,
    random: Random,
) -> tuple[Report, Incident]:
    top = random.choice(TOPS)
    day = NEWEST - timedelta(days=(FIRST - n) * DAYS // FIRST)
    sent = datetime(day.year, day.month, day.day, random.randrange(24), tzinfo=UTC)
    channel = random.choice(("resident", "reporter"))
    report = Report(
        within=municipality, channel=channel, key=uuid4(), sent_at=sent, language="sv"
    )
    x, y = random.choice(spots)
    closed = random.random() < 0.8
    return report, Incident(
        report=report,
        within=municipality,
        channel=channel,
        received_at=sent,
        category=kinds[CODES[top]],
        top=top,
        text="Tre lampor är släckta längs gångvägen mot skolan.",
        text_state="checked",
        **_ALIKE,
        **_point(int(random.gauss(x, _NARROW)), int(random.gauss(y, _NARROW))),
        place=random.choice(places) if random.random() < 0.5 else None,
        day=day,
        owner=municipality,
        due=day + timedelta(days=14),
        phase="closed" if closed else "assigned",
        outcome="fixed" if closed else "",
        closed_on=day + timedelta(days=9) if closed else None,
    )


def _point(east: int, north: int) -> dict[str, Any]:
    lon, lat = to_wgs84(east, north)
    return {"lon": lon, "lat": lat, "east": east, "north": north}


def multiply(times: int) -> None:
    """As many again, so many times, a little to the side: written by the database."""
    fresh = (
        "gen_random_uuid()"
        if connection.vendor == "postgresql"
        else "lower(hex(randomblob(16)))"
    )
    highest = _number("SELECT max(id) FROM incidents_report")
    for turn in range(1, times):
        shift = highest * turn
        new = {"id": f"id + {shift}", "public_id": fresh, "key": fresh, "code_hash": "''"}
        _copied("incidents_report", Report, new, highest)
        new = {
            "id": f"id + {shift}",
            "report_id": f"report_id + {shift}",
            "public_id": fresh,
            "east": f"east + {turn * 7}",
            "north": f"north - {turn * 11}",
        }
        _copied("incidents_incident", Incident, new, highest)
    if connection.vendor == "postgresql":
        for table in ("incidents_report", "incidents_incident"):
            _do(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"
                f" (SELECT max(id) FROM {table}))"
            )
    recount()


def _copied(table: str, model: type[Any], new: dict[str, str], highest: int) -> None:
    columns = [field.column for field in model._meta.concrete_fields]
    chosen = ", ".join(new.get(name, name) for name in columns)
    names = ", ".join(columns)
    _do(f"INSERT INTO {table} ({names}) SELECT {chosen} FROM {table} WHERE id <= {highest}")


def recount() -> None:
    """Write the counters from the rows, and let the database learn its statistics."""
    _do("DELETE FROM incidents_count")
    _do("DELETE FROM incidents_tally")
    starts = {
        "d": "day",
        "m": "CAST(date_trunc('month', day) AS date)"
        if connection.vendor == "postgresql"
        else "date(day, 'start of month')",
        "a": "CAST('0001-01-01' AS date)"
        if connection.vendor == "postgresql"
        else "'0001-01-01'",
    }
    for size, grain in KEPT:
        cell = f"CAST(east - east % {size} AS bigint) * 10000000 + (north - north % {size})"
        _do(
            "INSERT INTO incidents_count (within_id, size, grain, start, top, cell, n)"
            f" SELECT within_id, {size}, '{grain}', {starts[grain]}, top, {cell}, count(*)"
            " FROM incidents_incident GROUP BY 1, 4, 5, 6"
        )
    _do(
        "INSERT INTO incidents_tally (within_id, channel, top, phase, n)"
        " SELECT within_id, channel, top, phase, count(*) FROM incidents_incident"
        " GROUP BY 1, 2, 3, 4"
    )
    _do("ANALYZE")


def all_of(municipality: Organisation) -> Box:
    """The box in which everything lies."""
    rows = Incident.objects.filter(within=municipality)
    low = rows.aggregate(east=Min("east"), north=Min("north"))
    high = rows.aggregate(east=Max("east"), north=Max("north"))
    return Box(
        low["east"] or 0,
        low["north"] or 0,
        (high["east"] or 0) + 1,
        (high["north"] or 0) + 1,
    )


def fullest(municipality: Organisation) -> tuple[Box, int]:
    """A box with as many reports as a map shows each for itself, and how many they are:
    around a report, grown until one step more would be too many."""
    rows = Incident.objects.filter(within=municipality)
    middle = rows.order_by("pk")[rows.count() // 2]
    east, north = middle.east or 0, middle.north or 0
    box, n = Box(east, north, east + 1, north + 1), 1
    while True:
        wider = box.wider(5)
        held = rows.filter(
            east__gte=wider.west,
            east__lt=wider.east,
            north__gte=wider.south,
            north__lt=wider.north,
        ).count()
        if held > MOST_POINTS or not are_points(wider):
            return box, n
        box, n = wider, held


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _number(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        [(found,)] = cursor.fetchall()
    return int(found)
