"""When is somebody reminded of a deadline, and when is the other party told? Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from handslag.core.deadlines import months_after

MONTHS_BEFORE = (6, 3, 1)
WEEK = timedelta(days=7)
SILENT = 4 * WEEK  # so late with nothing reported, and the other party is told
ESCALATED = "escalated"


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """How near or how late it is, as one reminder says it. They follow in this order."""

    weeks_late: int
    months_nearer: int = 0

    @property
    def code(self) -> str:
        if self.weeks_late:
            return f"late_{self.weeks_late}"
        return f"months_{-self.months_nearer}"


def _months_left(months: int) -> Step:
    return Step(0, -months)


def step_of(code: str) -> Step | None:
    """The step that a reminder of this code was; none for what is no step."""
    name, _, number = code.partition("_")
    if not number.isdecimal():
        return None
    return {"late": Step(int(number)), "months": _months_left(int(number))}.get(name)


def reached(due_on: date, *, today: date) -> Step | None:
    """The step that today lies in: six, three or one month before, or weeks late.

    The day itself is not late yet. The first week late begins the day after.
    """
    if today > due_on:
        return Step((today - due_on - timedelta(days=1)) // WEEK + 1)
    begun = [left for left in MONTHS_BEFORE if months_after(due_on, -left) <= today]
    return _months_left(min(begun)) if begun else None


def to_send(due_on: date, *, sent: Collection[str], today: date) -> Step | None:
    """The reminder that is to be sent today, if any.

    Never the same step twice, never an earlier one after a later. After a month
    in which nobody was reminded only the latest is sent.
    """
    step = reached(due_on, today=today)
    if step is None:
        return None
    before = [known for known in map(step_of, sent) if known is not None]
    return step if all(known < step for known in before) else None


def to_escalate(due_on: date, *, sent: Collection[str], today: date) -> bool:
    """Is the other party told? Once, four weeks after the day, when nothing has come."""
    return today - due_on >= SILENT and ESCALATED not in sent
