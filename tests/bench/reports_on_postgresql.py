"""The same on PostgreSQL, with the processor time of its process."""

from collections.abc import Mapping

from tests.bench import reports

DATABASE = "postgresql"


def measure_reports() -> Mapping[str, float | int | str]:
    """As on SQLite; what the database process uses is counted apart."""
    measured = reports.measure_reports()
    return {f"postgresql_{name}": value for name, value in measured.items()}
