"""The intruder: has lifted the triggers, and changes what was written."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from handslag.core.access import Actor
from handslag.core.accounts.models import Person
from handslag.core.audit import queries, rules, services, triggers, verification
from handslag.core.audit.models import DayHead, Entry, Seal, Unsealed
from handslag.core.audit.rules import Head

pytestmark = pytest.mark.django_db
ANNA = Actor(name="Anna", person_id=7)
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def chain(db) -> list[int]:
    """Nine rows, three a day; the heads of the first two days are kept."""
    person = Person.objects.create(email="a@example.org", name="A")
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        for action in ("first", "second", "third"):
            services.record(ANNA, action, person, on_behalf=4, party=3)
        services.seal_waiting(now=day)
    return list(Entry.objects.order_by("pk").values_list("pk", flat=True))


def found(
    tamper: Callable[[], object], *, outside: Sequence[Head] = (), now: datetime = MONDAY
) -> set[str]:
    """What is found after the deed; afterwards it is undone."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for table in triggers.append_only_tables(connection):
                for statement in triggers.removal(connection, table):
                    cursor.execute(statement)
        tamper()
        codes = {
            finding.code for finding in verification.findings(now=now, outside=outside)
        }
        transaction.set_rollback(True)
    return codes - {"trigger_missing"}


def entry(no: int) -> Entry:
    return Entry.objects.get(seal__no=no)


def places(code: str) -> list[str]:
    findings = verification.findings(now=MONDAY)
    return [finding.place for finding in findings if finding.code == code]


def recompute() -> None:
    """What someone with the code and all rights on the tables can do."""
    previous = rules.FIRST
    for no, seal in enumerate(Seal.objects.order_by("no"), start=1):
        hash_ = rules.seal_hash(
            no=no, previous=previous, sealed_at=seal.sealed_at, entry=seal.entry.facts()
        )
        Seal.objects.filter(no=seal.no).update(no=no, previous=previous, hash=hash_)
        previous = hash_
    for head in DayHead.objects.all():
        seals = Seal.objects.filter(sealed_at__date=head.day).order_by("-no")
        last = seals.first()
        if last is None:
            head.delete()
        else:
            DayHead.objects.filter(pk=head.pk).update(no=last.no, hash=last.hash)


def test_an_untouched_log_is_whole():
    assert list(verification.findings(now=MONDAY)) == []
    assert found(lambda: None) == set()


def test_triggers_that_are_gone_are_named():
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(triggers.removal(connection, "audit_seal")[0])
        assert places("trigger_missing") == ["audit_seal_no_update"]
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "change",
    [
        {"at": MONDAY},
        {"actor_kind": "system"},
        {"actor_key": "8"},
        {"on_behalf": None},
        {"on_behalf": 5},
        {"action": "other"},
        {"subject_kind": "other"},
        {"subject_id": "other"},
        {"details": {}},
        {"details": {"party": 4}},
        {"details": {"party": "3"}},
        {"details": {"party": 3, "more": None}},
    ],
)
@pytest.mark.parametrize("no", [1, 5, 9])
def test_a_changed_row(no, change):
    pk = entry(no).pk
    assert found(lambda: Entry.objects.filter(pk=pk).update(**change)) == {"entry_changed"}


def test_each_column_was_tried():
    tried = {"at", "actor_kind", "actor_key", "on_behalf", "action", "details"}
    tried |= {"subject_kind", "subject_id"}
    assert {field.attname for field in Entry._meta.concrete_fields} == tried | {"id"}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"previous": "0" * 64}, {"chain_broken", "entry_changed"}),
        ({"hash": "0" * 64}, {"chain_broken", "entry_changed"}),
        ({"sealed_at": TUESDAY + timedelta(seconds=1)}, {"entry_changed"}),
    ],
)
def test_a_changed_seal(change, codes):
    assert found(lambda: Seal.objects.filter(no=5).update(**change)) == codes


def test_a_seal_moved_to_another_row():
    def tamper() -> None:
        spare = Entry.objects.create(actor_kind="a", action="a", subject_id="1")
        Seal.objects.filter(no=5).update(entry=spare)

    assert found(tamper) == {"entry_changed", "entry_inserted"}


@pytest.mark.parametrize("no", [1, 5, 9])
def test_a_deleted_row(no):
    pk = entry(no).pk
    codes = found(lambda: Entry.objects.filter(pk=pk)._raw_delete("default"))
    assert codes == {"entry_missing"}


@pytest.mark.parametrize("no", [1, 5])
def test_a_row_deleted_with_its_seal(no):
    pk = entry(no).pk

    def tamper() -> None:
        Seal.objects.filter(no=no).delete()
        Entry.objects.filter(pk=pk).delete()

    assert found(tamper) == {"seals_missing", "chain_broken"}


def test_a_row_deleted_with_its_seal_and_the_rest_renumbered():
    pk = entry(5).pk

    def tamper() -> None:
        Seal.objects.filter(no=5).delete()
        Entry.objects.filter(pk=pk).delete()
        for no in range(6, 10):
            Seal.objects.filter(no=no).update(no=no - 1)

    assert {"chain_broken", "entry_changed", "head_differs"} <= found(tamper)


def test_an_inserted_row():
    assert found(
        lambda: Entry.objects.create(actor_kind="person", action="x", subject_id="1")
    ) == {"entry_inserted"}


def test_a_row_inserted_between_two():
    def tamper() -> None:
        spare = Entry.objects.create(actor_kind="a", action="a", subject_id="1")
        for no in range(9, 4, -1):
            Seal.objects.filter(no=no).update(no=no + 1)
        before = Seal.objects.get(no=4)
        Seal.objects.create(
            no=5,
            entry=spare,
            previous=before.hash,
            hash=rules.seal_hash(
                no=5, previous=before.hash, sealed_at=before.sealed_at, entry=spare.facts()
            ),
            sealed_at=before.sealed_at,
        )

    assert {"chain_broken", "entry_changed", "head_differs"} <= found(tamper)


def test_two_rows_that_changed_places():
    def tamper() -> None:
        one, other = entry(4), entry(5)
        for row, source in ((one.pk, other), (other.pk, one)):
            Entry.objects.filter(pk=row).update(action=source.action, at=source.at)

    assert found(tamper) == {"entry_changed"}


def test_two_seals_that_changed_places():
    def tamper() -> None:
        for old, new in ((4, 99), (5, 4), (99, 5)):
            Seal.objects.filter(no=old).update(no=new)

    assert found(tamper) == {"chain_broken", "entry_changed"}


def cut(after: int) -> None:
    gone = list(Seal.objects.filter(no__gt=after).values_list("entry_id", flat=True))
    Seal.objects.filter(no__gt=after).delete()
    Entry.objects.filter(pk__in=gone).delete()


def test_a_tail_cut_off_before_the_head_of_a_day():
    assert found(lambda: cut(5)) == {"tail_cut"}
    assert found(lambda: cut(0)) == {"tail_cut"}


def test_a_tail_cut_off_today_shows_only_against_a_head_kept_elsewhere():
    latest = queries.latest_head()
    assert latest is not None
    assert found(lambda: cut(7)) == set()
    assert found(lambda: cut(7), outside=[latest]) == {"tail_cut"}
    assert found(lambda: cut(7), outside=[Head(None, latest.hash)]) == {"head_unknown"}


def test_a_tail_cut_off_with_the_heads_of_its_days():
    def tamper() -> None:
        cut(4)
        DayHead.objects.filter(no__gt=4).delete()

    (tuesday, monday) = queries.day_heads()
    assert found(tamper) == set()
    assert found(tamper, outside=[Head(tuesday.no, tuesday.hash)]) == {"tail_cut"}
    assert found(tamper, outside=[Head(monday.no, monday.hash)]) == set()


def test_everything_gone():
    def tamper() -> None:
        cut(0)
        DayHead.objects.all().delete()

    latest = queries.latest_head()
    assert latest is not None
    assert found(tamper, outside=[latest]) == {"tail_cut"}


def test_a_whole_chain_computed_anew_shows_only_against_a_head_kept_elsewhere():
    def tamper() -> None:
        Entry.objects.filter(seal__no=2).update(action="other")
        recompute()

    latest = queries.latest_head()
    assert latest is not None
    assert found(tamper) == set()
    assert found(tamper, outside=[latest]) == {"head_differs"}
    assert found(tamper, outside=[Head(None, latest.hash)]) == {"head_unknown"}


def test_a_row_taken_out_and_the_whole_chain_computed_anew():
    def tamper() -> None:
        pk = entry(2).pk
        Seal.objects.filter(no=2).delete()
        Entry.objects.filter(pk=pk).delete()
        recompute()

    latest = queries.latest_head()
    assert latest is not None
    assert found(tamper) == set()
    assert found(tamper, outside=[latest]) == {"tail_cut"}


def test_a_chain_computed_anew_without_the_heads_of_the_days():
    def tamper() -> None:
        Entry.objects.filter(seal__no=2).update(action="other")
        heads = list(DayHead.objects.all())
        recompute()
        for head in heads:
            DayHead.objects.filter(pk=head.pk).update(no=head.no, hash=head.hash)

    assert found(tamper) == {"head_differs"}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"hash": "0" * 64}, {"head_differs"}),
        ({"no": 2}, {"head_differs"}),
        ({"day": MONDAY.date() - timedelta(days=1)}, {"head_missing"}),
    ],
)
def test_a_changed_head_of_a_day(change, codes):
    assert found(lambda: DayHead.objects.filter(no=3).update(**change)) == codes


def test_a_head_of_a_day_that_is_gone():
    assert found(lambda: DayHead.objects.filter(no=3).delete()) == {"head_missing"}


def test_a_row_that_waits_for_too_long(chain):
    def tamper() -> None:
        waiting = Entry.objects.create(actor_kind="a", action="a", subject_id="1")
        Unsealed.objects.create(entry=waiting)

    assert found(tamper) == set()
    assert found(tamper, now=LATER) == {"entry_late"}


def test_a_sealed_row_put_back_in_the_queue(chain):
    assert found(lambda: Unsealed.objects.create(entry_id=chain[0])) == {
        "entry_queued_again"
    }


def test_a_row_that_is_no_longer_readable():
    if connection.vendor == "sqlite":  # stores any text in any column

        def tamper() -> None:
            with connection.cursor() as cursor:
                cursor.execute("UPDATE audit_entry SET at = 'x' WHERE action = 'first'")
                cursor.execute(f"UPDATE audit_entry SET at = {no_date} WHERE id = 5")
                cursor.execute(f"UPDATE audit_seal SET sealed_at = {no_date} WHERE no = 9")

        no_date = "'2026-13-45 10:00:00'"
        assert found(tamper) == {"entry_changed", "seal_unreadable"}


def test_heads_kept_elsewhere_agree_with_an_untouched_log():
    heads = [Head(seal.no, seal.hash) for seal in Seal.objects.all()]
    heads += [Head(None, seal.hash) for seal in Seal.objects.all()]
    assert list(verification.findings(now=MONDAY, outside=heads)) == []
