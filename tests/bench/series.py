"""What it costs to write and read the figures of the whole country."""

import resource
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

from handslag.core.access import system
from handslag.domain.organisations.shipped import sweden
from handslag.domain.series.models import Series
from handslag.domain.series.queries import cells_of
from handslag.domain.series.rules import Cell, SeriesDraft, Source, State, year
from handslag.domain.series.services import make_series, put_cells
from handslag.domain.series.services.areas import put_country

SERIES, FIRST, YEARS = 400, 2001, 25
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TASK = system("bench")


def measure_country() -> Mapping[str, float | int]:
    """290 municipalities, 400 series, 25 years: written, told again, read for one place."""
    put_country()
    codes = [one.code for one in sweden().municipalities]
    cells = [
        Cell(code, *year(FIRST + at), State.VALUE, Decimal(1 + at))
        for code in codes
        for at in range(YEARS)
    ]
    began = time.process_time()
    written = 0
    for nr in range(SERIES):
        draft = SeriesDraft(Source.BRA, f"bench{nr}", f"Serie {nr}", "brott")
        series = make_series(TASK, draft)
        written += put_cells(TASK, series, cells, now=NOW, run=None).new
    spent = time.process_time() - began
    began = time.process_time()
    put_cells(TASK, series, cells, now=NOW, run=None)
    again = time.process_time() - began
    began = time.process_time()
    read = sum(len(cells_of(one, codes[:1])) for one in Series.objects.all())
    return {
        "written_cells": written,
        "microseconds_to_write_a_cell": round(spent / written * 1e6, 1),
        "microseconds_to_tell_a_cell_again": round(again / len(cells) * 1e6, 1),
        "read_cells_of_a_municipality": read,
        "seconds_to_read_them": round(time.process_time() - began, 2),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
