"""A meeting from its preparation to the one after it."""

import json
from datetime import date

import pytest

from handslag.core.access import ForbiddenError, Role
from handslag.core.audit.models import Entry
from handslag.core.mail.models import Message
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.incidents.models import GroupMember
from handslag.domain.weeks import queries, services
from handslag.domain.weeks.models import Meeting
from handslag.domain.weeks.rules import (
    DecisionDraft,
    FollowUpDraft,
    MeetingDraft,
    PriorityDraft,
    Result,
    TargetDraft,
)
from tests import make
from tests.make import weeks


def test_a_week_is_decided_held_and_followed_up(coordinator, group, housing, now, today):
    meeting = weeks.meeting(coordinator, group)
    first = weeks.priority(coordinator, meeting, "Klotter vid skolan")
    second = weeks.priority(coordinator, meeting, "Buskörning på torget")
    services.move_priority(coordinator, second, up=True)
    target = weeks.target(coordinator, first, housing, "Sanera inom två dygn.")
    services.add_decision(coordinator, meeting, DecisionDraft("Vi ses en timme tidigare."))
    held = weeks.held(coordinator, meeting)
    assert held.version is not None
    content = json.loads(held.version.content)
    assert [one["what"] for one in content["priorities"]] == [
        "Buskörning på torget",
        "Klotter vid skolan",
    ]
    assert content["decisions"] == ["Vi ses en timme tidigare."]
    letter = Message.objects.get(to="kontakt@example.org")
    assert "Sanera inom två dygn." in letter.body
    assert f"/arbete/veckan/{group.public_id}/mote/{held.public_id}/" in letter.body
    words = json.dumps(list(Entry.objects.values_list("details", flat=True)))
    assert "Klotter" not in words

    following = weeks.meeting(coordinator, group, date(2026, 3, 9))
    assert queries.targets_before(following) == [target]
    with pytest.raises(NotAllowedError) as refused:
        weeks.held(coordinator, following)
    assert refused.value.code == "weeks.follow_up_first"
    services.follow_up(
        coordinator,
        following,
        target,
        FollowUpDraft(Result.PARTLY, "Det regnade.", "Mindre klotter."),
        revision=0,
    )
    weeks.held(coordinator, following)
    assert (
        queries.targets_before(weeks.meeting(coordinator, group, date(2026, 3, 16))) == []
    )


def test_what_was_held_is_not_changed(coordinator, group, housing):
    meeting = weeks.meeting(coordinator, group)
    priority = weeks.priority(coordinator, meeting)
    target = weeks.target(coordinator, priority, housing)
    decision = services.add_decision(coordinator, meeting, DecisionDraft("Vi fortsätter."))
    weeks.held(coordinator, meeting)
    draft = MeetingDraft(date(2026, 3, 3), date(2026, 1, 1))
    deeds = [
        lambda: services.save_meeting(coordinator, meeting, draft, revision=0),
        lambda: services.add_priority(coordinator, meeting, PriorityDraft("Nytt")),
        lambda: services.remove_priority(coordinator, priority),
        lambda: services.move_priority(coordinator, priority, up=True),
        lambda: services.save_priority(
            coordinator, priority, PriorityDraft("Nytt"), revision=0
        ),
        lambda: services.add_target(coordinator, priority, TargetDraft(housing.pk, "Mer.")),
        lambda: services.remove_target(coordinator, target),
        lambda: services.save_target(
            coordinator, target, TargetDraft(housing.pk, "Mer."), revision=0
        ),
        lambda: services.save_decision(
            coordinator, decision, DecisionDraft("Nej."), revision=0
        ),
        lambda: services.remove_decision(coordinator, decision),
        lambda: weeks.held(coordinator, meeting),
    ]
    for deed in deeds:
        with pytest.raises(NotAllowedError) as refused:
            deed()
        assert refused.value.code == "weeks.held_already"


def test_only_those_who_lead_the_group_write(
    municipality, liaison_officer, elsewhere, reader, coordinator, group
):
    draft = MeetingDraft(date(2026, 3, 2), date(2026, 2, 23))
    for one in (liaison_officer, elsewhere, reader):
        with pytest.raises(ForbiddenError):
            services.plan_meeting(one, group, draft, now=weeks.NOW)
    reporter = make.member(municipality, Role.REPORTER)
    assert not queries.led_by(reporter, group)
    assert queries.led_by(coordinator, group)


def test_two_who_write_lose_nothing(coordinator, group):
    meeting = weeks.meeting(coordinator, group)
    priority = weeks.priority(coordinator, meeting)
    services.save_priority(coordinator, priority, PriorityDraft("Först"), revision=0)
    with pytest.raises(ChangedMeanwhileError):
        services.save_priority(coordinator, priority, PriorityDraft("Sist"), revision=0)


def test_a_person_in_the_words_and_a_second_plan_are_refused(coordinator, group, elsewhere):
    meeting = weeks.meeting(coordinator, group)
    with pytest.raises(NotAllowedError) as refused:
        services.add_decision(
            coordinator, meeting, DecisionDraft("Ring 070-174 06 05 varje kväll.")
        )
    assert refused.value.code == "weeks.personal_data"
    with pytest.raises(NotAllowedError) as refused:
        weeks.meeting(coordinator, group, date(2026, 3, 9))
    assert refused.value.code == "weeks.one_at_a_time"
    assert Meeting.objects.count() == 1


def test_a_target_and_a_seat_are_for_the_group_alone(coordinator, group, elsewhere):
    (other,) = elsewhere.organisation_ids
    meeting = weeks.meeting(coordinator, group)
    priority = weeks.priority(coordinator, meeting)
    with pytest.raises(NotAllowedError, match="target_of_someone_else"):
        services.add_target(coordinator, priority, TargetDraft(other, "Något."))
    draft = MeetingDraft(date(2026, 3, 2), date(2026, 2, 23), present=(other,))
    with pytest.raises(NotAllowedError, match="not_in_the_group"):
        services.save_meeting(coordinator, meeting, draft, revision=meeting.revision)
    place = make.place(make.municipality("Annan kommun"), "Annat torg")
    with pytest.raises(NotAllowedError, match="place_lies_elsewhere"):
        services.add_priority(coordinator, meeting, PriorityDraft("X", place=place.pk))


def test_a_group_of_several_municipalities_has_one_order(coordinator, group):
    """One list for all of them, whichever municipality a priority lies in."""
    other = make.municipality("Granby kommun")
    GroupMember.objects.create(group=group, organisation=other, since=date(2026, 1, 1))
    place = make.place(other, "Granby torg")
    meeting = weeks.meeting(coordinator, group)
    first = weeks.priority(coordinator, meeting, "Klotter vid skolan")
    away = weeks.priority(coordinator, meeting, "Buskörning", place=place.pk)
    services.move_priority(coordinator, away, up=True)
    weeks.target(coordinator, away, other, "Sätter upp en bom.")
    order = queries.papers_of(meeting).priorities
    assert [one.pk for one in order] == [away.pk, first.pk]
    assert [one.position for one in order] == [1, 2]
