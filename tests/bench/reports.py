"""What reports cost at a hundred thousand and a million: one more, lists, maps, files."""

import statistics
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from django.core.signals import request_started
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from handslag.core.access import ANYONE
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Channel
from handslag.domain.incidents.services import receive
from handslag.domain.organisations.models import Organisation
from tests.bench import _reported
from tests.bench._bounds import at_most
from tests.make import incidents as made

RUNS = 200
STORE_APPLICATION, STORE_DATABASE, STATEMENTS = 8, 2, 12
LIST, LIST_MILLISECONDS, LIST_QUERIES = "/arbete/rapporter/", 15, 5
MAP = "/arbete/karta/handelser.geojson"
POINTS_MILLISECONDS, CELLS_MILLISECONDS, MAP_QUERIES = 6, 20, 6
WHO = 3  # session, person, roles: asked on every page
FILE, FILE_SECONDS, FILE_MEGABYTES = "/arbete/rapporter/rapporter.csv", 2, 100
TICKS = 100  # of a second, in /proc

Figures = Mapping[str, float | int | str]


def measure_reports() -> Figures:
    """The same questions over a hundred thousand, and over a million."""
    request_started.disconnect(reset_queries)
    municipality = _reported.city()
    _reported.fill(municipality)
    _reported.multiply(5)
    figures = dict(_of("100k", municipality))
    _reported.multiply(10)
    figures.update(_of("1M", municipality))
    return figures


def _of(size: str, municipality: Organisation) -> Figures:
    client = _signed_in(municipality)
    measured = {
        **_store(municipality),
        **_lists(client, municipality),
        **_maps(client, municipality),
        **_file(client, municipality),
    }
    return {f"{size}_{name}": value for name, value in measured.items()}


def _signed_in(municipality: Organisation) -> Client:
    client = Client(SERVER_NAME="localhost")
    member = municipality.memberships.select_related("person").latest("pk")
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(member.person, backend=backend)
    return client


def _lists(client: Client, municipality: Organisation) -> Figures:
    """A hundred rows: the first page, one in the middle, one of those that are late."""
    rows = Incident.objects.filter(within=municipality)
    middle = rows.order_by("-pk")[rows.count() // 2].public_id
    figures: dict[str, str] = {}
    for name, query in (
        ("first", ""),
        ("middle", f"?before={middle}"),
        ("open", "?phase=open"),
    ):
        address = f"{LIST}{query}"
        here, there = spent(partial(_get, client, address), runs=40)
        with CaptureQueriesContext(connection) as asked:
            _get(client, address)
        figures[f"list_{name}_milliseconds"] = at_most(LIST_MILLISECONDS, here)
        figures[f"list_{name}_milliseconds_in_database"] = f"{there:.3g}"
        figures[f"list_{name}_queries"] = at_most(LIST_QUERIES, len(asked) - WHO)
    return figures


def _maps(client: Client, municipality: Organisation) -> Figures:
    """A small box with up to five hundred points, and the squares of the whole city."""
    box, points = _reported.fullest(municipality)
    city = _reported.all_of(municipality)
    figures: dict[str, float | int | str] = {"map_points": points}
    for name, bound, asked in (
        ("points", POINTS_MILLISECONDS, {"ruta": box, "meter": 1, "since": "all"}),
        ("cells_500", CELLS_MILLISECONDS, {"ruta": city, "meter": 16}),
        ("cells_1000", CELLS_MILLISECONDS, {"ruta": city, "meter": 33}),
        ("rings", CELLS_MILLISECONDS, {"ruta": city, "meter": 60}),
    ):
        query = {"within": municipality.public_id, "kind": "all", **asked}
        address = f"{MAP}?{urlencode(query)}"
        here, there = spent(partial(_get, client, address), runs=40)
        with CaptureQueriesContext(connection) as said:
            _get(client, address)
        figures[f"map_{name}_milliseconds"] = at_most(bound, here)
        figures[f"map_{name}_milliseconds_in_database"] = f"{there:.3g}"
        figures[f"map_{name}_queries"] = at_most(MAP_QUERIES, len(said) - WHO)
    return figures


def _file(client: Client, municipality: Organisation) -> Figures:
    """All of it as a file: the time of a hundred thousand rows, and how much higher
    memory was meanwhile."""
    count = Incident.objects.filter(within=municipality).count()
    at_rest = highest = _memory()
    wall, here, there = time.monotonic(), time.process_time(), in_database()
    size = 0
    for piece in client.get(FILE):
        size += len(piece)
        highest = max(highest, _memory())
    wall, here = time.monotonic() - wall, time.process_time() - here
    there = in_database() - there
    per = 100_000 / count
    return {
        "file_seconds_per_100k": at_most(FILE_SECONDS, (here + there) * per),
        "file_seconds_per_100k_by_the_clock": wall * per,
        "file_seconds_per_100k_in_database": there * per,
        "file_megabytes": size / 1_000_000,
        "file_megabytes_of_memory": at_most(FILE_MEGABYTES, highest - at_rest),
    }


def _memory() -> float:
    """Megabytes that this process holds; what it only sees of the file of the database
    is given back whenever somebody else needs it."""
    status = Path("/proc/self/status").read_text().splitlines()
    [line] = [line for line in status if line.startswith("RssAnon")]
    return int(line.split()[1]) / 1_000


def _get(client: Client, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")


def _store(municipality: Organisation) -> Figures:
    """One more report: processor time here and in the database, and statements."""

    def store() -> None:
        draft = made.report_draft()
        now = made.NOW + timedelta(seconds=1)
        receive(ANYONE, municipality, draft, channel=Channel.RESIDENT, now=now)

    here, there = spent(store)
    with CaptureQueriesContext(connection) as asked:
        store()
    return {
        "store_milliseconds": at_most(STORE_APPLICATION, here),
        "store_milliseconds_in_database": at_most(STORE_DATABASE, there),
        "store_statements": at_most(STATEMENTS, len(asked)),
    }


def spent(deed: Callable[[], object], runs: int = RUNS) -> tuple[float, float]:
    """Processor time of one in milliseconds: here (the middle), and in the database
    process (the mean; on SQLite it is this process)."""
    deed()
    before, each = in_database(), []
    for _ in range(runs):
        began = time.process_time()
        deed()
        each.append(time.process_time() - began)
    return 1000 * statistics.median(each), 1000 * (in_database() - before) / runs


def in_database() -> float:
    """Processor seconds that our database process has used so far."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [(pid,)] = cursor.fetchall()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
