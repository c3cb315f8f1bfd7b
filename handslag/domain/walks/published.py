"""What may anyone see of safety walks? The only door between them and the public.

Never a person: those who took part are counted by role, small roles together with others.
What waits for somebody to read it, and what was not painted over, is not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from handslag.core.files import services as files
from handslag.core.periods import stockholm_day
from handslag.domain.voices.rules import Phase
from handslag.domain.walks import queries
from handslag.domain.walks.models import Finding, FindingPhoto, Stop, Walk
from handslag.domain.walks.rules import (
    Change,
    Kind,
    Level,
    Light,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    Stage,
    Tone,
    Weather,
    change,
    shown_roles,
    together,
)

_ROOM = 20  # walks that lie ahead of one municipality


@dataclass(frozen=True, slots=True)
class ComingWalk:
    """A walk that one may join."""

    key: UUID
    slug: str
    title: str
    kind: Kind
    walk_on: date
    gathers: str
    purpose: str
    answers_on: date | None
    stops: tuple[str, ...]
    is_example: bool
    made_at: datetime
    revision: int  # a calendar that has the walk takes over the higher number


@dataclass(frozen=True, slots=True)
class Roles:
    """Roles that are told with one number; no number: fewer than five in all."""

    roles: tuple[PartRole, ...]
    people: int | None


@dataclass(frozen=True, slots=True)
class StopTold:
    """A stop and how all groups together judged it. `steps`: since the walk before."""

    number: int
    name: str
    levels: Mapping[Parameter, Level]
    steps: Mapping[Parameter, Change]


@dataclass(frozen=True, slots=True)
class PhotoTold:
    """A photo in which nobody can be recognised."""

    key: UUID
    alt: str


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """What the one responsible said last."""

    by: str
    reply: Reply
    reason: str
    due: date | None
    answered_on: date


@dataclass(frozen=True, slots=True)
class SeenAgain:
    """What one saw of it when one walked again."""

    on: date
    outcome: Outcome
    words: str


@dataclass(frozen=True, slots=True)
class FindingTold:
    """What was seen. `is_asked`: somebody responsible has been asked about it."""

    number: int
    stop: str
    parameter: Parameter
    tone: Tone
    text: str
    proposal: str
    owner: str
    is_asked: bool
    answer: AnswerTold | None
    again: tuple[SeenAgain, ...]
    photos: tuple[PhotoTold, ...]


@dataclass(frozen=True, slots=True)
class WalkTold:
    """A walk that has been walked, with what was seen and what is answered."""

    title: str
    kind: Kind
    walk_on: date
    answers_on: date | None
    is_told: bool
    light: Light
    weather: Weather
    people: int | None
    roles: tuple[Roles, ...]
    stops: tuple[StopTold, ...]
    findings: tuple[FindingTold, ...]
    before_on: date | None  # the walk before, if its page is public too
    is_example: bool


@dataclass(frozen=True, slots=True)
class PublicPhoto:
    """The picture itself."""

    content: bytes
    is_example: bool
    media_type: str = "image/jpeg"


def coming_walks(municipality: str, *, today: date) -> tuple[ComingWalk, ...]:
    """The walks one may join, the first first. Two queries."""
    rows = (
        Walk.objects.filter(
            occasion__home__slugs__slug=municipality,
            occasion__phase=Phase.OPEN,
            occasion__starts__gte=today,
        )
        .select_related("occasion")
        .prefetch_related("stops")
        .order_by("occasion__starts", "pk")
    )
    return tuple(_coming(one) for one in rows[:_ROOM])


def _coming(walk: Walk) -> ComingWalk:
    return ComingWalk(
        key=walk.public_id,
        slug=walk.occasion.slug,
        title=walk.occasion.title,
        kind=Kind(walk.kind),
        walk_on=walk.occasion.starts,
        gathers=walk.gathers,
        purpose=walk.purpose,
        answers_on=walk.answers_on,
        stops=tuple(one.name for one in walk.stops.all()),
        is_example=walk.occasion.is_example,
        made_at=walk.made_at,
        revision=walk.revision,
    )


def walk_told(occasion: UUID) -> WalkTold | None:
    """What everyone may read of the walk of an occasion, when it has been made public."""
    walk = _public().filter(occasion__public_id=occasion).first()
    return _told(walk) if walk else None


def walk_told_at(municipality: str, slug: str) -> WalkTold | None:
    """The same, by the address of the occasion."""
    here = _public().filter(occasion__home__slugs__slug=municipality)
    walk = here.filter(occasion__slug=slug).first()
    return _told(walk) if walk else None


def _public() -> QuerySet[Walk]:
    rows = Walk.objects.filter(occasion__published_at__isnull=False)
    rows = rows.exclude(stage=Stage.PLANNED)
    return rows.select_related("occasion", "again_of__occasion")


def _told(walk: Walk) -> WalkTold:
    before = walk.again_of
    if before is not None and before.occasion.published_at is None:
        before = None
    took_part = {PartRole(one.role): one.people for one in walk.took_part.all()}
    roles = tuple(Roles(one.roles, one.people) for one in shown_roles(took_part))
    total = sum(took_part.values())
    rows = [one for one in queries.findings_of(walk) if not one.waits]
    return WalkTold(
        title=walk.occasion.title,
        kind=Kind(walk.kind),
        walk_on=walk.occasion.starts,
        answers_on=walk.answers_on,
        is_told=walk.stage == Stage.TOLD,
        light=Light(walk.light),
        weather=Weather(walk.weather),
        people=None if any(one.people is None for one in roles) else total,
        roles=roles,
        stops=_stops(walk, before),
        findings=tuple(_finding(one) for one in rows),
        before_on=before.occasion.starts if before else None,
        is_example=walk.occasion.is_example,
    )


def _stops(walk: Walk, before: Walk | None) -> tuple[StopTold, ...]:
    earlier = {one.pk: _levels(one) for one in queries.stops_of(before)} if before else {}
    found = []
    for number, stop in enumerate(queries.stops_of(walk), 1):
        levels, old = _levels(stop), earlier.get(stop.again_of_id or 0, {})
        steps = {
            one: change(old.get(one), level) for one, level in levels.items() if one in old
        }
        found.append(StopTold(number, stop.name, levels, steps))
    return tuple(found)


def _levels(stop: Stop) -> dict[Parameter, Level]:
    said = queries.levels_of(stop)
    found = ((one, together(said.get(one, []))) for one in Parameter)
    return {one: level for one, level in found if level is not None}


def _finding(row: Finding) -> FindingTold:
    answer = queries.latest_answer(row)
    return FindingTold(
        number=row.number,
        stop=row.stop.name if row.stop else "",
        parameter=Parameter(row.parameter),
        tone=Tone(row.tone),
        text=row.text,
        proposal=row.proposal,
        owner=row.owner.name if row.owner else "",
        is_asked=row.asked_at is not None,
        answer=AnswerTold(
            answer.by.name,
            Reply(answer.reply),
            answer.reason,
            answer.due,
            stockholm_day(answer.answered_at),
        )
        if answer
        else None,
        again=tuple(
            SeenAgain(one.walk.occasion.starts, Outcome(one.outcome), one.words)
            for one in row.revisits.all()
        ),
        photos=tuple(
            PhotoTold(one.public_id, one.alt)
            for one in row.photos.all()
            if one.file_id is not None
        ),
    )


def public_photo(municipality: str, key: UUID) -> PublicPhoto | None:
    """A photo of a walk that has been made public."""
    photo = (
        FindingPhoto.objects.filter(
            public_id=key,
            file__isnull=False,
            finding__waits=False,
            finding__walk__occasion__published_at__isnull=False,
            finding__walk__occasion__home__slugs__slug=municipality,
        )
        .exclude(finding__walk__stage=Stage.PLANNED)
        .select_related("file", "finding__walk__occasion")
        .first()
    )
    if photo is None or photo.file is None:
        return None
    return PublicPhoto(files.content(photo.file), photo.finding.walk.occasion.is_example)
