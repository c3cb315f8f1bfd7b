"""The same search on PostgreSQL."""

from tests.bench import search

DATABASE = "postgresql"


def measure_search() -> dict[str, float | str]:
    """As on SQLite; the database's own time is not in the milliseconds of CPU."""
    return {f"postgresql_{name}": value for name, value in search.measure_search().items()}
