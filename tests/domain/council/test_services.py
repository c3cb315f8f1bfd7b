"""What can be done in a council, and what cannot."""

from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.mail.models import Message
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.council import queries, services
from handslag.domain.council.models import (
    MeetingSlug,
)
from handslag.domain.council.rules.drafts import (
    CouncilDraft,
    MeetingDraft,
    SeatDraft,
)
from handslag.domain.council.rules.words import (
    Layer,
    SeatPlace,
)
from handslag.domain.organisations.models import Kind, Organisation, Tie
from tests import make
from tests.make import council as papers
from tests.refusing import code_of

DECEMBER = datetime(2026, 12, 3, 12, tzinfo=UTC)


def test_a_new_council_has_a_municipal_chair_and_no_flaw(council, municipality, today):
    chair = queries.seats_now(council, today=today)[0]
    assert (chair.place, chair.organisation) == (SeatPlace.CHAIR, municipality)
    assert queries.standing_flaws(council, today=today) == []
    assert queries.covered(council) == [municipality]


def test_who_has_no_say_in_the_municipality_founds_no_council(
    municipality, elsewhere, reader, liaison_officer
):
    for actor in (elsewhere, reader, liaison_officer):
        with pytest.raises(ForbiddenError):
            papers.council(actor, municipality)


def test_a_body_that_covers_the_municipality_already_becomes_the_council(
    coordinator, municipality
):
    body = make.organisation("Lok Brå", Kind.COUNCIL)
    make.relation(body, Tie.COVERS, municipality)
    assert papers.council(coordinator, municipality).organisation == body


def test_a_council_is_not_led_by_the_police(coordinator, council, police, today):
    (chair,) = [
        one
        for one in queries.seats_now(council, today=today)
        if one.place == SeatPlace.CHAIR
    ]
    draft = SeatDraft(SeatPlace.CHAIR, "lokalpolisområdeschef")

    def hand_over():
        services.save_seat(
            coordinator, chair, draft, organisation=police, revision=chair.revision
        )

    assert code_of(hand_over) == "council.chair_not_municipal"
    chair.refresh_from_db()
    assert chair.organisation == council.home


def test_there_is_one_chair_at_a_time(coordinator, council, municipality):
    draft = SeatDraft(SeatPlace.CHAIR, "oppositionsråd")
    assert (
        code_of(
            lambda: services.add_seat(
                coordinator, council, draft, organisation=municipality
            )
        )
        == "council.two_chairs"
    )


def test_a_name_is_erased_when_the_seat_ends(coordinator, council, police, today):
    seat = papers.seat(
        coordinator, council, police, name="Kim Exempel", email="kim@example.org"
    )
    ended = services.end_seat(coordinator, seat, last_day=today)
    assert (ended.name, ended.email, ended.until) == ("", "", today)
    assert ended.function == "verkställande direktör"


def test_another_municipality_joins_when_both_have_acted(
    coordinator, council, elsewhere, today
):
    other = Organisation.objects.get(pk__in=elsewhere.organisation_ids)
    assert code_of(lambda: services.join(elsewhere, council, other, today=today)) == (
        "council.not_invited"
    )
    papers.seat(coordinator, council, other)
    services.join(elsewhere, council, other, today=today)
    assert other in queries.covered(council)
    assert queries.runs(elsewhere, council)


def test_two_who_change_the_council_lose_nothing(coordinator, council):
    draft = CouncilDraft(name="Trygghetsrådet")
    services.save_council(coordinator, council, draft, revision=1)
    with pytest.raises(ChangedMeanwhileError):
        services.save_council(coordinator, council, draft, revision=1)


def test_the_call_goes_to_every_seat_with_an_address(
    coordinator, council, police, now, today
):
    papers.seat(coordinator, council, police, email="chef@example.org")
    meeting = papers.meeting(coordinator, council, DECEMBER)
    papers.item(coordinator, meeting, "Julhandeln")
    services.call(coordinator, meeting, now=now, today=today)
    (letter,) = Message.objects.filter(to="chef@example.org")
    assert "Julhandeln" in letter.body
    assert "2026-12-03 13.00" in letter.body
    assert "/lundby/radet/2026-12-03/kalender.ics" in letter.body


def test_a_council_without_chair_is_not_called(coordinator, council, now, today):
    chair = queries.seats_now(council, today=today)[0]
    services.end_seat(coordinator, chair, last_day=today - timedelta(days=1))
    meeting = papers.meeting(coordinator, council, DECEMBER)
    assert (
        code_of(lambda: services.call(coordinator, meeting, now=now, today=today))
        == "council.no_chair"
    )


def test_a_meeting_that_is_moved_is_found_at_both_addresses(coordinator, council, now):
    meeting = papers.meeting(coordinator, council, DECEMBER)
    later = MeetingDraft(DECEMBER + timedelta(days=7), place="Kommunhuset")
    moved = services.save_meeting(coordinator, meeting, later, revision=1, now=now)
    assert moved.sequence == 1
    found = MeetingSlug.objects.filter(meeting=meeting).order_by("slug")
    assert [(one.slug, one.current) for one in found] == [
        ("2026-12-03", False),
        ("2026-12-10", True),
    ]


def test_two_meetings_on_a_day_have_an_address_each(coordinator, council):
    for _ in range(2):
        papers.meeting(coordinator, council, DECEMBER)
    slugs = MeetingSlug.objects.values_list("slug", flat=True)
    assert sorted(slugs) == ["2026-12-03", "2026-12-03-2"]


def test_a_meeting_is_not_held_before_its_day(coordinator, council, now, today):
    meeting = papers.meeting(coordinator, council, DECEMBER)
    assert (
        code_of(lambda: services.begin(coordinator, meeting, now=now, today=today))
        == "council.meeting_to_come"
    )


def test_groups_stand_below_the_council_and_below_nothing_else(coordinator, council, now):
    group = services.add_group(
        coordinator, council, layer=Layer.EST, name="EST-gruppen", purpose="", now=now
    )
    assert group.parent == council
    assert (
        code_of(
            lambda: services.add_group(
                coordinator, group, layer=Layer.EST, name="Två", purpose="", now=now
            )
        )
        == "council.group_below"
    )
