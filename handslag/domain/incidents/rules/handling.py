"""The steps of handling. Phase, timeliness and outcome are three things. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules.words import Deed, Outcome, Phase


class Timeliness(StrEnum):
    """Whether it goes as fast as was said. Never a verdict on the outcome."""

    NO_DAY = "no_day"
    IN_TIME = "in_time"
    LATE = "late"
    WAS_IN_TIME = "was_in_time"
    WAS_LATE = "was_late"


@dataclass(frozen=True, slots=True)
class Joined:
    """What merging depends on, of one incident."""

    pk: int
    within: int
    is_merged: bool
    has_others: bool


STEPS: Mapping[Deed, Mapping[Phase, Phase]] = {
    Deed.ASSIGNED: {
        Phase.NEW: Phase.ASSIGNED,
        Phase.ASSIGNED: Phase.ASSIGNED,
        Phase.UNDERWAY: Phase.ASSIGNED,
    },
    Deed.BEGUN: {Phase.NEW: Phase.UNDERWAY, Phase.ASSIGNED: Phase.UNDERWAY},
    Deed.MEASURE: {
        Phase.NEW: Phase.UNDERWAY,
        Phase.ASSIGNED: Phase.UNDERWAY,
        Phase.UNDERWAY: Phase.UNDERWAY,
    },
    Deed.CLOSED: {
        Phase.NEW: Phase.CLOSED,
        Phase.ASSIGNED: Phase.CLOSED,
        Phase.UNDERWAY: Phase.CLOSED,
    },
    Deed.REOPENED: {Phase.CLOSED: Phase.UNDERWAY},
    Deed.MERGED: {phase: phase for phase in Phase},
    Deed.SEPARATED: {phase: phase for phase in Phase},
    Deed.SHARED: {phase: phase for phase in Phase},
    Deed.KEPT_OWN: {phase: phase for phase in Phase},
}


def after(deed: Deed, phase: Phase) -> Phase:
    """The phase after a step, or a refusal with a code."""
    if phase not in STEPS[deed]:
        raise NotAllowedError(f"incidents.not_now_{deed.value}")
    return STEPS[deed][phase]


def check_closing(outcome: Outcome, words: str) -> None:
    """Closed says how it ended; what will not be done says why."""
    if (
        outcome in (Outcome.WILL_NOT, Outcome.NOT_OURS, Outcome.PARTLY)
        and not words.strip()
    ):
        raise NotAllowedError(f"incidents.say_why_{outcome.value}")


def check_measure(words: str) -> None:
    """A measure is told in words: the one who reported reads what was done."""
    if not words.strip():
        raise NotAllowedError("incidents.say_what_was_done")


def check_due(due: date | None, today: date) -> None:
    """By when: a day that can still be kept."""
    if due is not None and due < today:
        raise NotAllowedError("incidents.due_has_been")


def check_merging(one: Joined, other: Joined) -> None:
    """Two of the same municipality, neither of them put together already."""
    if one.pk == other.pk:
        raise NotAllowedError("incidents.is_the_same")
    if one.within != other.within:
        raise NotAllowedError("incidents.is_elsewhere")
    if one.is_merged or other.is_merged:
        raise NotAllowedError("incidents.is_merged")
    if one.has_others:
        raise NotAllowedError("incidents.others_lead_here")


def timeliness(*, due: date | None, closed: date | None, today: date) -> Timeliness:
    if due is None:
        return Timeliness.NO_DAY
    if closed is not None:
        return Timeliness.WAS_IN_TIME if closed <= due else Timeliness.WAS_LATE
    return Timeliness.IN_TIME if today <= due else Timeliness.LATE
