"""What somebody writes down of a walk, and what must be said in it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from handslag.core.refusals import NotAllowedError
from handslag.domain.walks.rules.words import (
    FlagLevel,
    Focus,
    Kind,
    Level,
    Light,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    Tone,
    Watch,
    Weather,
    Zone,
)

LONGEST_LINE = 200
LONGEST_TEXT = 1000
MOST_STOPS = 30
LARGEST_LON, LARGEST_LAT = 180, 90
MOST_PEOPLE = 500
MOST_AREAS = 2000
EARLIEST_YEAR = 1984  # when the first neighbourhoods began


@dataclass(frozen=True, slots=True)
class WalkDraft:
    """A walk as it is planned. The leader is a function, never a name."""

    title: str
    walk_on: date
    kind: Kind = Kind.WALK
    purpose: str = ""
    leader: str = ""
    gathers: str = ""  # where and at what hour one meets
    first_on: date | None = None  # the first meeting, which plans the walk
    answers_on: date | None = None  # the third, where those responsible answer
    is_example: bool = False  # made up for the demonstration


@dataclass(frozen=True, slots=True)
class StopDraft:
    """Where one stops, in words; with a point if somebody put it on the map."""

    name: str
    look: str = ""  # what to look at there
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """What somebody saw. `stop` none: along the whole way."""

    text: str
    parameter: Parameter
    tone: Tone = Tone.LACKING
    stop: UUID | None = None
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """What one group says of one stop. `written` grows each time the device saves it."""

    levels: Mapping[Parameter, Level] = field(default_factory=dict)
    written: int = 0


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """What the one responsible says about a finding."""

    reply: Reply
    reason: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class HeldDraft:
    """What is said of the second meeting when it is over."""

    light: Light
    weather: Weather
    took_part: Mapping[PartRole, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RevisitDraft:
    """What one saw of an old finding when one walked again."""

    outcome: Outcome
    words: str = ""


@dataclass(frozen=True, slots=True)
class FlagDraft:
    """An evening place as it was judged: an area of five, at a time of four."""

    area: str
    walked_on: date
    cells: Mapping[tuple[Focus, Zone], tuple[FlagLevel, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WatchDraft:
    """How many areas or boat clubs keep watch together, and how many of them are new."""

    watch: Watch
    year: int
    areas: int
    new: int = 0
    where: str = ""


def check_walk(draft: WalkDraft) -> None:
    """The three meetings come in their order."""
    _line("walks.no_title", draft.title)
    if draft.first_on is not None and draft.first_on > draft.walk_on:
        raise NotAllowedError("walks.first_meeting_after_the_walk")
    if draft.answers_on is not None and draft.answers_on < draft.walk_on:
        raise NotAllowedError("walks.answers_before_the_walk")


def check_stop(draft: StopDraft) -> None:
    """A stop can be found by its words alone, with or without a map."""
    _line("walks.stop_without_name", draft.name)
    if (draft.lon is None) != (draft.lat is None):
        raise NotAllowedError("walks.half_a_point")
    if abs(draft.lon or 0) > LARGEST_LON or abs(draft.lat or 0) > LARGEST_LAT:
        raise NotAllowedError("walks.half_a_point")


def check_finding(draft: FindingDraft) -> None:
    """It says what was seen. What is good needs no proposal."""
    if not draft.text.strip():
        raise NotAllowedError("walks.finding_without_words")
    if max(len(draft.text), len(draft.proposal)) > LONGEST_TEXT:
        raise NotAllowedError("walks.too_long", most=LONGEST_TEXT)


def check_reply(draft: ReplyDraft, *, today: date) -> None:
    """Whoever does it says by when; whoever does not says why."""
    if draft.reply is Reply.NO and draft.by is not None:
        raise NotAllowedError("walks.no_day_for_a_no")
    if draft.reply is not Reply.NO and draft.by is None:
        raise NotAllowedError("walks.say_by_when")
    if draft.reply is not Reply.DO and not draft.reason.strip():
        raise NotAllowedError("walks.say_why")
    if draft.by is not None and draft.by < today:
        raise NotAllowedError("walks.day_has_passed")
    if len(draft.reason) > LONGEST_TEXT:
        raise NotAllowedError("walks.too_long", most=LONGEST_TEXT)


def check_took_part(took_part: Mapping[PartRole, int]) -> None:
    """Counts of people, and nothing about any of them."""
    if any(count < 0 for count in took_part.values()):
        raise NotAllowedError("walks.not_a_count")
    if sum(took_part.values()) > MOST_PEOPLE:
        raise NotAllowedError("walks.too_many_for_a_count", most=MOST_PEOPLE)


def check_walked(
    kind: Kind, *, walk_on: date, today: date, stops: int, seen: int, people: int
) -> None:
    """The day has come, there was a route, somebody was there and saw something."""
    if walk_on > today:
        raise NotAllowedError("walks.not_yet")
    if not stops:
        raise NotAllowedError("walks.no_route")
    if not seen:
        raise NotAllowedError("walks.nothing_seen")
    if kind is Kind.WALK and not people:
        raise NotAllowedError("walks.nobody_took_part")


def check_flag(draft: FlagDraft) -> None:
    """It says which place it is about."""
    _line("walks.flag_without_area", draft.area)


def check_watch(draft: WatchDraft, *, today: date) -> None:
    """A count for a year that has begun; those that are new are among the areas."""
    if not EARLIEST_YEAR <= draft.year <= today.year:
        raise NotAllowedError("walks.watch_year", first=EARLIEST_YEAR, last=today.year)
    if not 0 <= draft.new <= draft.areas <= MOST_AREAS:
        raise NotAllowedError("walks.watch_new")


def _line(code: str, text: str) -> None:
    if not text.strip():
        raise NotAllowedError(code)
    if len(text) > LONGEST_LINE:
        raise NotAllowedError("walks.too_long", most=LONGEST_LINE)
