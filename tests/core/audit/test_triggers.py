"""The tables that are only added to, tried from below Django."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState

from handslag.core.access import system
from handslag.core.accounts.models import Person
from handslag.core.audit import services, triggers
from handslag.core.audit.models import DayHead, Entry, Seal
from tests.triggers import lifted, tables

pytestmark = pytest.mark.django_db
GUARDED = [
    "approvals_version",
    "approvals_vote",
    "audit_dayhead",
    "audit_entry",
    "audit_seal",
]
on_sqlite = connection.vendor == "sqlite"


@pytest.fixture
def seal(now) -> Seal:
    person = Person.objects.create(email="a@example.org", name="A")
    services.record(system("test"), "tried", person)
    services.seal_waiting(now=now)
    DayHead.objects.create(day=now.date(), no=1, hash="0" * 64)
    return Seal.objects.get()


def refused(statement: str) -> None:
    with (
        pytest.raises(IntegrityError, match="added, never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_these_tables_are_guarded():
    of_core = ("approvals_", "audit_")  # each part tests its own
    guarded = triggers.append_only_tables(connection)
    assert [table for table in guarded if table.startswith(of_core)] == GUARDED
    assert triggers.missing(connection) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("audit_entry", "action", "'other'"),
        ("audit_seal", "hash", "'other'"),
        ("audit_dayhead", "hash", "'other'"),
    ],
)
def test_a_row_is_neither_changed_nor_removed(seal, table, column, value):
    refused(f"UPDATE {table} SET {column} = {value}")
    refused(f"DELETE FROM {table}")


def test_the_orm_cannot_change_a_row_either(seal):
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Entry.objects.update(action="other")
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        seal.save()


@pytest.mark.parametrize("table", GUARDED)
def test_a_table_is_not_emptied_in_one_stroke(db, table):
    if on_sqlite:  # has no TRUNCATE; its DELETE without WHERE must not slip past either
        Entry.objects.create(action="a", subject_kind="a", subject_id="1", actor_kind="a")
        refused("DELETE FROM audit_entry")
    else:
        refused(f"TRUNCATE {table} CASCADE")


def copied(table: str, column: str, value: str) -> str:
    """An insert of the row that is there, one column altered."""
    with connection.cursor() as cursor:
        fields = connection.introspection.get_table_description(cursor, table)
    names = [field.name for field in fields]
    values = [value if name == column else name for name in names]
    return f"INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table}"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("audit_entry", "action", "'other'"),
        ("audit_seal", "hash", "'other'"),
        ("audit_seal", "no", "no + 100"),  # meets the row by its entry
        ("audit_dayhead", "id", "id + 100"),  # meets the row by its day
    ],
)
def test_an_insert_does_not_take_an_existing_row_s_place(seal, table, column, value):
    """INSERT OR REPLACE removes a row and no DELETE trigger is asked."""
    if on_sqlite:
        refused(f"INSERT OR REPLACE {copied(table, column, value)}")
        refused(f"REPLACE {copied(table, column, value)}")
    else:
        conflict = "ON CONFLICT ON CONSTRAINT"
        key = {"no": "audit_seal_entry_id_key", "id": "audit_dayhead_day_key"}.get(
            column, f"{table}_pkey"
        )
        refused(
            f"INSERT {copied(table, column, value)} {conflict} {key} "
            f"DO UPDATE SET {'hash' if table != 'audit_entry' else 'action'} = 'x'"
        )


def test_a_row_is_not_replaced_by_its_hidden_number(seal):
    """A SQLite table with a key of its own has row numbers beside it."""
    if on_sqlite:
        names = "no, entry_id, previous, hash, sealed_at"
        refused(
            f"INSERT OR REPLACE INTO audit_seal (rowid, {names}) "
            "SELECT rowid, no + 100, entry_id + 100, previous, hash, sealed_at "
            "FROM audit_seal"
        )
    assert Seal.objects.get() == seal


def test_a_replica_s_session_is_refused_as_well(seal):
    if not on_sqlite:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
    refused("UPDATE audit_entry SET action = 'other'")


def test_a_trigger_that_is_gone_is_missed():
    with lifted():
        assert len(triggers.missing(connection)) == 3 * len(tables())
        with pytest.raises(Exception, match="append_only"):
            call_command("check_triggers")
    assert triggers.missing(connection) == []


def test_a_trigger_that_does_nothing_is_missed():
    with connection.cursor() as cursor:
        if on_sqlite:
            cursor.execute("DROP TRIGGER audit_entry_no_delete")
            cursor.execute(
                "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry "
                "WHEN 0 BEGIN SELECT 1; END"
            )
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_no_delete")
    assert triggers.missing(connection) == ["audit_entry_no_delete"]


class Migrated:
    """One table, taken through migrations as an app's would be."""

    def __init__(self) -> None:
        self.state = ProjectState()
        self.run(
            migrations.CreateModel(
                "Thing",
                [("id", models.AutoField(primary_key=True)), ("no", models.IntegerField())],
            )
        )

    def run(self, operation: migrations.operations.base.Operation) -> None:
        after = self.state.clone()
        operation.state_forwards("trial", after)
        with connection.schema_editor() as editor:
            operation.database_forwards("trial", editor, self.state, after)
        self.state = after

    def undo(self, operation: migrations.operations.base.Operation) -> None:
        with connection.schema_editor() as editor:
            operation.database_backwards("trial", editor, self.state, self.state)


def names_of_triggers() -> set[str]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if on_sqlite
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall() if name.startswith("trial_")}


@pytest.fixture
def migrated(transactional_db):
    table = Migrated()
    yield table
    table.run(migrations.DeleteModel("Thing"))


def test_the_operation_guards_a_table_and_can_be_undone(migrated):
    guard = triggers.append_only("trial_thing")
    migrated.run(guard)
    assert len(names_of_triggers()) == 3
    migrated.run(guard)  # said again, it puts the same triggers in place
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO trial_thing (id, no) VALUES (1, 1)")
        cursor.execute("INSERT INTO trial_thing (id, no) VALUES (2, 1)")
    refused("DELETE FROM trial_thing")
    migrated.undo(guard)
    assert names_of_triggers() == set()


def test_a_changed_table_must_be_guarded_anew_on_sqlite(migrated):
    """Django rebuilds a changed table there, and the triggers go with the old one."""
    migrated.run(triggers.append_only("trial_thing"))
    migrated.run(migrations.AlterField("Thing", "no", models.BigIntegerField(unique=True)))
    assert len(names_of_triggers()) == (0 if on_sqlite else 3)
    migrated.run(triggers.append_only("trial_thing"))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO trial_thing (id, no) VALUES (1, 1)")
    if on_sqlite:  # the new unique column is guarded as well
        refused("INSERT OR REPLACE INTO trial_thing (id, no) VALUES (2, 1)")
    refused("UPDATE trial_thing SET no = 2")
