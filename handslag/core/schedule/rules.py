"""When does a job run? Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="schedule.Run",
        keep="operation",
        months=None,
        then="keep",
        why="One row for each job: when it last ran. It grows no further.",
    ),
)

LONGEST_WAIT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done every so many seconds. It may run twice.

    A worker that died keeps the job from the others for `lease` seconds. A job
    that is `apart` waits for no other: the worker runs it in a thread of its own.
    """

    name: str
    every: int
    run: Callable[[datetime], object]
    lease: int = 600
    apart: bool = False


def next_run(every: int, *, started: datetime, failures: int) -> datetime:
    """The next turn; after failures later and later, but never given up."""
    wait = timedelta(seconds=every)
    if failures:
        wait = max(wait, min(wait * (1 << min(failures, 20)), LONGEST_WAIT))
    return started + wait
