"""The intruder again: has lifted the triggers, and rewrites what was approved."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from handslag.core.approvals import services, verification
from handslag.core.approvals.models import Version, Vote
from handslag.core.approvals.rules import fingerprint
from tests import triggers
from tests.core.approvals.cast import (
    SOMEONE,
    TOWN,
    approver,
    coordinator,
    round_of,
    version,
    voter,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
OTHER = '{"wording":"Vi finns inte p\u00e5 torget."}'


@pytest.fixture(autouse=True)
def voted() -> Version:
    """A text that one of two parties has said yes to."""
    round_, town = round_of(coordinator()), approver(TOWN)
    services.cast(
        town,
        round_,
        party=TOWN,
        agrees=True,
        reason="",
        voter=voter(town),
        fingerprint=round_.version.fingerprint,
        now=NOW,
    )
    return round_.version


def found(tamper) -> list[str]:
    """What is found after the deed; afterwards it is undone."""
    with triggers.lifted(), transaction.atomic():
        tamper()
        codes = [finding.code for finding in verification.findings()]
        transaction.set_rollback(True)
    return codes


def test_untouched_texts_are_what_they_were():
    assert list(verification.findings()) == []


def test_a_changed_word(voted):
    change = Version.objects.filter(pk=voted.pk)
    assert found(lambda: change.update(content=OTHER)) == ["text_changed"]


def test_a_changed_word_with_its_fingerprint(voted):
    change = Version.objects.filter(pk=voted.pk)
    assert found(lambda: change.update(content=OTHER, fingerprint=fingerprint(OTHER))) == [
        "text_not_in_log",
        "vote_on_another_text",
    ]


def test_a_changed_word_with_its_fingerprint_and_the_votes(voted):
    def tamper():
        Version.objects.filter(pk=voted.pk).update(
            content=OTHER, fingerprint=fingerprint(OTHER)
        )
        Vote.objects.update(fingerprint=fingerprint(OTHER))

    assert found(tamper) == ["text_not_in_log"]


def test_a_text_that_nobody_froze(voted):
    new = Version(
        subject_kind="promise_set",
        subject_id=voted.subject_id,
        number=9,
        content=OTHER,
        fingerprint=fingerprint(OTHER),
    )
    assert found(lambda: new.save(force_insert=True)) == ["text_not_in_log"]


def test_a_text_that_is_gone():
    beside = version(SOMEONE, "Vi finns i parken.")
    gone = Version.objects.filter(pk=beside.pk)
    assert found(gone.delete) == ["text_gone"]
