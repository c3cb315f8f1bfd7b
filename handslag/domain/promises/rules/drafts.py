"""What an editor hands in: the words of a set and of a promise, before they are stored."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from handslag.core.periods import Period
from handslag.domain.promises.rules.words import Condition, Direction, Measures, Op, Part


@dataclass(frozen=True, slots=True)
class SetDraft:
    """The words of a set, without its promises."""

    name: str
    period: Period
    lead: str = ""
    purpose: str = ""
    district: str = ""
    decided_by: str = ""
    signed_stated: str = ""
    signed_on: date | None = None
    announced_on: date | None = None
    agreement: str = ""
    cooperation_agreement: int | None = None  # by its number
    is_annex: bool = False
    follow_up_stated: str = ""


@dataclass(frozen=True, slots=True)
class OwnerDraft:
    """An organisation, by its number, and its part in a promise."""

    organisation: int
    part: Part = Part.OWNER


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """One number. `key` is the target's public id when it exists already."""

    op: Op
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    per: str | None = None
    note: str | None = None
    counting_rule: str = ""
    beyond_ordinary: bool = False
    is_shared: bool = False
    measures: Measures = Measures.OUTPUT
    direction: Direction = Direction.UP
    direction_why: str = ""
    clock_starts: str = ""
    precondition: str = ""
    least_share: Decimal | None = None
    out_of: Decimal | None = None
    part_of: int | None = None  # position of the target this is a sub-quota of
    key: str = ""


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """One activity. `level` 1-3: a deeper one belongs to the nearest shallower above it."""

    text: str
    level: int = 1
    place_stated: str = ""
    when_stated: str = ""
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """The words of one promise and all that hangs on it."""

    text: str
    heading: str = ""
    purpose: str = ""
    number: int | None = None
    focus: str = ""
    place_stated: str = ""
    place: int | None = None  # a named place, by its number
    when_stated: str = ""
    binds: Condition = Condition.ALWAYS
    condition: str = ""
    is_sensitive: bool = False
    owners: tuple[OwnerDraft, ...] = ()
    targets: tuple[TargetDraft, ...] = ()
    activities: tuple[ActivityDraft, ...] = ()
    activity_types: tuple[str, ...] = ()
    evidence: tuple[int, ...] = field(default=())
    # What it answers to, by number. A measure with a goal says which problem.
    measure: int | None = None
    problem: int | None = None
