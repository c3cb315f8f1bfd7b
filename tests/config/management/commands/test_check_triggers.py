import pytest
from django.core.management import CommandError, call_command

from tests.triggers import lifted, tables

pytestmark = pytest.mark.django_db


def test_the_guarded_tables_are_listed(capsys):
    call_command("check_triggers")
    assert capsys.readouterr().out == f"Skyddade: {', '.join(tables())}\n"


def test_a_table_that_lost_its_triggers_is_named(capsys):
    with lifted(), pytest.raises(CommandError, match="append_only"):
        call_command("check_triggers")
    assert "audit_entry_no_update" in capsys.readouterr().err
