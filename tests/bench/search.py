"""Finding among twenty thousand entries although one letter is wrong (SQLite)."""

import itertools
import time

from handslag.core.search import services
from handslag.core.search.services import Findable
from tests.bench._bounds import at_least
from tests.core.search.edits import missed
from tests.core.search.test_services import headings, towns

_WORDS = "sommar vinter skola torg park bad buss moped ljus vakt ordning lugn".split()  # noqa: SIM905


def _things() -> list[Findable]:
    longer = itertools.product(headings(), _WORDS, _WORDS)
    made = [f"{heading} {one} {other}" for heading, one, other in longer]
    every = [*towns(), *headings(), *made][:20_300]
    return [Findable("promise", str(i), title, "polis") for i, title in enumerate(every)]


def measure_search() -> dict[str, float | str]:
    """Share of misspelt titles among the ten first, and the time a search takes."""
    things = _things()
    began = time.process_time()
    services.index_many(things)
    indexed = time.process_time() - began
    began = time.process_time()
    lost = missed([*towns(), *headings()])
    spent = time.process_time() - began
    return {
        "search_entries": len(things),
        "search_indexed_per_second": len(things) / indexed,
        "search_misspelt_found_share": at_least(0.95, 1 - len(lost) / 200),
        "search_cpu_milliseconds": 1000 * spent / 200,
    }
