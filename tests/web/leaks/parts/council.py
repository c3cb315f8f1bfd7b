"""What a council keeps to itself: names, addresses, internal items, unpublished minutes."""

from datetime import UTC, datetime
from uuid import uuid4

from handslag.core.access import Actor, Role
from handslag.domain.council import queries, services
from handslag.domain.council.models import Council, MinutesNote, Seat
from handslag.domain.council.rules.drafts import Came, ItemDraft, MinuteDraft, TaskDraft
from handslag.domain.council.rules.words import ItemKind, Layer, Presence, TaskState
from tests import make
from tests.make import council as papers
from tests.web.matrix.world import World

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SEED = "hemligtord"  # as tests/web/leaks/planting.py searches for it

OPEN = {
    "council.Council": "public: what a council says of itself",
    "council.MeetingSlug": "public: addresses",
    "council.Adjuster": "public with the minutes: functions",
    "council.Meeting": "the day and place of an internal meeting are planted below",
    "council.Attendance": "public with the minutes: functions",
}


def planted() -> str:
    """A word of its own, that nobody has written before."""
    return f"{SEED}{uuid4().hex[:12]}"


def plant(actor: Actor, world: World) -> None:
    """Published minutes with an internal item, and a meeting that is not public at all."""
    home = world.municipality
    leader = make.member(home, Role.COORDINATOR)
    council = Council.objects.filter(home=home).first() or papers.council(leader, home)
    hidden = services.add_group(
        leader, council, layer=Layer.EST, name="EST", purpose="", now=NOW
    )
    papers.seat(leader, council, home, name=planted(), email=f"{planted()}@example.org")
    published = papers.held(leader, council, datetime(2026, 2, 25, 9, tzinfo=UTC))
    _internal(leader, published, home.pk)
    papers.finished(leader, published)
    services.publish(leader, published, now=NOW)
    MinutesNote.objects.create(
        meeting=published, text=planted(), is_internal=True, noted_at=NOW
    )
    _meeting_that_is_not_public(leader, hidden, home.pk)


def _internal(leader: Actor, meeting, owner: int) -> None:
    """An item of public minutes that is for those who were there."""
    draft = ItemDraft(
        title=planted(),
        kind=ItemKind.DECIDE,
        text=planted(),
        path=f"/{planted()}/",
        link=f"/{planted()}/",
        link_name=planted(),
        is_internal=True,
    )
    item = services.add_item(leader, meeting, draft)
    services.save_minutes(leader, meeting, {item.pk: MinuteDraft(planted(), planted(), 0)})
    task = TaskDraft(planted(), owner, NOW.date(), planted())
    given = services.give_task(leader, meeting, item, task)
    services.report_task(
        leader,
        given,
        state=TaskState.DONE,
        result=planted(),
        due_on=NOW.date(),
        revision=given.revision,
        today=NOW.date(),
    )


def _meeting_that_is_not_public(leader: Actor, group: Council, owner: int) -> None:
    """Its place, its call, who came instead, its items: nothing is shown."""
    seat = Seat.objects.create(
        council=group, organisation_id=owner, function=planted(), name=planted()
    )
    meeting = papers.meeting(
        leader, group, datetime(2026, 2, 26, 9, tzinfo=UTC), is_public=False, note=planted()
    )
    meeting.place = planted()
    meeting.save(update_fields=["place"])
    services.begin(leader, meeting, now=NOW, today=NOW.date())
    item = papers.item(leader, meeting, planted(), text=planted())
    services.save_minutes(leader, meeting, {item.pk: MinuteDraft(planted(), planted(), 0)})
    came = Came(seat.pk, owner, planted(), Presence.REPLACED, planted())
    services.save_attendance(leader, meeting, [came], revision=meeting.revision)
    papers.task(leader, item, group.home, text=planted(), function=planted())
    services.freeze_minutes(leader, meeting, [seat], now=NOW)
    (adjuster,) = queries.latest_adjusters(meeting)
    services.record_confirmation(leader, adjuster, on=NOW.date(), now=NOW)
