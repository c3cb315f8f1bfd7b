"""Copy what has been migrated, where Django would migrate a new database."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings

from tests import migrated


def instead_of_migrating(connection: Any) -> None:
    """Let the database of the tests be a copy of one that the migrations have made.

    A PostgreSQL that is not the one of `tests.postgres` has none, and migrates.
    """
    creation = connection.creation
    if connection.vendor == "sqlite":
        creation.create_test_db = _Copied(connection, migrated.file())
    elif connection.settings_dict["NAME"] == migrated.PATTERN:
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated.PATTERN
        creation.create_test_db = _Copied(connection)


class _Copied:
    """What Django calls to make the database, and that does not go on to migrate it."""

    def __init__(self, connection: Any, file: Path | None = None) -> None:
        self._connection = connection
        self._file = file  # PostgreSQL copies by itself

    def __call__(
        self,
        verbosity: int = 1,
        autoclobber: bool = False,
        serialize: bool = False,
        keepdb: bool = False,
    ) -> str:
        connection = self._connection
        name: str = connection.creation._get_test_db_name()
        connection.creation._create_test_db(verbosity, autoclobber, keepdb)
        if self._file:
            shutil.copyfile(self._file, name)
        connection.close()
        settings.DATABASES[connection.alias]["NAME"] = name
        connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        return name
