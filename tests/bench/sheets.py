"""What a large workbook costs to write."""

import resource
import tempfile
import time
from collections.abc import Iterator

from handslag.core.sheets.writing import Value, write_rows
from tests.bench._bounds import at_most

_ROWS, _COLUMNS = 20_000, 41
_ANSWERS = ("Mycket trygg", "Ganska trygg", "Varken eller", "Ganska otrygg", None)


def _rows() -> Iterator[list[Value]]:
    """Answers to forty questions, of words and numbers, and one in own words."""
    for nr in range(_ROWS):
        cells: list[Value] = [
            (nr * at) % 11 if at % 3 else _ANSWERS[(nr + at) % len(_ANSWERS)]
            for at in range(_COLUMNS - 1)
        ]
        yield [*cells, f"Det är mörkt vid stationen, svar {nr}"]


def _held() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_writing() -> dict[str, str | float]:
    """20,000 answers by 41 columns, to a file on disk; the making of the rows is in it."""
    before = _held()
    with tempfile.TemporaryFile() as out:
        begun = time.process_time()
        write_rows(out, [f"Fråga {at}" for at in range(_COLUMNS)], _rows())
        spent = time.process_time() - begun
        size = out.tell() / 1024**2
    return {
        "xlsx_20000_by_41_cpu_seconds": at_most(1.5, spent),
        "xlsx_20000_by_41_mb_held": at_most(60, _held() - before),
        "xlsx_20000_by_41_mb": size,
    }
