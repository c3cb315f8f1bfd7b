"""Reminders: each once, in one letter a day, in each one's language."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.accounts.models import Person
from handslag.core.mail.models import Message
from handslag.domain.promises import services as promises
from handslag.domain.promises.rules.words import Rhythm
from handslag.domain.year.models import Reminder
from handslag.domain.year.services import remind
from handslag.web.words.year import named
from tests import make

TIMER = system("timer")
# A month before the follow-up of 2026, which is due on the last of January.
MORNING = datetime(2026, 12, 31, 6, tzinfo=UTC)


@pytest.fixture
def bound(coordinator, draft, municipal_approver, police_approver, municipality, police):
    """Both parties have promised to follow up, and that the set ends."""
    promises.plan_follow_ups(coordinator, draft, Rhythm.YEAR, function="kommunchefen")
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    Message.objects.all().delete()
    return draft


def sent_at(now: datetime) -> int:
    return remind(TIMER, now=now, naming=named)


def letters() -> list[str]:
    return [f"{one.subject}\n{one.body}" for one in Message.objects.order_by("pk")]


def test_all_that_is_due_goes_in_one_letter(bound, coordinator):
    assert sent_at(MORNING) == 2
    (letter,) = letters()
    assert "2 dagar att hålla är nära" in letter
    assert "Följ upp Medborgarlöfte 2026" in letter
    assert "Medborgarlöfte 2026 tar slut, och inget kommer efter" in letter
    assert "Ansvarig: kommunchefen" in letter
    assert "Om 31 dagar, 31 januari 2027." in letter
    assert f"/arbete/loften/{bound.public_id}/" in letter
    person = Person.objects.get(pk=coordinator.person_id)
    assert Message.objects.get().to == person.email


def test_nobody_is_reminded_twice_of_the_same(bound):
    assert sent_at(MORNING) == 2
    assert sent_at(MORNING) == 0
    assert sent_at(MORNING + timedelta(days=0, hours=3)) == 0
    assert sent_at(MORNING + timedelta(days=1)) == 1  # the set has ended: a day late
    assert sent_at(MORNING + timedelta(days=2)) == 0
    assert Message.objects.count() == 2


def test_what_comes_to_light_later_in_the_day_waits_for_the_morning(
    bound, coordinator, municipality, police
):
    assert sent_at(MORNING) == 2
    late = make.promise_set(coordinator, municipality, police, period="2027")
    promises.add_promise(coordinator, late, make.promise_draft(municipality))
    promises.ask_for_approval(coordinator, late, now=MORNING)
    Message.objects.all().delete()
    assert sent_at(MORNING + timedelta(hours=5)) == 0
    assert sent_at(MORNING + timedelta(days=1)) == 2
    assert Message.objects.count() == 1


def test_a_worker_that_slept_for_months_sends_only_the_latest(bound, liaison_officer):
    assert sent_at(datetime(2027, 3, 1, 6, tzinfo=UTC)) > 0
    steps = Reminder.objects.filter(kind="promises.follow_up").values_list(
        "step", flat=True
    )
    assert sorted(steps) == ["escalated", "late_5"]


def test_the_other_party_is_told_after_four_weeks_of_silence(bound, liaison_officer):
    person = Person.objects.get(pk=liaison_officer.person_id)
    assert sent_at(datetime(2027, 2, 27, 6, tzinfo=UTC))
    theirs = [one for one in letters() if "fyra veckor" in one]
    assert Message.objects.filter(to=person.email).count() == 1
    # The set itself is eight weeks late then: both are in the same letter.
    assert len(theirs) == 1
    Message.objects.all().delete()
    sent_at(datetime(2027, 2, 28, 6, tzinfo=UTC))
    sent_at(datetime(2027, 3, 1, 6, tzinfo=UTC))
    again = Message.objects.filter(to=person.email)
    assert again.count() == 1  # the follow-up, four weeks late on the last of February
    sent_at(datetime(2027, 3, 9, 6, tzinfo=UTC))
    assert Message.objects.filter(to=person.email).count() == 1


def test_each_reads_it_in_their_own_language(bound, coordinator):
    Person.objects.filter(pk=coordinator.person_id).update(language="en")
    sent_at(MORNING)
    (letter,) = letters()
    assert "Follow up Medborgarlöfte 2026" in letter
    assert "In 31 days" in letter


def test_where_nobody_has_the_role_the_published_contact_is_told(bound, municipality):
    municipality.memberships.all().delete()
    municipality.contact_email = "trygghet@lundby.example"
    municipality.save()
    assert sent_at(MORNING) == 2
    assert Message.objects.get().to == "trygghet@lundby.example"


def test_where_nobody_can_be_told_it_is_said_when_somebody_can(bound, municipality):
    municipality.memberships.all().delete()
    assert sent_at(MORNING) == 0
    assert not Reminder.objects.exists()
    make.member(municipality, Role.COORDINATOR)
    assert sent_at(MORNING) == 2


def test_only_the_installation_itself_reminds(bound, coordinator):
    with pytest.raises(ForbiddenError):
        remind(coordinator, now=MORNING, naming=named)


def test_the_database_refuses_the_same_reminder_twice(bound):
    sent_at(MORNING)
    one = Reminder.objects.first()
    assert one is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(
            home=one.home,
            kind=one.kind,
            path=one.path,
            due_on=one.due_on,
            step=one.step,
            sent_at=MORNING,
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE year_reminder SET step = 'months_3'",
        "DELETE FROM year_reminder",
    ],
)
def test_what_was_sent_cannot_be_unsent(bound, statement):
    sent_at(MORNING)
    one = Reminder.objects.first()
    assert one is not None
    with pytest.raises(DatabaseError), transaction.atomic():
        one.delete()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_more_to_remind_of_costs_no_more_questions(
    bound, coordinator, municipality, police, django_assert_max_num_queries
):
    """But for the rows that say so: one for each reminder, with its entry in the log."""
    for year in range(2027, 2033):
        set_ = make.promise_set(coordinator, municipality, police, period=str(year))
        promises.add_promise(coordinator, set_, make.promise_draft(municipality))
        promises.ask_for_approval(coordinator, set_, now=MORNING)
    Message.objects.all().delete()
    with django_assert_max_num_queries(85):
        assert sent_at(datetime(2026, 12, 31, 6, tzinfo=UTC)) == 8
    assert Message.objects.count() == 1
