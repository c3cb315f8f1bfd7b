"""Tables that are made together become what they would have become one by one."""

from collections.abc import Sequence

import pytest
from django.db import connection, migrations, models
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from handslag.core.tables import Tables, together

NUMBER = ("id", models.AutoField(primary_key=True))
TABLES = ("trial_tree", "trial_leaf")
OPERATIONS: tuple[Operation, ...] = (
    migrations.CreateModel("Tree", [NUMBER, ("height", models.IntegerField())]),
    migrations.CreateModel(
        "Leaf", [NUMBER, ("tree", models.ForeignKey("trial.tree", models.CASCADE))]
    ),
    migrations.AddField(  # the two point at each other
        "tree", "top", models.ForeignKey("trial.leaf", models.CASCADE, null=True)
    ),
    migrations.AddConstraint(
        "tree",
        models.CheckConstraint(condition=models.Q(height__gt=0), name="a_tree_is_high"),
    ),
    migrations.AddConstraint(
        "tree", models.UniqueConstraint(fields=["top"], name="a_leaf_tops_one_tree")
    ),
    migrations.AddIndex("tree", models.Index(fields=["height"], name="trial_by_height")),
    migrations.AlterField("leaf", "tree", models.ForeignKey("trial.tree", models.PROTECT)),
)


def migration(operations: Sequence[Operation]) -> Migration:
    made = Migration("0001_initial", "trial")
    made.operations = list(operations)  # type: ignore[misc] # as a subclass would
    return made


def described() -> list[object]:
    """The columns and constraints of the tables, without the names that Django makes up."""
    found: list[object] = []
    with connection.cursor() as cursor:
        for table in TABLES:
            columns = connection.introspection.get_table_description(cursor, table)
            found.append(sorted((one.name, one.type_code, one.null_ok) for one in columns))
            constraints = connection.introspection.get_constraints(cursor, table)
            found.append(
                sorted(
                    repr((name.startswith(("a_", "trial_by")) and name, how))
                    for name, how in constraints.items()
                )
            )
    return found


def made_and_undone(operations: Sequence[Operation]) -> list[object]:
    """What the tables are, before the migration is undone again."""
    one = migration(operations)
    before = ProjectState()
    before.apps  # noqa: B018 - drawn, as when a real migration begins
    with connection.schema_editor() as editor:
        one.apply(before.clone(), editor)
    found = described()
    with connection.schema_editor() as editor:
        one.unapply(before.clone(), editor)
    assert not set(TABLES) & set(connection.introspection.table_names())
    return found


@pytest.mark.django_db(transaction=True)
def test_tables_made_together_are_those_made_one_by_one():
    assert made_and_undone(together(OPERATIONS)) == made_and_undone(OPERATIONS)


def test_what_is_added_to_a_new_table_is_made_with_it_and_the_rest_after_it():
    tables, *rest = together(OPERATIONS)
    assert isinstance(tables, Tables)
    assert [table.name for table in tables.tables] == ["Tree", "Leaf"]
    assert rest == [OPERATIONS[-1]]
    # Not of a table that was there before.
    _, *rest = together(OPERATIONS[1:])
    assert len(rest) == 5
