"""Tables whose rows are added and never changed, kept so by the database itself.

A migration says `append_only("audit_entry")` after it has made the table, and
again after each later change of the table: on SQLite Django rebuilds a changed
table, and the triggers of the old one are gone. `missing()` finds such a slip.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState

_REFUSAL = "Rows of {table} are added, never changed."

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION handslag_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are added, never changed.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$
"""


class AppendOnly(Operation):
    """Refuse UPDATE, DELETE, TRUNCATE and INSERT OR REPLACE on one table."""

    category = OperationCategory.SQL
    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for statement in creation(schema_editor.connection, self.table):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for statement in removal(schema_editor.connection, self.table):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"Keep the rows of {self.table} as they were written"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.table], {}


def append_only(table: str) -> AppendOnly:
    """For a migration: from here on the rows of this table stay as they are."""
    return AppendOnly(table)


def creation(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The statements that put the triggers of one table in place."""
    drops = removal(connection, table)
    if connection.vendor == "postgresql":
        return [_POSTGRES_FUNCTION, *drops, *_on_postgresql(table)]
    return [*drops, *_on_sqlite(connection, table).values()]


def removal(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The statements that take the triggers of one table away."""
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    return [f'DROP TRIGGER IF EXISTS "{name}"{on}' for name in _names(connection, table)]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be there and are not, or are switched off or altered."""
    present = _present(connection)
    return [
        name
        for table in append_only_tables(connection)
        for name, statement in _expected(connection, table).items()
        if present.get(name) != statement
    ]


def append_only_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that the migrations want kept as they are written."""
    loader = MigrationLoader(connection, load=False)
    loader.load_disk()
    return sorted(
        {
            operation.table
            for migration in loader.disk_migrations.values()
            for operation in migration.operations
            if isinstance(operation, AppendOnly)
        }
    )


def _names(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    third = "truncate" if connection.vendor == "postgresql" else "replace"
    return [f"{table}_no_{deed}" for deed in ("update", "delete", third)]


def _expected(connection: BaseDatabaseWrapper, table: str) -> dict[str, str]:
    if connection.vendor == "postgresql":
        return dict.fromkeys(_names(connection, table), "A")
    return _on_sqlite(connection, table)


def _present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """On SQLite each trigger's text; on PostgreSQL whether it always fires."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal"
            if connection.vendor == "postgresql"
            else "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        )
        return dict(cursor.fetchall())


def _on_postgresql(table: str) -> list[str]:
    """Also for a session that plays a replica: ENABLE ALWAYS."""
    made = []
    for deed, each in (("update", "ROW"), ("delete", "ROW"), ("truncate", "STATEMENT")):
        name = f"{table}_no_{deed}"
        made += [
            f'CREATE TRIGGER "{name}" BEFORE {deed.upper()} ON "{table}" '
            f"FOR EACH {each} EXECUTE FUNCTION handslag_append_only()",
            f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"',
        ]
    return made


def _on_sqlite(connection: BaseDatabaseWrapper, table: str) -> dict[str, str]:
    """INSERT OR REPLACE removes a row without asking the DELETE trigger.

    So an insert that meets an existing row, by row number or by any unique
    column, is refused before it begins.
    """
    existing = f'EXISTS (SELECT 1 FROM "{table}" WHERE '  # noqa: S608 (names of ours)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL.format(table=table)}'); END"
    same = " OR ".join(
        "(" + " AND ".join(f'"{column}" = NEW."{column}"' for column in columns) + ")"
        for columns in [["rowid"], *_unique_columns(connection, table)]
    )
    return {
        f"{table}_no_update": (
            f'CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}" {refuse}'
        ),
        f"{table}_no_delete": (
            f'CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" {refuse}'
        ),
        f"{table}_no_replace": (
            f'CREATE TRIGGER "{table}_no_replace" BEFORE INSERT ON "{table}" '
            f"WHEN {existing}{same}) {refuse}"
        ),
    }


def _unique_columns(connection: BaseDatabaseWrapper, table: str) -> list[list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(f'PRAGMA index_list("{table}")')
        indexes = sorted(row[1] for row in cursor.fetchall() if row[2])
        found = []
        for index in indexes:
            cursor.execute(f'PRAGMA index_info("{index}")')
            found.append([row[2] for row in cursor.fetchall()])
    return sorted(found)
