"""How many deeds eight writers get into the log in a second.

Once as it is, sealed afterwards by a ninth process; once as it was weighed and
not chosen, each writer sealing its own row and holding the head of the chain.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import django
from django.db import transaction
from django.utils.timezone import now as clock  # noqa: TID251 (measures)

from handslag.config.schedule import JOBS, seal
from handslag.core.access import system
from handslag.core.accounts.models import Person
from handslag.core.audit import rules, services, verification
from handslag.core.audit.models import Entry, Seal, Unsealed

DATABASE = "postgresql"
WRITERS = 8
SECONDS = 4.0
RHYTHM = next(job.every for job in JOBS if job.name == "seal_audit")
ACTOR = system("bench")


def _write(sealing_at_once: bool) -> int:
    """One writer: as many deeds as there is time for."""
    person = Person.objects.get()
    until, count = time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        with transaction.atomic():
            entry = services.record(ACTOR, "tried", person, party=count)
            if sealing_at_once:
                _seal(entry)
        count += 1
    return count


def _seal(entry: Entry) -> None:
    services._take_turn()
    last = Seal.objects.order_by("-no").first()
    no, previous = (last.no + 1, last.hash) if last else (1, rules.FIRST)
    now = clock()
    hash_ = rules.seal_hash(no=no, previous=previous, sealed_at=now, entry=entry.facts())
    Seal.objects.create(no=no, entry=entry, previous=previous, hash=hash_, sealed_at=now)
    Unsealed.objects.filter(pk=entry.pk).delete()


def _keep_sealing() -> float:
    """The worker's part meanwhile, in its rhythm; the longest that a row waited."""
    until, longest = time.monotonic() + SECONDS, 0.0
    while time.monotonic() < until:
        time.sleep(RHYTHM)
        oldest = Entry.objects.filter(waiting__isnull=False).order_by("pk").first()
        seal(clock())
        if oldest:
            longest = max(longest, (clock() - oldest.at).total_seconds())
    return longest


def measure_eight_writers() -> dict[str, float | int]:
    """Deeds in a second, both ways, and how far behind the seals are at the end."""
    Person.objects.create(email="bench@example.org", name="Bench")
    context = get_context("spawn")
    with ProcessPoolExecutor(WRITERS + 1, context, initializer=django.setup) as pool:
        list(pool.map(_write_nothing, range(WRITERS * 2)))  # everyone has started
        sealer = pool.submit(_keep_sealing)
        afterwards = sum(pool.map(_write, [False] * WRITERS))
        waited = sealer.result()
        seal(clock())
        at_once = sum(pool.map(_write, [True] * WRITERS))
    began = time.monotonic()
    faults = len(list(verification.findings(now=clock())))
    verified = Seal.objects.count() / (time.monotonic() - began)
    return {
        "audit writes/s, 8 writers, sealed afterwards": afterwards / SECONDS,
        "audit writes/s, 8 writers, head locked (not chosen)": at_once / SECONDS,
        "audit longest wait for a seal, s": waited,
        "audit rows verified/s": verified,
        "audit faults": faults,
    }


def _write_nothing(_number: int) -> None:
    time.sleep(0.1)
