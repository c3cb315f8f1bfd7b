"""What may anyone see of dialogues? The only door between them and the public.

A result is what was frozen when it was released; what is counted afterwards changes
nothing in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateformat import format as date_format

from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.domain.dialogues import queries
from handslag.domain.dialogues.models import Dialogue, Meeting, Release
from handslag.domain.dialogues.rules import (
    Audience,
    Kind,
    Part,
    Room,
    quotes_under,
    room,
    shown_groups,
)
from handslag.domain.voices.rules import Way


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    """When and where one meets. `room` none: one just comes."""

    key: UUID
    starts: datetime
    ends: datetime
    where: str
    room: Room | None
    changed_at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Coming:
    """A dialogue that lies ahead, and that anyone may come to."""

    slug: str
    title: str
    kind: Kind
    asks: str
    who: str
    leader: str
    meetings: tuple[ComingMeeting, ...]
    is_example: bool


def coming_dialogues(municipality: str, *, now: datetime) -> list[Coming]:
    """Those of a municipality that one can come to, the next first. One query."""
    found: dict[int, list[Meeting]] = {}
    for one in queries.meetings_ahead(municipality, now):
        found.setdefault(one.dialogue_id, []).append(one)
    return [_coming(rows) for rows in found.values()]


def span(starts: datetime, ends: datetime) -> str:
    """ "torsdag 3 december 2026, 18.00–20.00", in the language of the moment."""
    first, last = timezone.localtime(starts, STOCKHOLM), timezone.localtime(ends, STOCKHOLM)
    day = date_format(first, "l j F Y")
    if first.date() == last.date():
        return f"{day}, {first:%H.%M}–{last:%H.%M}"
    return f"{day}, {first:%H.%M} – {date_format(last, 'l j F')}, {last:%H.%M}"


def _coming(rows: list[Meeting]) -> Coming:
    dialogue = rows[0].dialogue
    occasion = dialogue.occasion
    return Coming(
        slug=occasion.slug,
        title=occasion.title,
        kind=Kind(dialogue.kind),
        asks=dialogue.asks,
        who=dialogue.who,
        leader=dialogue.leader,
        meetings=tuple(_meeting(one) for one in rows),
        is_example=occasion.is_example,
    )


def _meeting(row: Meeting) -> ComingMeeting:
    taken: int = vars(row)["taken"]  # annotated by `meetings_ahead`
    return ComingMeeting(
        key=row.public_id,
        starts=row.starts,
        ends=row.ends,
        where=row.where,
        room=None if row.slots is None else room(row.slots, taken),
        changed_at=row.changed_at,
        revision=row.revision,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A place that somebody has, as the page of its letter says it. Not whose."""

    title: str
    when: str


def place_of(municipality: str, token: str) -> Place | None:
    """The place that a letter is about, in this municipality."""
    row = queries.sign_up_of(token)
    if row is None:
        return None
    occasion = row.meeting.dialogue.occasion
    if not occasion.home.slugs.filter(slug=municipality).exists():
        return None
    return Place(occasion.title, span(row.meeting.starts, row.meeting.ends))


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups that are told with one number; "" are those that nobody counted."""

    groups: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class DialogueTold:
    """The result of a dialogue, as it was released."""

    kind: Kind
    audience: Audience
    starts: date
    ends: date
    people: int
    voices: int
    least: int
    themes: tuple[tuple[str, int], ...]  # codes of the vocabulary, most first
    places: tuple[tuple[str, int], ...]
    quotes: tuple[str, ...]
    profile: tuple[tuple[Part, tuple[Grouped, ...]], ...]
    came: tuple[str, ...]
    released_on: date
    number: int


def dialogue_told(occasion: UUID) -> DialogueTold | None:
    """The result that stands, of the dialogue of an occasion. Two queries."""
    return _told(Dialogue.objects.filter(occasion__public_id=occasion))


def dialogue_told_at(municipality: str, slug: str) -> DialogueTold | None:
    """The result that stands, by the address of its occasion. Two queries."""
    here = {"occasion__home__slugs__slug": municipality, "occasion__slug": slug}
    return _told(Dialogue.objects.filter(**here))


def is_held_as_dialogue(municipality: str, slug: str) -> bool:
    """Whether what was said at this address is read as it was released. One query."""
    here = {"occasion__home__slugs__slug": municipality, "occasion__slug": slug}
    return Dialogue.objects.filter(**here).exists()


def _told(rows: QuerySet[Dialogue]) -> DialogueTold | None:
    found = rows.filter(occasion__published_at__isnull=False).first()
    standing = queries.standing_release(found) if found else None
    return told_of(standing) if standing else None


def told_of(release: Release) -> DialogueTold:
    """A release as it is read."""
    return read(
        release.content,
        number=release.number,
        released_on=stockholm_day(release.released_at),
    )


def content_of(dialogue: Dialogue) -> dict[str, Any]:
    """All that everyone may read of it, with what is too small hidden already."""
    occasion = dialogue.occasion
    themes = queries.public_themes_of(dialogue)
    people = occasion.people or 0
    shown = {
        part.value: [
            [list(one.groups), one.people] for one in shown_groups(groups, people=people)
        ]
        for part, groups in queries.profile_of(dialogue).items()
    }
    return {
        "kind": dialogue.kind,
        "way": occasion.way,
        "starts": occasion.starts.isoformat(),
        "ends": occasion.ends.isoformat(),
        "people": people,
        "voices": queries.heard_at(dialogue).voices,
        "least": dialogue.least,
        "themes": [[code, n] for code, n in themes.items()],
        "places": [[name, n] for name, n in queries.public_places_of(dialogue).items()],
        "quotes": quotes_under(queries.quotes_of(dialogue), themes),
        "profile": {part: groups for part, groups in shown.items() if groups},
        "came": [one.name for one in dialogue.came.all()],
    }


def read(content: Mapping[str, Any], *, number: int, released_on: date) -> DialogueTold:
    """What was frozen, as it is shown."""
    is_staff = content["way"] == Way.STAFF_DIALOGUE
    return DialogueTold(
        kind=Kind(content["kind"]),
        audience=Audience.STAFF if is_staff else Audience.CITIZENS,
        starts=date.fromisoformat(content["starts"]),
        ends=date.fromisoformat(content["ends"]),
        people=content["people"],
        voices=content["voices"],
        least=content["least"],
        themes=tuple((code, n) for code, n in content["themes"]),
        places=tuple((name, n) for name, n in content["places"]),
        quotes=tuple(content["quotes"]),
        profile=tuple(
            (part, tuple(Grouped(tuple(one), n) for one, n in content["profile"][part]))
            for part in Part
            if part in content["profile"]
        ),
        came=tuple(content["came"]),
        released_on=released_on,
        number=number,
    )
