"""What somebody writes down of a dialogue, and what must be said in it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues.rules.words import Audience, Kind, Part, Script

LONGEST_LINE = 200
LONGEST_TEXT = 1000
LONGEST_NOTES = 40_000
MOST_LINES = 300
MOST_MEETINGS = 20
MOST_SLOTS = 1000
MOST_PEOPLE = 20_000
LEAST_VOICES = 3  # nobody may set the bar lower
USUAL_VOICES = 5


@dataclass(frozen=True, slots=True)
class DialogueDraft:
    """A dialogue as it is planned. Who leads it is a function, never a name.

    `least`: how many voices a theme must have before anyone may read of it.
    """

    title: str
    kind: Kind = Kind.MEETING
    audience: Audience = Audience.CITIZENS
    asks: str = ""
    who: str = ""
    leader: str = ""
    least: int = USUAL_VOICES


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """When and where one meets. `slots` none: one just comes, nobody signs up."""

    starts: datetime
    ends: datetime
    where: str = ""
    slots: int | None = None
    script: Script | None = None


@dataclass(frozen=True, slots=True)
class HeldDraft:
    """Who came, as counts. `profile`: by part, each group and how many; `came`: an
    organisation or a role, and how many. Never a name."""

    people: int
    profile: Mapping[Part, Mapping[str, int]] = field(default_factory=dict)
    came: tuple[tuple[str, int], ...] = ()


def check_dialogue(draft: DialogueDraft) -> None:
    """It can be found by its name, and the bar is not set too low."""
    if not draft.title.strip():
        raise NotAllowedError("dialogues.no_title")
    _short(LONGEST_LINE, draft.title, draft.who, draft.leader)
    _short(LONGEST_TEXT, draft.asks)
    if draft.least < LEAST_VOICES:
        raise NotAllowedError("dialogues.bar_too_low", least=LEAST_VOICES)


def check_meeting(draft: MeetingDraft, *, audience: Audience) -> None:
    """It ends after it begins. The scripts are for meetings with staff alone."""
    if draft.ends <= draft.starts:
        raise NotAllowedError("dialogues.ends_before_it_begins")
    _short(LONGEST_LINE, draft.where)
    if draft.slots is not None and not 1 <= draft.slots <= MOST_SLOTS:
        raise NotAllowedError("dialogues.number_of_slots", most=MOST_SLOTS)
    if (draft.script is not None) != (audience is Audience.STAFF):
        raise NotAllowedError("dialogues.script_is_for_staff")


def check_order(meetings: Mapping[Script, datetime]) -> None:
    """One says WHAT before one says HOW."""
    what, how = meetings.get(Script.WHAT), meetings.get(Script.HOW)
    if what is not None and how is not None and how <= what:
        raise NotAllowedError("dialogues.what_comes_before_how")


def check_held(draft: HeldDraft, *, last: date, today: date) -> None:
    """The last meeting has come, somebody was there, and no count is larger than all."""
    if today < last:
        raise NotAllowedError("dialogues.not_yet")
    if not 1 <= draft.people <= MOST_PEOPLE:
        raise NotAllowedError("dialogues.nobody_came", most=MOST_PEOPLE)
    for groups in draft.profile.values():
        _counts(groups.values(), draft.people)
    _counts((count for _, count in draft.came), draft.people)
    for name, _ in draft.came:
        _short(LONGEST_LINE, name)


def lines_of(notes: str) -> list[str]:
    """A line is a voice. Dashes and dots that begin a line are no part of it."""
    lines = (line.strip().lstrip("-–•*").strip() for line in notes.splitlines())
    found = [line for line in lines if line]
    if not found:
        raise NotAllowedError("dialogues.nothing_written")
    if len(found) > MOST_LINES:
        raise NotAllowedError("dialogues.too_many_lines", most=MOST_LINES)
    return found


def _counts(given: Iterable[int], people: int) -> None:
    counts = list(given)
    if any(count < 0 for count in counts):
        raise NotAllowedError("dialogues.not_a_count")
    if sum(counts) > people:
        raise NotAllowedError("dialogues.more_than_came", people=people)


def _short(most: int, *texts: str) -> None:
    if any(len(text) > most for text in texts):
        raise NotAllowedError("dialogues.too_long", most=most)
