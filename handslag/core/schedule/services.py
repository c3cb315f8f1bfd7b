"""Running what is due, once."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from handslag.core.schedule import rules
from handslag.core.schedule.models import Run
from handslag.core.schedule.rules import Job

_log = logging.getLogger(__name__)


def run_due(
    jobs: Sequence[Job],
    *,
    clock: Callable[[], datetime],
    may_go_on: Callable[[], bool] = lambda: True,
) -> int:
    """Run each job that is due and that nobody else runs; say how many ran."""
    known = set(Run.objects.values_list("name", flat=True))
    Run.objects.bulk_create(
        [Run(name=job.name) for job in jobs if job.name not in known],
        ignore_conflicts=True,
    )
    due = set(_due(clock()).values_list("name", flat=True))
    return sum(_run(job, clock) for job in jobs if job.name in due and may_go_on())


def _due(now: datetime) -> QuerySet[Run]:
    its_turn = Q(next_at__isnull=True) | Q(next_at__lte=now)
    free = Q(held_until__isnull=True) | Q(held_until__lte=now)
    return Run.objects.filter(its_turn, free)


def _run(job: Job, clock: Callable[[], datetime]) -> bool:
    """Claim, run, write down. Only one worker's UPDATE finds the job due."""
    started = clock()
    claimed = _due(started).filter(name=job.name)
    held_until = started + timedelta(seconds=job.lease)
    if not claimed.update(last_started=started, held_until=held_until):
        return False
    try:
        job.run(started)
    except Exception as error:
        _log.exception("The job %s failed.", job.name)
        _finish(job, started, clock(), fault=type(error).__name__)
    else:
        _finish(job, started, clock(), fault="")
    return True


def _finish(job: Job, started: datetime, now: datetime, *, fault: str) -> None:
    """Unless another worker has taken the job over in the meantime."""
    run = Run.objects.filter(name=job.name, last_started=started).first()
    if run is None:
        return
    run.failures = run.failures + 1 if fault else 0
    run.next_at = rules.next_run(job.every, started=started, failures=run.failures)
    run.last_finished, run.last_error, run.held_until = now, fault, None
    run.save()
