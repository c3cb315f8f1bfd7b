"""The same on PostgreSQL, with the processor time of its process."""

from collections.abc import Mapping

from tests.bench import survey_results

DATABASE = "postgresql"


def measure_results() -> Mapping[str, float | int | str]:
    """As on SQLite; what the database process uses is counted as well."""
    measured = survey_results.measure_results()
    return {f"postgresql_{name}": value for name, value in measured.items()}
