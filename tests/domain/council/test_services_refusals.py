"""What nobody may do with a council, and the code of the sentence that says so."""

from datetime import datetime, timedelta

from handslag.core.access import Role
from handslag.domain.council import queries, services
from handslag.domain.council.rules.drafts import ItemDraft, MeetingDraft
from handslag.domain.council.rules.words import ItemKind
from tests import make
from tests.make import council as papers
from tests.refusing import code_of


def test_a_council_is_led_by_a_municipality(police):
    officer = make.member(police, Role.COORDINATOR)
    assert code_of(lambda: papers.council(officer, police)) == "council.home_is_municipal"


def test_a_seat_has_a_function(coordinator, council, police):
    assert code_of(lambda: papers.seat(coordinator, council, police, function=" ")) == (
        "council.function_missing"
    )


def test_a_meeting_ends_after_it_began(coordinator, council):
    draft = MeetingDraft(papers.MET, ends_at=papers.MET - timedelta(minutes=5))
    assert code_of(
        lambda: services.plan_meeting(coordinator, council, draft, now=papers.FOUNDED)
    ) == ("council.meeting_ends_first")


def test_an_item_and_a_task_have_words(coordinator, held, municipality):
    assert code_of(
        lambda: services.add_item(coordinator, held, ItemDraft(" ", ItemKind.DECIDE))
    ) == ("council.item_needs_title")
    item = papers.item(coordinator, held)
    assert code_of(lambda: papers.task(coordinator, item, municipality, text=" ")) == (
        "council.task_needs_text"
    )


def test_minutes_are_confirmed_once_and_a_note_has_words(coordinator, council, held, now):
    papers.item(coordinator, held)
    seats = queries.seats_now(council, today=now.date())[:2]
    minutes = services.freeze_minutes(coordinator, held, seats, now=now)
    first, second = queries.adjusters_of(minutes)

    def confirm(adjuster, at: datetime = now) -> None:
        services.record_confirmation(coordinator, adjuster, on=at.date(), now=at)

    confirm(first)
    assert code_of(lambda: confirm(first)) == "council.already_confirmed"
    confirm(second)
    held.refresh_from_db()
    assert code_of(
        lambda: services.add_note(coordinator, held, text=" ", is_internal=False, now=now)
    ) == ("council.note_needs_text")
