"""What is never changed is kept so by the database, whatever the migrations have done."""

import pytest
from django.apps import apps
from django.db import connection

from handslag.core.audit import triggers

# Django rebuilds a changed table on SQLite, and the triggers of the old one are gone.
PROMISE = "Never changed."


@pytest.mark.django_db
def test_no_migration_has_dropped_a_trigger():
    assert triggers.append_only_tables(connection)
    assert triggers.missing(connection) == []


@pytest.mark.django_db
def test_a_model_that_says_it_is_never_changed_has_its_triggers():
    protected = triggers.append_only_tables(connection)
    said = [model for model in apps.get_models() if PROMISE in (model.__doc__ or "")]
    assert said
    assert [one._meta.label for one in said if one._meta.db_table not in protected] == []
