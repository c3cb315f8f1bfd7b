"""The public pages over twenty thousand promises on PostgreSQL."""

from collections.abc import Mapping

from tests.bench import public

DATABASE = "postgresql"


def measure_public() -> Mapping[str, float | int | str]:
    """As on SQLite; the database's own time is not in the milliseconds."""
    return {f"postgresql_{name}": value for name, value in public.measure_public().items()}
