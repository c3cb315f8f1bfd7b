"""Behind the triggers: for a test that plays the intruder, and to empty the tables.

Tests in transactions of their own end with every table emptied, which the
triggers of the tables that are only added to would refuse.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.db import connection
from django.test import TransactionTestCase

from handslag.core.audit import triggers
from handslag.core.search import services as search


@cache
def tables() -> list[str]:
    return triggers.append_only_tables(connection)


@contextmanager
def lifted() -> Iterator[None]:
    """The tables as someone finds them who may drop their triggers."""
    _run(
        statement for table in tables() for statement in triggers.removal(connection, table)
    )
    try:
        yield
    finally:
        _run(
            statement
            for table in tables()
            for statement in triggers.creation(connection, table)
        )


def _run(statements: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # no ALTER TABLE while a check is pending
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for statement in list(statements):
            cursor.execute(statement)


def lift_to_empty() -> None:
    """Let the end of every such test lift the triggers while it empties the tables."""
    emptying = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def behind_the_triggers(self: TransactionTestCase) -> None:
        with lifted():
            emptying(self)
        # The services keep these in step with their tables; the emptying does not.
        search.rebuild()

    TransactionTestCase._fixture_teardown = behind_the_triggers  # type: ignore[attr-defined]
