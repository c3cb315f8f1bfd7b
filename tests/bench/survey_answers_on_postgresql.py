"""The same on PostgreSQL, with the processor time of its process."""

from collections.abc import Mapping

from tests.bench import survey_answers

DATABASE = "postgresql"


def measure_answers() -> Mapping[str, float | int | str]:
    """As on SQLite; what the database process uses is counted as well."""
    measured = survey_answers.measure_answers()
    return {f"postgresql_{name}": value for name, value in measured.items()}
