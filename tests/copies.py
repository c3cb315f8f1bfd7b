"""Copy what has been migrated, where Django would migrate a new database."""

import shutil
from typing import Any

from django.conf import settings

from tests import migrated


def instead_of_migrating(connection: Any) -> None:
    """Let the database of the tests be a copy of one that the migrations have made."""
    if connection.vendor != "sqlite":  # PostgreSQL is new in each run
        return
    creation = connection.creation
    kept = migrated.file()

    def create_test_db(
        verbosity: int = 1,
        autoclobber: bool = False,
        serialize: bool = False,
        keepdb: bool = False,
    ) -> str:
        name: str = creation._get_test_db_name()
        creation._create_test_db(verbosity, autoclobber, keepdb)
        shutil.copyfile(kept, name)
        connection.close()
        settings.DATABASES[connection.alias]["NAME"] = name
        connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        return name

    creation.create_test_db = create_test_db
