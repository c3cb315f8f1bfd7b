"""What is handed in to the services: a council, a seat, a meeting, an item, a task."""

from dataclasses import dataclass
from datetime import date, datetime

from handslag.domain.council.rules.words import ItemKind, Presence, SeatPlace


@dataclass(frozen=True, slots=True)
class CouncilDraft:
    """What a council says of itself."""

    name: str
    purpose: str = ""
    since_stated: str = ""
    charter_text: str = ""
    charter_decided: str = ""
    elected_from: date | None = None
    elected_to: date | None = None


@dataclass(frozen=True, slots=True)
class SeatDraft:
    """A place in the council, and who holds it in which function."""

    place: SeatPlace
    function: str
    is_leading: bool = True
    name: str = ""
    email: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """When and where the council meets."""

    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    note: str = ""
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """An item of an agenda."""

    title: str
    kind: ItemKind
    text: str = ""
    source: str = ""
    path: str = ""
    link: str = ""
    link_name: str = ""
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """Whether somebody came to a meeting. `seat` is None for a guest."""

    seat: int | None
    organisation: int
    function: str
    presence: Presence
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class MinuteDraft:
    """What is written of one item; `revision` is what the writer saw."""

    text: str
    decision: str
    revision: int


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """What somebody is asked to do, and by when."""

    text: str
    owner: int
    due_on: date
    function: str = ""
    is_internal: bool = False
