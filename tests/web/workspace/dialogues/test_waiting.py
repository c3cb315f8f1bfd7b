"""What waits for whoever leads dialogues: to invite, who comes, who came, a result."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.domain.dialogues import services
from tests.make import dialogues
from tests.make.dialogues import NOW
from tests.web.pages import opened

HOME = "/arbete/"


def test_one_that_nobody_is_invited_to_waits_when_it_is_near(
    at_work, coordinator, municipality
):
    row = dialogues.dialogue(coordinator, municipality, NOW + timedelta(days=22))
    assert not opened(at_work, HOME).says("Bjud in: Tryggheten i centrum")
    near = dialogues.meeting(NOW + timedelta(days=20))
    services.add_meeting(coordinator, row, near, now=NOW)
    assert opened(at_work, HOME).says("Bjud in: Tryggheten i centrum")


def test_the_week_before_one_sees_how_many_come(at_work, coordinator, municipality):
    meeting = dialogues.open_meeting(
        coordinator, municipality, starts=NOW + timedelta(days=5)
    )
    services.sign_up(meeting, "a@example.org", language="sv", now=NOW)
    page = opened(at_work, HOME)
    assert page.says("Snart: Tryggheten i centrum")
    assert page.says("1 av 20 platser är tagna.")


def test_afterwards_one_says_who_came_and_releases_the_result(
    at_work, coordinator, municipality
):
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    assert opened(at_work, HOME).says("Skriv hur många som kom: Tryggheten i centrum")
    dialogues.coded(coordinator, row, "LJUS", 6)
    row = dialogues.held(coordinator, row)
    page = opened(at_work, HOME)
    assert not page.says("Skriv hur många som kom")
    assert page.says("Släpp resultatet: Tryggheten i centrum")
    assert f"/arbete/dialoger/{row.public_id}/slapp/" in page.links
    dialogues.noted(coordinator, row, "Ring 070-174 06 35")  # waits for a decision
    assert not opened(at_work, HOME).says("Släpp resultatet")


def test_what_is_released_does_not_wait_to_be(at_work, coordinator, municipality):
    dialogues.released(coordinator, municipality)
    assert not opened(at_work, HOME).says("Släpp resultatet")


def test_nobody_elsewhere_sees_that_anything_waits(away, coordinator, municipality):
    dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    assert not opened(away, HOME).says("Tryggheten i centrum")


def test_many_dialogues_cost_no_more_questions(at_work, coordinator, municipality):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            opened(at_work, HOME)
        return len(seen)

    dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    opened(at_work, HOME)
    few = asked()
    for n in range(4):
        dialogues.dialogue(coordinator, municipality, dialogues.PAST, title=f"Nr {n}")
    assert asked() == few
