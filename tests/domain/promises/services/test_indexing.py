"""What the bank and the search know: what is public now, and not a word more."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.periods import Period
from handslag.core.search import services as search
from handslag.domain.promises import services
from handslag.domain.promises.models import BankEntry, BankSet
from handslag.domain.promises.rules.drafts import OwnerDraft
from handslag.domain.promises.rules.words import AmendmentKind, Part, Rhythm, Verdict
from handslag.domain.promises.services import publishing
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.domain.promises.services.indexing import index_sets, turn_unreported
from tests import make

AFTER = datetime(2027, 2, 1, 9, tzinfo=UTC)


@pytest.fixture
def approve(coordinator, municipal_approver, police_approver, municipality, police):
    def approved(set_):
        both = (municipal_approver, municipality), (police_approver, police)
        make.publish(set_, coordinator, *both)

    return approved


@pytest.fixture
def planned(draft, coordinator, approve):
    """A published set that is to be followed up on 31 January 2027."""
    services.plan_follow_ups(coordinator, draft, Rhythm.YEAR, function="samordnare")
    approve(draft)
    return draft


def found(words: str) -> list[str]:
    return [hit.title for hit in search.find(words, kind="promise")]


def test_a_draft_is_not_in_the_bank(draft):
    assert not BankSet.objects.exists()
    assert found("trygghetsvandringar") == []


def test_what_is_published_is_in_the_bank_with_its_address(published, municipality):
    row = BankSet.objects.get()
    assert (row.origin, row.period, row.version) == ("decided", "2026", 1)
    assert row.fingerprint == published.version.fingerprint
    area = row.areas.get()
    assert (area.municipality, area.slug, area.period) == (municipality, "lundby", "2026")
    entry = row.promises.get()
    assert entry.title == "Minst fyra trygghetsvandringar"
    assert (entry.op, entry.low, entry.unit) == ("min", Decimal(4), "trygghetsvandringar")
    assert (entry.side, entry.owners) == ("municipality", "Lundby kommun")
    assert entry.verdict == Verdict.ONGOING
    assert entry.newest == date(2026, 1, 1)
    assert (entry.ops, entry.activities) == (" min ", "")


def test_what_is_published_is_found_also_when_misspelt(published):
    assert found("trygghetsvandrignar") == ["Minst fyra trygghetsvandringar"]


def test_an_amendment_is_in_the_bank_only_when_all_have_approved(
    published, coordinator, approve, municipality, today
):
    services.begin_amendment(
        coordinator, published, AmendmentKind.REVISION, reason="Fler.", decided_on=today
    )
    promise = published.promises.get()
    words = make.promise_draft(municipality, heading="Minst sju cykelturer")
    services.save_promise(coordinator, promise, words, revision=promise.revision)
    index_sets([published], today=today)
    assert BankEntry.objects.get().title == "Minst fyra trygghetsvandringar"
    assert found("cykelturer") == []

    published.refresh_from_db()
    approve(published)
    assert BankEntry.objects.get().title == "Minst sju cykelturer"
    assert found("cykelturer") == ["Minst sju cykelturer"]


def test_a_promise_that_is_taken_out_is_not_found_any_more(
    published, coordinator, approve, municipality, today
):
    services.begin_amendment(
        coordinator, published, AmendmentKind.REVISION, reason="Färre.", decided_on=today
    )
    old = published.promises.get()
    new = make.promise_draft(municipality, heading="Tänd belysningen", text="Vid ån.")
    services.add_promise(coordinator, published, new)
    services.remove_promise(coordinator, old)
    published.refresh_from_db()
    approve(published)
    assert [entry.title for entry in BankEntry.objects.all()] == ["Tänd belysningen"]
    assert found("fyra") == []


def test_a_withdrawn_set_leaves_the_bank_and_the_search(
    published, coordinator, approve, today
):
    services.begin_amendment(
        coordinator, published, AmendmentKind.WITHDRAWAL, reason="Nytt.", decided_on=today
    )
    published.refresh_from_db()
    approve(published)
    assert not BankSet.objects.exists()
    assert found("trygghetsvandringar") == []


def test_a_follow_up_changes_the_verdict_when_it_is_published(published, coordinator, now):
    follow_up = services.begin_follow_up(
        coordinator, published, period=Period("2026"), now=now
    )
    promise = published.promises.get()
    said = {promise.pk: OutcomeDraft(Verdict.KEPT, "Fem.", amount=Decimal(5))}
    follow_up = services.save_follow_up(coordinator, follow_up, said, revision=1)
    assert BankEntry.objects.get().verdict == Verdict.ONGOING

    services.publish_follow_up(coordinator, follow_up, now=now)
    entry = BankEntry.objects.get()
    assert (entry.verdict, entry.amount, entry.is_silent) == ("kept", Decimal(5), False)


def test_what_nobody_has_reported_turns_the_day_after_it_was_due(planned, municipality):
    assert BankSet.objects.get().due_on == date(2027, 1, 31)
    before = datetime(2027, 1, 31, 12, tzinfo=UTC)
    assert turn_unreported(system("timer"), now=before) == 0
    assert BankEntry.objects.get().verdict == Verdict.ONGOING

    municipality.refresh_from_db()
    revision = municipality.public_revision
    assert turn_unreported(system("timer"), now=AFTER) == 1
    assert BankEntry.objects.get().verdict == Verdict.NOT_REPORTED
    municipality.refresh_from_db()
    assert municipality.public_revision == revision + 1
    assert turn_unreported(system("timer"), now=AFTER) == 0


def test_what_begins_later_turns_on_its_first_day(
    coordinator, municipality, police, approve
):
    coming = make.promise_set(coordinator, municipality, police, period="2999")
    services.add_promise(coordinator, coming, make.promise_draft(municipality))
    approve(coming)
    assert BankEntry.objects.get().verdict == Verdict.NOT_BEGUN
    eve, day = datetime(2998, 12, 31, 12, tzinfo=UTC), datetime(2999, 1, 1, 12, tzinfo=UTC)
    assert turn_unreported(system("timer"), now=eve) == 0
    assert turn_unreported(system("timer"), now=day) == 1
    assert BankEntry.objects.get().verdict == Verdict.ONGOING
    assert turn_unreported(system("timer"), now=day) == 0


def test_what_was_never_planned_turns_when_the_period_is_over(published):
    assert turn_unreported(system("timer"), now=datetime(2026, 12, 31, tzinfo=UTC)) == 0
    assert turn_unreported(system("timer"), now=AFTER) == 1
    assert BankEntry.objects.get().verdict == Verdict.NOT_REPORTED
    assert turn_unreported(system("timer"), now=AFTER) == 0


def test_whose_promise_it_is_follows_those_who_answer_and_not_those_who_help(
    coordinator, municipality, police, draft, approve
):
    helped = make.promise_draft(
        municipality,
        owners=(
            OwnerDraft(municipality.pk, Part.OWNER),
            OwnerDraft(police.pk, Part.SUPPORTING),
        ),
    )
    services.add_promise(coordinator, draft, helped)
    approve(draft)
    assert {entry.side for entry in BankEntry.objects.all()} == {"municipality"}


def test_what_was_answered_before_its_day_is_not_late_when_the_day_passes(
    planned, coordinator, now
):
    begun = services.begin_follow_up(
        coordinator, planned, period=Period("2026"), planned=planned.plan.get(), now=now
    )
    said = {planned.promises.get().pk: OutcomeDraft(Verdict.ONGOING, "Snart.")}
    begun = services.save_follow_up(coordinator, begun, said, revision=begun.revision)
    services.publish_follow_up(coordinator, begun, now=now)
    assert BankSet.objects.get().due_on is None


def test_only_the_timer_turns_what_is_due(planned, coordinator):
    with pytest.raises(ForbiddenError):
        turn_unreported(coordinator, now=AFTER)


def test_a_summary_of_somebody_s_page_never_turns(municipality):
    make.retold(municipality, "Fler poliser i centrum.", "Tätare kontroller.")
    assert turn_unreported(system("timer"), now=AFTER) == 0
    assert {entry.verdict for entry in BankEntry.objects.all()} == {"unknown"}
    assert BankSet.objects.get().due_on is None


def test_indexing_again_changes_nothing(published, today):
    before = list(BankEntry.objects.values_list("public_id", "title", "verdict"))
    index_sets([published, published], today=today)
    assert list(BankEntry.objects.values_list("public_id", "title", "verdict")) == before
    assert found("trygghetsvandringar") == ["Minst fyra trygghetsvandringar"]


def test_a_joint_set_is_one_set_with_two_addresses(municipality, now, today):
    other = make.municipality("Sjövik kommun")
    set_ = make.retold(municipality)
    set_.areas.create(municipality=other, position=1)
    publishing.publish(system("import"), set_, make.frozen(set_), now=now)
    row = BankSet.objects.get()
    assert [area.slug for area in row.areas.all()] == ["lundby", "sjovik"]
    assert row.promises.count() == 1


def test_who_answers_is_named_and_who_helps_is_not(
    draft, coordinator, approve, municipality, police
):
    friends = make.organisation("Lundby vänner")
    owners = (
        OwnerDraft(municipality.pk),
        OwnerDraft(police.pk, Part.JOINT),
        OwnerDraft(friends.pk, Part.SUPPORTING),
    )
    words = make.promise_draft(municipality, heading="Tillsammans", owners=owners)
    services.add_promise(coordinator, draft, words)
    approve(draft)
    entry = BankEntry.objects.get(title="Tillsammans")
    assert entry.side == "together"
    assert entry.owners == "Lundby kommun, Lokalpolisområde Lundby"


def test_a_count_too_small_to_show_is_not_in_the_bank(
    draft, coordinator, approve, municipality, now
):
    promise = draft.promises.get()
    words = make.promise_draft(municipality, is_sensitive=True)
    services.save_promise(coordinator, promise, words, revision=promise.revision)
    draft.refresh_from_db()
    approve(draft)
    follow_up = services.begin_follow_up(coordinator, draft, period=Period("2026"), now=now)
    said = {promise.pk: OutcomeDraft(Verdict.KEPT, "Tre.", amount=Decimal(3))}
    follow_up = services.save_follow_up(coordinator, follow_up, said, revision=1)
    services.publish_follow_up(coordinator, follow_up, now=now)
    assert BankEntry.objects.get().amount is None
