"""Many new tables at once, so that a new installation stands in seconds.

After each operation of a migration Django draws anew every model that hangs together
with the one it concerned, and in Handslag nearly all do: that was four fifths of
the time it took to make an empty database. A migration that says
`operations = together(...)` has its tables, with what is added to them further down in the
same list, made as one operation. What the tables become is the same, so it may be said
of a migration that has long been applied.
"""

from collections.abc import Sequence
from typing import cast

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.operations.fields import AddField
from django.db.migrations.operations.models import AddConstraint, AddIndex, CreateModel
from django.db.migrations.state import ProjectState


class Tables(Operation):
    """Make these tables, which may point at each other."""

    category = OperationCategory.ADDITION
    reversible = True

    def __init__(self, tables: Sequence[CreateModel]) -> None:
        self.tables = tuple(tables)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models are drawn when somebody asks for them: once, with all that is new."""
        state.__dict__.pop("apps", None)
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for table in reversed(self.tables):
            table.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create tables {', '.join(table.name for table in self.tables)}"


def together(operations: Sequence[Operation]) -> list[Operation]:
    """The same operations: first all new tables with what is added to them, then the rest.

    The rest must not have been needed by the tables: it changes tables that were there
    before, or guards those that are new.
    """
    tables: dict[str, CreateModel] = {}
    rest: list[Operation] = []
    for operation in operations:
        if isinstance(operation, CreateModel):
            tables[operation.name_lower] = operation
        elif isinstance(operation, AddField | AddConstraint | AddIndex) and (
            table := tables.get(operation.model_name_lower)
        ):
            (whole,) = cast("list[CreateModel]", table.reduce(operation, app_label=""))
            tables[table.name_lower] = whole
        else:
            rest.append(operation)
    return [Tables(tuple(tables.values())), *rest]
