"""Let several people do things at the same moment, each with a connection of their own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

Deed = Callable[[], object]


def at_once(*deeds: Deed) -> list[object]:
    """Begin all at the same moment. Gives what each returned, or the error it met."""
    barrier = Barrier(len(deeds))

    def run(deed: Deed) -> object:
        try:
            barrier.wait(timeout=30)
            return deed()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def in_turns(deeds: Sequence[Deed], *, workers: int = 8) -> list[object]:
    """Do many things with a few connections side by side."""

    def run(deed: Deed) -> object:
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(run, deeds))
