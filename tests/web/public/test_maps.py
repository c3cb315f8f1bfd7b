"""The public map, as a stranger sees it who wants to know more than is released."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise, product
from random import Random

import pytest
from django.db import transaction

from handslag.core.access import ANYONE, ForbiddenError, Role, system
from handslag.domain.incidents.models import Desk, Drawn, Incident
from handslag.domain.incidents.rules import Channel, Inside, Where
from handslag.domain.incidents.services import receive, release_map
from handslag.domain.organisations import services as organisations
from handslag.domain.organisations.models import Organisation
from handslag.statistics import grid
from handslag.web.public import cached
from tests import make
from tests.make import incidents as made
from tests.refusing import code_of

CORNER = (467_500, 6_566_000)
# East and north of squares in halves of a kilometre: how many live there.
LIVING = {(0, 0): 900, (1, 0): 50, (2, 0): 49, (0, 1): 300, (3, 0): 60}
MONTHS = tuple(date(2026, month, 1) for month in (7, 8, 9))
FILES = ("", "rutor.geojson", "rutor.csv", "grund.geojson")
OTHERS = ("/lundby/", "/lundby/flode.xml", "/sok/?q=lundby", "/sitemap.xml", "/oppna-data/")
ASKED = (
    *("kategori=damage", "kanal=resident", "manad=2026-07", "rutor=100", "meter=1"),
    *("ruta=14.43,59.23,14.44,59.24", "format=json"),
)


@pytest.fixture
def lundby(db) -> Organisation:
    """A municipality that receives reports, and knows where its people live."""
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    Desk.objects.update(opened_at=datetime(2026, 6, 30, 22, tzinfo=UTC))
    squares = {square_of(*at): number for at, number in LIVING.items()}
    organisations.count_inhabitants(
        system("test"), municipality, squares, size=500, year=2025
    )
    return municipality


def square_of(across: int, along: int) -> int:
    return grid.cell(CORNER[0] + across * 500, CORNER[1] + along * 500, 500)


def report(municipality, dice: Random, square: tuple[int, int], when: datetime) -> None:
    """Somebody reports something somewhere in a square, in one of all ways."""
    at = (CORNER[i] + (square[i] + dice.random()) * 500 for i in (0, 1))
    lon, lat = grid.to_wgs84(*at)
    inside = dice.choices((Inside.OUTDOORS, Inside.INDOORS, Inside.UNKNOWN), (6, 1, 1))[0]
    kind = dice.choices(("graffiti", "litter", "safe_place"), (4, 4, 1))[0]
    draft = made.report_draft(
        made.incident_draft(kind, where=Where(lon=lon, lat=lat, inside=inside))
    )
    receive(ANYONE, municipality, draft, channel=Channel.RESIDENT, now=when)


def told(municipality, seed: int = 5) -> None:
    """Four months of reports: much in two squares, little or nobody in the others."""
    dice = Random(seed)
    for month in MONTHS:
        noon = datetime(month.year, month.month, 1, 10, tzinfo=UTC)
        for square, number in (((0, 0), 12), ((1, 0), 5), ((2, 0), 9), ((3, 0), 1)):
            for _ in range(number):
                report(
                    municipality, dice, square, noon + timedelta(days=dice.randrange(28))
                )
        report(municipality, dice, (4, 4), noon)
    for one in Incident.objects.order_by("pk")[::9]:
        Incident.objects.filter(pk=one.pk).update(shared=False)


def release(municipality, month: date) -> None:
    made_at = datetime(2026, month.month + 1, 2, 5, tzinfo=UTC)
    release_map(system("test"), municipality, month=month, now=made_at)


def seen(visitor) -> dict[str, bytes]:
    """What every address about the municipality answers, made anew."""
    cached.clear()
    addresses = [f"/lundby/karta/{name}" for name in FILES] + list(OTHERS)
    every = [*addresses, *(f"/en{one}" for one in addresses)]
    return {one: visitor.get(one).content for one in every}


def numbers(visitor) -> list[tuple[int, str, str, int]]:
    """What the file says: square, from, until, how many."""
    text = visitor.get("/lundby/karta/rutor.csv").content.decode()
    rows = list(csv.reader(text.splitlines(), delimiter=";"))[1:]
    return [(int(square), since, until, int(n)) for square, _, since, until, n, _ in rows]


def month_by_month(municipality, visitor) -> Iterator[dict[str, bytes]]:
    for month in MONTHS:
        release(municipality, month)
        yield seen(visitor)


def test_nothing_that_is_not_released_leaves_a_trace_in_any_answer(lundby, visitor):
    """Two worlds that differ in all that is in no number answer alike, each month."""
    told(lundby)
    with transaction.atomic():
        with_all = list(month_by_month(lundby, visitor))
        released = set(Drawn.objects.values_list("incident_id", flat=True))
        transaction.set_rollback(True)
    others = Incident.objects.exclude(pk__in=released)
    assert len(released) > 30
    assert others.count() > 30
    others.delete()
    assert list(month_by_month(lundby, visitor)) == with_all


def test_every_number_is_of_enough_reports_and_each_report_in_one_at_most(lundby, visitor):
    told(lundby)
    found: list[tuple[int, str, str, int]] = []
    for _public in month_by_month(lundby, visitor):
        assert set(found) <= set(numbers(visitor))  # what was said stays said
        found = numbers(visitor)
    assert {square for square, *_ in found} == {square_of(0, 0), square_of(1, 0)}
    assert len(found) > 4
    for square, since, until, n in found:
        those = [
            one
            for one in Incident.objects.filter(inside=Inside.OUTDOORS, shared=True)
            if grid.cell(one.east or 0, one.north or 0, 500) == square
            and since <= f"{one.received_at:%Y-%m}" <= until
            and one.category.code != "safe_place"
        ]
        assert n == len({one.report_id for one in those}) >= 5
        assert len({one.received_at.date() for one in those}) >= 5
    spans = sorted((square, since, until) for square, since, until, _n in found)
    for (square, _since, until), (other, since, _until) in pairwise(spans):
        assert square != other or until < since  # no month of a square is told twice


def test_no_question_gets_more_than_the_answer_without_one(lundby, visitor):
    told(lundby)
    list(month_by_month(lundby, visitor))
    plain = seen(visitor)
    for name, wish in product(FILES, product(*((word, "") for word in ASKED))):
        address = f"/lundby/karta/{name}"
        assert visitor.get(f"{address}?{'&'.join(wish)}").content == plain[address]
    for path in ("rutor/", "100/", "rutor.json", "punkter.geojson", "2026-07/"):
        assert visitor.get(f"/lundby/karta/{path}").status_code == 404
    public = b"".join(plain.values()).decode()
    squares = json.loads(visitor.get("/lundby/karta/rutor.geojson").content)["features"]
    for one in Incident.objects.select_related("report"):
        assert str(one.public_id) not in public
        assert str(one.report.public_id) not in public
        assert f"{one.lon:.4f}"[:7] + f", {one.lat:.4f}"[:7] not in public
    corners = {
        tuple(round(metres) % 500 for metres in grid.to_sweref(*corner))
        for one in squares
        for corner in one["geometry"]["coordinates"][0]
    }
    assert corners == {(0, 0)}


def test_what_was_fixed_stays_whatever_becomes_of_the_reports(lundby, visitor):
    told(lundby)
    list(month_by_month(lundby, visitor))
    before = seen(visitor)
    drawn = Incident.objects.filter(drawn__isnull=False).order_by("pk")
    Incident.objects.filter(pk__in=list(drawn.values_list("pk", flat=True)[:9])).delete()
    moved = list(drawn.values_list("pk", flat=True)[:9])
    Incident.objects.filter(pk__in=moved).update(
        east=CORNER[0] + 100, north=CORNER[1] + 100
    )
    for month in MONTHS:
        release(lundby, month)
    assert seen(visitor) == before


def test_without_a_map_the_page_says_so_and_is_not_kept_by_search_engines(lundby, visitor):
    answer = visitor.get("/lundby/karta/")
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex"
    assert "har inte publicerat någon karta" in answer.content.decode()


def test_what_is_made_up_says_so_in_each_answer(lundby, visitor):
    told(lundby)
    Desk.objects.update(is_example=True)
    release(lundby, MONTHS[0])
    for name, words in (
        ("", "Påhittat för demonstrationen"),
        ("rutor.geojson", '"made_up": true'),
        ("rutor.csv", ";ja"),
    ):
        answer = visitor.get(f"/lundby/karta/{name}")
        assert words in answer.content.decode(), name
        assert answer["X-Robots-Tag"] == "noindex"


def test_a_month_that_goes_on_or_lies_behind_another_is_not_released(lundby):
    now = datetime(2026, 9, 30, 21, tzinfo=UTC)
    fix = partial(release_map, system("test"), lundby, now=now)
    assert code_of(partial(fix, month=MONTHS[2])) == "incidents.month_is_open"
    fix(month=MONTHS[1])
    assert code_of(partial(fix, month=MONTHS[0])) == "incidents.later_month_is_released"
    with pytest.raises(ForbiddenError):
        release_map(make.member(lundby, Role.COORDINATOR), lundby, month=MONTHS[1], now=now)


def test_the_map_is_found_from_the_pages_around_once_there_is_something_on_it(
    lundby, visitor
):
    told(lundby)
    pages = ("/lundby/", "/lundby/rapportera/")
    for path in pages:
        assert b'href="/lundby/karta/"' not in visitor.get(path).content, path
    release(lundby, MONTHS[0])
    for path in pages:
        assert b'href="/lundby/karta/"' in visitor.get(path).content, path
    assert b"/karta/rutor.geojson" in visitor.get("/oppna-data/").content
