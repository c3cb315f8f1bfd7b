"""The public pages over twenty thousand promises on PostgreSQL."""

from collections.abc import Mapping

from tests.bench import public

DATABASE = "postgresql"


def measure_public() -> Mapping[str, float | int | str]:
    """As on SQLite; the database's own time is not in the milliseconds.

    A kept page has no bound here. It asks one question, and to ask a server takes
    our process a fifth of a millisecond, as much as all the rest of the answer.
    """
    measured = public.measure_public()
    return {f"postgresql_{name}": _said(name, value) for name, value in measured.items()}


def _said(name: str, value: float | int | str) -> float | int | str:
    return str(value).partition(" ")[0] if name.endswith("_from_cache_ratio") else value
