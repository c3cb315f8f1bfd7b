"""Places at a meeting: taken, given back, reminded of, forgotten."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from handslag.core.access import system
from handslag.core.audit.models import Entry
from handslag.core.mail.models import Message
from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues import queries, services
from handslag.domain.dialogues.models import SignUp
from tests.make import dialogues
from tests.refusing import code_of
from tests.together import at_once


def sign_up(meeting, email="Anna@example.org", now=dialogues.NOW):
    return services.sign_up(meeting, email, language="sv", now=now)


def test_who_takes_a_place_gets_a_letter_and_can_give_it_back(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality)
    before = Entry.objects.count()
    row = sign_up(meeting)
    sign_up(meeting, "anna@example.org ")
    letter = Message.objects.get(to="anna@example.org")
    # Not made anew: what is signed a second later is another.
    (token,) = re.findall(r"/lundby/delta/avboka/([^/]+)/", letter.body)
    assert queries.sign_up_of(token) == row
    assert f"{meeting.public_id}.ics" in letter.body
    assert "fredag 20 mars 2026, 18.00–20.00" in letter.body
    # Who comes to a dialogue is nobody's business: the log says nothing of it.
    assert Entry.objects.count() == before
    services.give_back(token)
    assert not SignUp.objects.exists()
    refused = code_of(lambda: services.give_back(token))
    assert refused == "dialogues.no_such_place"
    assert queries.sign_up_of(f"{token}x") is None


def test_no_more_than_there_are_places_for(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality, slots=1)
    sign_up(meeting)
    assert code_of(lambda: sign_up(meeting, "b@example.org")) == "dialogues.is_full"


@pytest.mark.django_db(transaction=True)
def test_two_who_take_the_last_place_at_the_same_moment(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality, slots=3)
    sign_up(meeting)
    answers = at_once(*(lambda n=n: sign_up(meeting, f"{n}@example.org") for n in range(6)))
    refused = [one for one in answers if isinstance(one, NotAllowedError)]
    assert [one.code for one in refused] == ["dialogues.is_full"] * 4
    assert SignUp.objects.count() == 3


def test_one_signs_up_for_what_is_open_and_lies_ahead(coordinator, municipality):
    planned = dialogues.dialogue(coordinator, municipality).meetings.get()
    assert code_of(lambda: sign_up(planned)) == "dialogues.not_open"
    meeting = dialogues.open_meeting(coordinator, municipality)
    begun = meeting.starts + timedelta(minutes=1)
    assert code_of(lambda: sign_up(meeting, now=begun)) == "dialogues.has_begun"
    free = dialogues.open_meeting(coordinator, municipality, slots=None)
    assert code_of(lambda: sign_up(free)) == "dialogues.not_open"


def test_a_reminder_comes_two_days_before_and_once(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality)
    sign_up(meeting)
    timer = system("timer")
    early = meeting.starts - timedelta(hours=49)
    assert services.remind(timer, now=early) == 0
    late = meeting.starts - timedelta(hours=47)
    assert services.remind(timer, now=late) == 1
    assert services.remind(timer, now=late) == 0
    subjects = [one.subject for one in Message.objects.order_by("pk")]
    assert subjects == ["Din plats: Tryggheten i centrum", "Snart: Tryggheten i centrum"]


def test_the_address_is_forgotten_a_week_after(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality)
    sign_up(meeting)
    timer = system("timer")
    still = meeting.ends + timedelta(days=7)
    assert services.forget_sign_ups(timer, now=still) == 0
    assert services.forget_sign_ups(timer, now=still + timedelta(seconds=1)) == 1


def test_who_has_a_place_hears_when_it_is_moved_or_called_off(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality)
    sign_up(meeting)
    draft = dialogues.meeting(dialogues.SOON, slots=None)

    def save(wanted):
        return services.save_meeting(
            coordinator, meeting, wanted, revision=meeting.revision, now=dialogues.NOW
        )

    assert code_of(lambda: save(draft)) == "dialogues.places_are_taken"
    meeting = save(replace(draft, slots=5, where="Biblioteket"))
    assert "Biblioteket" in Message.objects.latest("pk").body
    later = dialogues.meeting(dialogues.SOON + timedelta(days=7))
    services.add_meeting(coordinator, meeting.dialogue, later, now=dialogues.NOW)
    services.call_off(coordinator, meeting, now=dialogues.NOW)
    last = Message.objects.latest("pk")
    assert last.subject == "Inställt: Tryggheten i centrum"
    assert not SignUp.objects.exists()


def test_where_it_is_full_nobody_learns_who_has_a_place(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality, slots=1)
    sign_up(meeting)
    assert code_of(lambda: sign_up(meeting)) == "dialogues.is_full"


def test_who_takes_a_place_the_day_before_has_one_letter_and_not_two(
    coordinator, municipality
):
    meeting = dialogues.open_meeting(coordinator, municipality)
    late = meeting.starts - timedelta(hours=20)
    sign_up(meeting, now=late)
    assert services.remind(system("timer"), now=late + timedelta(hours=1)) == 0
    assert Message.objects.count() == 1


def test_a_meeting_that_was_called_off_meanwhile_has_no_places(coordinator, municipality):
    meeting = dialogues.open_meeting(coordinator, municipality)
    later = dialogues.meeting(dialogues.SOON + timedelta(days=1))
    services.add_meeting(coordinator, meeting.dialogue, later, now=dialogues.NOW)
    services.call_off(coordinator, meeting, now=dialogues.NOW)
    assert code_of(lambda: sign_up(meeting)) == "dialogues.not_open"
