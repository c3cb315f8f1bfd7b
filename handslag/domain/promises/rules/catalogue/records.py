"""What one record of the open catalogue says, field by field.

A record summarises one public page. Where a source says nothing, the catalogue
leaves the field out, writes null, or leaves it empty: three silences that mean
the same and must all come back as they were. The usual silence of each field
is listed here; a record keeps the others in `odd`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from handslag.domain.promises.rules.words import DocumentKind, Op


class Silence(StrEnum):
    """How a record says nothing about something."""

    MISSING = "missing"
    NULL = "null"
    EMPTY = "empty"


Silences = Mapping[str, Silence | None]  # None: the field must say something
Odd = Mapping[str, str]

RECORD: Silences = {
    "id": None,
    "municipality": None,
    "district": Silence.NULL,
    "year_or_period": Silence.NULL,
    "url": Silence.NULL,
    "source_type": Silence.NULL,
    "kind": None,
    "parties": Silence.EMPTY,
    "decided_by": Silence.NULL,
    "focus_areas": Silence.EMPTY,
    "promises": Silence.EMPTY,
    "evidence_sources": Silence.EMPTY,
    "dialog_participants": Silence.NULL,
    "followup_cadence": Silence.NULL,
    "validity": Silence.NULL,
    "other_notes": Silence.NULL,
    "features": Silence.EMPTY,
    "difficulty": Silence.NULL,
    "partly_read": Silence.NULL,
}
ITEM: Silences = {
    "text_sv": None,
    "focus_area": Silence.NULL,
    "responsible": Silence.NULL,
    "place": Silence.NULL,
    "when": Silence.NULL,
    "measurable_target": Silence.NULL,
    "result": Silence.NULL,
    "status": Silence.NULL,
    "activity_types": Silence.EMPTY,
    "number": Silence.MISSING,
    "sub_activities": Silence.MISSING,
    "responsible_basis": Silence.NULL,
}
TARGET: Silences = {
    "op": None,
    "n": Silence.NULL,
    "unit": Silence.NULL,
    "per": Silence.MISSING,
    "note": Silence.MISSING,
}
PARTICIPANTS: Silences = {
    "n": Silence.NULL,
    "what": Silence.MISSING,
    "per": Silence.MISSING,
    "approx": Silence.MISSING,
}

# The longest text that each column holds; a longer one is refused, never cut.
LIMITS: Mapping[str, int] = {
    "id": 40,
    "municipality": 200,
    "district": 300,
    "year_or_period": 300,
    "url": 2000,
    "source_type": 20,
    "kind": 10,
    "parties": 300,
    "decided_by": 1000,
    "focus_areas": 60,
    "evidence_sources": 60,
    "followup_cadence": 1000,
    "validity": 1000,
    "other_notes": 20_000,
    "features": 60,
    "text_sv": 20_000,
    "focus_area": 60,
    "responsible": 300,
    "responsible_basis": 20,
    "place": 1000,
    "when": 300,
    "result": 20_000,
    "status": 40,
    "activity_types": 60,
    "sub_activities": 20_000,
    "op": 12,
    "unit": 200,
    "per": 120,
    "note": 1000,
    "what": 1000,
}
LARGEST = 2**31 - 1
LARGEST_SMALL = 2**15 - 1
DIGITS, DECIMALS = 14, 4


class Why(StrEnum):
    """Why a record cannot be held as it is."""

    BAD_CHARACTER = "bad_character"
    EMPTY = "empty"
    MISSING = "missing"
    NOT_A_LIST = "not_a_list"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"
    NOT_AN_OBJECT = "not_an_object"
    NOT_ASCENDING = "not_ascending"
    NOT_TEXT = "not_text"
    NOT_TWO_NUMBERS = "not_two_numbers"
    NOT_YES_OR_NO = "not_yes_or_no"
    SAID_TWICE = "said_twice"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    TOO_PRECISE = "too_precise"
    TWICE_IN_FILE = "twice_in_file"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_MUNICIPALITY = "unknown_municipality"
    UNKNOWN_WORD = "unknown_word"


class RecordRefusedError(Exception):
    """A record cannot be held as it is. Says which field, and why."""

    def __init__(self, where: str, code: Why, **facts: object) -> None:
        super().__init__(f"{where}: {code}")
        self.where = where
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class TargetRecord:
    """One number. Two of them are a range."""

    op: Op
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    per: str = ""
    note: str = ""
    odd: Odd = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One promise, or what a follow-up says of one."""

    text: str
    focus_area: str = ""
    responsible: tuple[str, ...] = ()
    responsible_basis: str = ""
    place: str = ""
    when: str = ""
    targets: tuple[TargetRecord, ...] = ()
    result: str = ""
    status: str = ""
    activity_types: tuple[str, ...] = ()
    sub_activities: tuple[str, ...] = ()
    number: int | None = None
    odd: Odd = field(default_factory=dict)

    @property
    def has_outcome(self) -> bool:
        """Does the page say what became of it?"""
        return bool(self.result or self.status)


@dataclass(frozen=True, slots=True)
class ParticipantsRecord:
    """How many took part in the dialogue behind the promises."""

    n: int | None = None
    what: str = ""
    per: str = ""
    approx: bool | None = None
    odd: Odd = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CatalogueRecord:
    """One public page with promises, or with a follow-up of them."""

    id: str
    kind: DocumentKind
    municipality: tuple[str, ...]
    is_list: bool = False  # several municipalities may share one page
    district: str = ""
    period: str = ""
    url: str = ""
    source_type: str = ""
    parties: tuple[str, ...] = ()
    decided_by: str = ""
    focus_areas: tuple[str, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    evidence_sources: tuple[str, ...] = ()
    participants: ParticipantsRecord | None = None
    followup_cadence: str = ""
    validity: str = ""
    other_notes: str = ""
    features: tuple[str, ...] = ()
    difficulty: int | None = None
    partly_read: bool | None = None
    odd: Odd = field(default_factory=dict)
