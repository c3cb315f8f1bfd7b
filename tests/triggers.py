"""Behind the triggers: for a test that plays the intruder, and to empty the tables.

Tests in transactions of their own end with every table emptied, which the
triggers of the tables that are only added to would refuse.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from django.db import connection, transaction
from django.test import TransactionTestCase

from handslag.core.audit import triggers
from handslag.core.search import services as search

# What `migrate` itself writes down. No test does.
MIGRATED = frozenset({"django_content_type", "auth_permission"})


@cache
def tables() -> list[str]:
    return triggers.append_only_tables(connection)


@contextmanager
def lifted(only: Sequence[str] | None = None) -> Iterator[None]:
    """The tables as someone finds them who may drop their triggers."""
    bare = tables() if only is None else only
    _run(one for table in bare for one in triggers.removal(connection, table))
    try:
        yield
    finally:
        _run(one for table in bare for one in triggers.creation(connection, table))


def _run(statements: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # no ALTER TABLE while a check is pending
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for statement in list(statements):
            cursor.execute(statement)


def empty_what_is_filled() -> None:
    """Let each such test end with its rows gone, behind the triggers.

    Django would empty every table and write anew what `migrate` leaves in some; here
    those rows stay, and a table that nobody has written in is left alone.
    """
    TransactionTestCase._fixture_teardown = lambda _: empty()  # type: ignore[attr-defined]


def empty() -> None:
    """The tables as the migrations leave them."""
    filled = _filled()
    guarded = [table for table in tables() if table in filled]
    with connection.cursor() as cursor, lifted(guarded), transaction.atomic():
        for table in filled:
            cursor.execute(f'DELETE FROM "{table}"')
    # The services keep these in step with their tables; the emptying does not.
    search.rebuild()


def _filled() -> list[str]:
    """The tables with rows that no migration has left there."""
    every = connection.introspection.django_table_names(only_existing=True)
    asked = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")"
        for table in every
        if table not in MIGRATED
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return [table for (table,) in cursor.fetchall()]
