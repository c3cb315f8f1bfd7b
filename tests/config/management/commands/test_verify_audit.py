import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from handslag.config.management.commands.verify_audit import SENTENCES
from handslag.core.access import system
from handslag.core.accounts.models import Person
from handslag.core.approvals import verification as approvals
from handslag.core.audit import queries, services, verification
from handslag.core.audit.models import Entry, Seal
from tests.triggers import lifted

pytestmark = pytest.mark.django_db


def verify(*heads: str) -> str:
    said = StringIO()
    call_command("verify_audit", *(f"--head={head}" for head in heads), stdout=said)
    return said.getvalue()


@pytest.fixture
def letter(now, tmp_path) -> str:
    """Three sealed rows, and a letter from then."""
    person = Person.objects.create(email="a@example.org", name="A")
    for _ in range(3):
        services.record(system("test"), "tried", person)
    services.seal_waiting(now=now)
    head = queries.latest_head()
    assert head is not None
    path = tmp_path / "letter.eml"
    path.write_text(f"Hej!\n\n-- \n{head.no}: {head.hash}\n")
    return str(path)


def test_an_empty_log_is_said_to_be_empty():
    assert verify() == "Loggen är tom.\n"


def test_a_whole_log_tells_its_head_and_what_was_not_compared(letter):
    said = verify()
    assert f"till och med sigill 3: {Seal.objects.get(no=3).hash}" in said
    assert "--head" in said


def test_a_head_from_a_letter_is_compared(letter):
    assert "--head" not in verify(letter)
    assert "--head" not in verify(letter, Seal.objects.get(no=1).hash)


def test_another_chain_than_the_letter_s_is_a_fault(letter):
    with pytest.raises(CommandError, match="1 fel"):
        verify(letter, "0" * 64)


def test_a_changed_row_is_named(letter):
    with lifted():
        Entry.objects.filter(seal__no=2).update(action="other")
    said = StringIO()
    with pytest.raises(CommandError, match="Loggen har 1 fel"):
        call_command("verify_audit", stdout=said)
    assert said.getvalue().startswith("En rad eller dess sigill har ändrats: 2 (")


def test_what_holds_no_head_is_refused(tmp_path):
    empty = tmp_path / "empty"
    empty.write_text("Hej!")
    for given in (str(empty), "nonsense"):
        with pytest.raises(CommandError, match="finns inget kedjehuvud"):
            verify(given)


def test_every_finding_has_a_sentence():
    text = "".join(Path(str(one.__file__)).read_text() for one in (approvals, verification))
    assert set(re.findall(r'Finding\("(\w+)"', text)) == set(SENTENCES)
