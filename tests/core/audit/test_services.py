from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from uuid import uuid4

import pytest
from django.db import connection, transaction

from handslag.core.access import ANYONE, Actor, system
from handslag.core.accounts.models import Person
from handslag.core.approvals.models import Version
from handslag.core.audit import queries, rules, services, verification
from handslag.core.audit.models import DayHead, Entry, Seal, Unsealed
from handslag.core.audit.services import record, seal_waiting
from tests.together import at_once

ANNA = Actor(name="Anna Andersson", person_id=7)


@pytest.fixture
def person(db) -> Person:
    return Person.objects.create(email="a@example.org", name="Anna Andersson")


def note(person: Person, action: str = "tried") -> Entry:
    with transaction.atomic():
        return record(ANNA, action, person)


def sealed_in_order() -> list[int]:
    return list(Seal.objects.order_by("no").values_list("entry_id", flat=True))


def test_a_row_says_who_did_what_to_which_thing_and_for_whom(person):
    entry = record(ANNA, "approved", person, on_behalf=12, party=3, code="a_b", none=None)
    entry.refresh_from_db()
    assert (entry.actor_kind, entry.actor_key, entry.on_behalf) == ("person", "7", 12)
    assert (entry.action, entry.subject_kind) == ("approved", "accounts.person")
    assert entry.subject_id == str(person.pk)
    assert entry.details == {"party": 3, "code": "a_b", "none": None}
    assert list(queries.about(person)) == [entry]


def test_a_thing_with_an_address_is_known_by_it(db):
    version = Version(pk=5, public_id=uuid4(), subject_id=uuid4(), number=1)
    assert record(ANNA, "frozen", version).subject_id == str(version.public_id)


def test_no_name_is_written_down(person):
    entry = record(ANNA, "tried", person)
    assert "Anna" not in str(entry.facts())


@pytest.mark.parametrize(
    ("actor", "key"),
    [
        (system("seal"), "seal"),
        (ANYONE, ""),
        (Actor(name="x", kind="link", key="0190-ab"), "0190-ab"),
    ],
)
def test_tasks_links_and_strangers_are_known_by_their_code(person, actor, key):
    entry = record(actor, "tried", person)
    assert (entry.actor_kind, entry.actor_key) == (actor.kind, key)


def test_nobody_in_particular_is_refused(person):
    with pytest.raises(ValueError, match="without a number"):
        record(Actor(name="Anna"), "tried", person)


@pytest.mark.parametrize(
    "actor", [replace(ANNA, kind="Anna Andersson"), replace(ANNA, key="Anna Andersson")]
)
def test_an_actor_s_name_does_not_slip_in_as_a_code(person, actor):
    with pytest.raises(TypeError, match="ids and codes"):
        record(actor, "tried", person)


def test_text_is_refused_as_action_and_as_detail(person):
    with pytest.raises(TypeError, match="ids and codes"):
        record(ANNA, "Has approved", person)
    with pytest.raises(TypeError, match="ids and codes"):
        record(ANNA, "approved", person, reason="It is fine.")


def test_a_thing_that_is_not_saved_cannot_be_written_about(db):
    with pytest.raises(ValueError, match="Save the thing"):
        record(ANNA, "tried", Person(name="A"))


@pytest.mark.django_db(transaction=True)
def test_the_log_is_written_in_the_deed_s_own_transaction():
    person = Person.objects.create(email="a@example.org", name="A")
    with pytest.raises(RuntimeError, match="inside the transaction"):
        record(ANNA, "tried", person)
    with transaction.atomic():
        record(ANNA, "tried", person)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    assert not Unsealed.objects.exists()


def test_every_column_is_under_the_seal():
    columns = {field.attname for field in Entry._meta.concrete_fields}
    assert set(Entry(at=datetime(2026, 1, 1, tzinfo=UTC)).facts()) == columns


def test_sealing_chains_what_was_written(person, now):
    entries = [note(person) for _ in range(3)]
    assert seal_waiting(now=now) == 3
    assert seal_waiting(now=now) == 0
    first, second, third = Seal.objects.order_by("no")
    assert (first.no, first.previous) == (1, rules.FIRST)
    assert (second.previous, third.previous) == (first.hash, second.hash)
    assert sealed_in_order() == [entry.pk for entry in entries]
    assert not Unsealed.objects.exists()
    assert queries.latest_head() == rules.Head(3, third.hash)


def test_many_rows_are_sealed_in_several_turns(person, now):
    for _ in range(7):
        note(person)
    assert [seal_waiting(now=now, most=3) for _ in range(4)] == [3, 3, 1, 0]
    assert list(verification.findings(now=now)) == []


def test_a_row_that_appears_late_with_a_low_number_is_not_passed_over(person, now):
    late, early = note(person), note(person)
    Unsealed.objects.filter(pk=late.pk).delete()  # as if not committed yet
    assert seal_waiting(now=now) == 1
    Unsealed.objects.create(entry=late)
    assert seal_waiting(now=now) == 1
    assert sealed_in_order() == [early.pk, late.pk]
    assert list(verification.findings(now=now)) == []


@pytest.mark.django_db(transaction=True)
def test_a_row_that_commits_late_is_sealed_when_it_is_seen(now):
    """On PostgreSQL for real: the lower id belongs to the slower transaction."""
    person = Person.objects.create(email="a@example.org", name="A")
    begun, go_on = Event(), Event()
    slow: list[int] = []

    def slowly() -> None:
        with transaction.atomic():
            slow.append(record(ANNA, "slow", person).pk)
            begun.set()
            go_on.wait(10)
        connection.close()

    thread = Thread(target=slowly)
    thread.start()
    assert begun.wait(10)
    if connection.vendor == "sqlite":  # one writer at a time: nothing can overtake
        go_on.set()
        thread.join()
    quick = note(person).pk
    seal_waiting(now=now)
    go_on.set()
    thread.join()
    seal_waiting(now=now)
    assert quick > slow[0]
    expected = [slow[0], quick] if connection.vendor == "sqlite" else [quick, slow[0]]
    assert sealed_in_order() == expected
    assert list(verification.findings(now=now)) == []


@pytest.mark.django_db(transaction=True)
def test_two_who_seal_at_once_take_turns_while_others_write(now):
    person = Person.objects.create(email="a@example.org", name="A")

    def write() -> int:
        return sum(bool(note(person)) for _ in range(25))

    def seal() -> int:
        return sum(seal_waiting(now=now, most=7) for _ in range(10))

    wrote = at_once(write, write, write, seal, seal, seal)
    assert [result for result in wrote if isinstance(result, Exception)] == []
    seal_waiting(now=now)
    assert Seal.objects.count() == 75
    assert list(verification.findings(now=now)) == []


def test_the_first_sealing_of_a_day_keeps_the_head_of_the_day_before(person, now):
    note(person)
    seal_waiting(now=now)
    assert queries.day_heads() == []
    head = queries.latest_head()
    assert not queries.is_sealing_due(now + timedelta(hours=13))
    assert queries.is_sealing_due(now + timedelta(hours=14))  # 00.00 in Stockholm
    seal_waiting(now=now + timedelta(hours=14))
    assert not queries.is_sealing_due(now + timedelta(hours=14))
    (published,) = queries.day_heads()
    assert published.day == now.date()
    assert rules.Head(published.no, published.hash) == head


def test_days_without_deeds_have_no_head(person, now):
    for days in (0, 5, 9):
        note(person)
        seal_waiting(now=now + timedelta(days=days))
    assert [head.day.day for head in queries.day_heads()] == [7, 2]
    assert DayHead.objects.count() == 2


def test_a_clock_that_is_put_back_moves_no_seal(person, now):
    note(person)
    seal_waiting(now=now)
    note(person)
    seal_waiting(now=now - timedelta(days=1))
    assert {seal.sealed_at for seal in Seal.objects.all()} == {now}
    assert list(verification.findings(now=now)) == []


def test_sealing_is_due_when_something_waits(person, now):
    assert not queries.is_sealing_due(now)
    note(person)
    assert queries.is_sealing_due(now)
    services.seal_waiting(now=now)
    assert not queries.is_sealing_due(now)


def test_the_log_of_several_things_is_one_list_the_latest_first(person):
    other = Person.objects.create(email="b@example.org", name="B")
    third = Person.objects.create(email="c@example.org", name="C")
    first, second = note(person), note(other)
    note(third)
    assert list(queries.about_any([person, other])) == [second, first]
    assert not queries.about_any([]).exists()
