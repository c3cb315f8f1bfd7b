"""The same on PostgreSQL."""

from tests.bench import importing

DATABASE = "postgresql"


def measure_import() -> dict[str, float | int | str]:
    """As on SQLite; the database's own time is in the seconds, not in those of CPU."""
    return {
        f"postgresql_{name}": value for name, value in importing.measure_import().items()
    }
