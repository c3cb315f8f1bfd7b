"""What anyone may know of a council: who sits there, when it meets, what it decided."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from handslag.core.files import services as files
from handslag.core.files.rules import SUFFIXES
from handslag.core.periods import stockholm_day
from handslag.domain.council.models import (
    Council,
    CouncilDecision,
    Meeting,
    MeetingSlug,
    MinutesNote,
    MinutesVersion,
    Task,
)
from handslag.domain.council.queries import covered, seats_now
from handslag.domain.council.queries.councils import NOW
from handslag.domain.council.rules.minutes import public_part
from handslag.domain.council.rules.words import (
    ItemKind,
    Layer,
    MeetingState,
    Presence,
    SeatPlace,
    TaskState,
)
from handslag.domain.organisations.models import Relation, Slug, Tie

# What is still ahead, and what was held; a meeting called off is in the calendar alone.
_AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CALLED})


@dataclass(frozen=True, slots=True)
class PublicSeat:
    """A seat: an organisation and a function, never a name."""

    place: SeatPlace
    function: str
    organisation: str


@dataclass(frozen=True, slots=True)
class PublicMeeting:
    """A meeting in a list and in calendars."""

    public_id: str
    council: str
    slug: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    state: MeetingState
    is_published: bool
    sequence: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PublicDecision:
    """A decision under its number."""

    number: int
    title: str
    text: str
    decided_on: date
    slug: str


@dataclass(frozen=True, slots=True)
class PublicTask:
    """What somebody was asked to do, and what became of it."""

    text: str
    owner: str
    function: str
    due_on: date
    state: TaskState
    result: str
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class PublicGroup:
    """A group below the council."""

    name: str
    layer: Layer
    purpose: str


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """The council of a municipality."""

    name: str
    purpose: str
    since: str
    covers: tuple[str, ...]
    seats: tuple[PublicSeat, ...]
    groups: tuple[PublicGroup, ...]
    charter: str
    charter_decided: str
    has_charter_file: bool
    elected_to: date | None
    ahead: tuple[PublicMeeting, ...]
    behind: tuple[PublicMeeting, ...]
    cancelled: tuple[PublicMeeting, ...]
    decisions: tuple[PublicDecision, ...]
    tasks: tuple[PublicTask, ...]
    is_example: bool


@dataclass(frozen=True, slots=True)
class PublicItem:
    """An item of an agenda, or of minutes."""

    nr: int
    title: str
    about: str
    kind: ItemKind
    link: str = ""
    link_name: str = ""
    text: str = ""
    paragraph: int | None = None
    decision: str = ""
    tasks: tuple[PublicTask, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicPresence:
    """Whether a function was there."""

    organisation: str
    function: str
    presence: Presence
    replaced_by: str


@dataclass(frozen=True, slots=True)
class PublicNote:
    """A correction beside the minutes."""

    day: datetime
    text: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting: its agenda and, once they are published, its minutes."""

    meeting: PublicMeeting
    items: tuple[PublicItem, ...]
    left_out: int
    attendance: tuple[PublicPresence, ...]
    adjusted_on: date | None
    adjusters: tuple[str, ...]
    notes: tuple[PublicNote, ...]
    is_example: bool


@dataclass(frozen=True, slots=True)
class MovedMeeting:
    """The meeting is found at another address now."""

    slug: str


def council_page(municipality: str, *, today: date) -> CouncilPage | None:
    """The council that covers the municipality at this address, if it has one."""
    council = _council_of(municipality)
    if council is None:
        return None
    meetings = _meetings(council, municipality)
    published = {one.slug for one in meetings if one.is_published}
    return CouncilPage(
        name=council.name,
        purpose=council.purpose,
        since=council.since_stated,
        covers=tuple(one.short_name for one in covered(council)),
        seats=tuple(
            PublicSeat(SeatPlace(seat.place), seat.function, seat.organisation.name)
            for seat in seats_now(council, today=today)
        ),
        groups=tuple(
            PublicGroup(one.name, Layer(one.layer), one.purpose)
            for one in council.groups.order_by("pk")
        ),
        charter=council.charter_text,
        charter_decided=council.charter_decided,
        has_charter_file=council.charter_file_id is not None,
        elected_to=council.elected_to,
        ahead=tuple(one for one in meetings if _is_ahead(one, today)),
        behind=tuple(
            one
            for one in reversed(meetings)
            if not _is_ahead(one, today) and one.state is not MeetingState.CANCELLED
        ),
        cancelled=tuple(one for one in meetings if one.state is MeetingState.CANCELLED),
        decisions=_decisions(council, municipality, published),
        tasks=tuple(_task(task) for task in _public_tasks(council)),
        is_example=council.is_example,
    )


@dataclass(frozen=True, slots=True)
class CharterFile:
    """The rules of procedure as a file."""

    media_type: str
    suffix: str
    content: bytes


def charter_file(municipality: str) -> CharterFile | None:
    """The file with the rules of the council that covers this municipality."""
    council = _council_of(municipality)
    stored = council.charter_file if council else None
    if stored is None:
        return None
    kind = stored.media_type
    return CharterFile(kind, SUFFIXES[kind], files.content(stored))


def _is_ahead(meeting: PublicMeeting, today: date) -> bool:
    """A meeting that nobody has written of since its day is not ahead any more."""
    return meeting.state in _AHEAD and stockholm_day(meeting.starts_at) >= today


def meeting_page(municipality: str, slug: str) -> MeetingPage | MovedMeeting | None:
    """The public meeting at this address, or where it has moved."""
    at = Q(municipality__slugs__slug=municipality, slug=slug, meeting__is_public=True)
    rows = MeetingSlug.objects.filter(at).select_related("meeting__council")
    found = rows.first()
    if found is None:
        return None
    if not found.current:
        now = MeetingSlug.objects.filter(
            municipality=found.municipality_id, meeting=found.meeting_id, current=True
        ).first()
        return MovedMeeting(now.slug) if now else None
    meeting = found.meeting
    about = _meeting(meeting, slug)
    if not about.is_published:
        items = _agenda(meeting) if about.state is not MeetingState.PLANNED else ()
        return MeetingPage(about, items, 0, (), None, (), (), meeting.council.is_example)
    return _with_minutes(meeting, about)


def _with_minutes(meeting: Meeting, about: PublicMeeting) -> MeetingPage:
    minutes = MinutesVersion.objects.select_related("version", "final").get(
        final__meeting=meeting
    )
    content = public_part(json.loads(minutes.version.content))
    results = {str(task.public_id): task for task in meeting.tasks.select_related("owner")}
    notes = MinutesNote.objects.filter(meeting=meeting, is_internal=False)
    return MeetingPage(
        meeting=about,
        items=tuple(_item(item, results) for item in content["items"]),
        left_out=content["left_out"],
        attendance=tuple(_presence(row) for row in content["attendance"]),
        adjusted_on=minutes.final.adjusted_on,
        adjusters=tuple(
            f"{one['function']}, {one['organisation']}" for one in content["adjusters"]
        ),
        notes=tuple(PublicNote(note.noted_at, note.text) for note in notes),
        is_example=meeting.council.is_example,
    )


def _council_of(municipality: str) -> Council | None:
    """The strategic council that covers it; its own before one that it shares."""
    home = Slug.objects.filter(slug=municipality).values("organisation")
    ties = Relation.objects.filter(NOW, kind=Tie.COVERS, upper__in=home).values("lower")
    found = Council.objects.filter(
        Q(organisation__in=ties) | Q(home__in=home), layer=Layer.STRATEGIC
    ).select_related("organisation", "home")
    return found.order_by("pk").first()


def _meetings(council: Council, municipality: str) -> list[PublicMeeting]:
    rows = MeetingSlug.objects.filter(
        current=True,
        municipality__slugs__slug=municipality,
        meeting__is_public=True,
        meeting__council__organisation=council.organisation_id,
    ).select_related("meeting__council")
    return [
        _meeting(row.meeting, row.slug)
        for row in rows.order_by("meeting__starts_at", "meeting_id")
    ]


def _meeting(meeting: Meeting, slug: str) -> PublicMeeting:
    return PublicMeeting(
        public_id=str(meeting.public_id),
        council=meeting.council.name,
        slug=slug,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        state=MeetingState(meeting.state),
        is_published=meeting.published_at is not None,
        sequence=meeting.sequence,
        changed_at=meeting.changed_at,
    )


def _decisions(
    council: Council, municipality: str, published: Iterable[str]
) -> tuple[PublicDecision, ...]:
    """The decisions of published minutes, the latest meeting first."""
    rows = CouncilDecision.objects.filter(
        meeting__council=council,
        meeting__slugs__current=True,
        meeting__slugs__slug__in=published,
        meeting__slugs__municipality__slugs__slug=municipality,
        is_internal=False,
    ).values_list("number", "title", "text", "decided_on", "meeting__slugs__slug")
    ordered = rows.order_by("-decided_on", "-meeting_id", "number")
    return tuple(PublicDecision(*row) for row in ordered)


def _public_tasks(council: Council) -> Iterable[Task]:
    """The tasks of published minutes: the open first, then what was done last."""
    rows = Task.objects.filter(
        council=council, is_internal=False, meeting__published_at__isnull=False
    ).select_related("owner")
    # An item that was marked internal keeps its tasks to itself as well.
    public = rows.exclude(item__is_internal=True).order_by("due_on", "pk")
    return sorted(public, key=lambda task: task.state != TaskState.OPEN)


def _task(task: Task) -> PublicTask:
    return PublicTask(
        text=task.text,
        owner=task.owner.name,
        function=task.function,
        due_on=task.due_on,
        state=TaskState(task.state),
        result=task.result,
        ended_on=task.ended_on,
    )


def _agenda(meeting: Meeting) -> tuple[PublicItem, ...]:
    """The agenda of the call. Internal items are not on it; the numbers stay."""
    return tuple(
        PublicItem(
            nr, item.title, item.text, ItemKind(item.kind), item.link, item.link_name
        )
        for nr, item in enumerate(meeting.items.all(), start=1)
        if not item.is_internal
    )


def _item(item: Mapping[str, Any], results: Mapping[str, Task]) -> PublicItem:
    decision = item["decision"]
    # Minutes from before items could lead anywhere say nothing of it.
    link = item.get("link", {"to": "", "name": ""})
    return PublicItem(
        nr=item["nr"],
        title=item["title"],
        about=item["about"],
        kind=ItemKind(item["kind"]),
        link=link["to"],
        link_name=link["name"],
        text=item["text"],
        paragraph=decision["number"] if decision else None,
        decision=decision["text"] if decision else "",
        tasks=tuple(_task_in(task, results.get(task["id"])) for task in item["tasks"]),
    )


def _task_in(task: Mapping[str, Any], now: Task | None) -> PublicTask:
    """As the minutes have it, with what has become of it since."""
    return PublicTask(
        text=task["text"],
        owner=task["owner"],
        function=task["function"],
        due_on=date.fromisoformat(task["due_on"]),
        state=TaskState(now.state) if now else TaskState.OPEN,
        result=now.result if now else "",
        ended_on=now.ended_on if now else None,
    )


def _presence(row: Mapping[str, Any]) -> PublicPresence:
    return PublicPresence(
        organisation=row["organisation"],
        function=row["function"],
        presence=Presence(row["presence"]),
        replaced_by=row["replaced_by"],
    )
