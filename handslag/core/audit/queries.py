"""Finding log entries and the heads of the chain."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model, Q, QuerySet

from handslag.core.audit.models import DayHead, Entry, Seal, Unsealed
from handslag.core.audit.rules import Head, day_of


@dataclass(frozen=True, slots=True)
class PublishedHead:
    """The head of one day, as anyone may see it and keep it."""

    day: date
    no: int
    hash: str


def about(subject: Model) -> QuerySet[Entry]:
    """What has been done with one thing, oldest first."""
    return Entry.objects.filter(
        subject_kind=subject._meta.label_lower,
        subject_id=str(getattr(subject, "public_id", subject.pk)),
    ).order_by("pk")


def about_any(subjects: Iterable[Model]) -> QuerySet[Entry]:
    """What has been done with any of these things, latest first."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for one in subjects:
        keys[one._meta.label_lower].add(str(getattr(one, "public_id", one.pk)))
    wanted = Q(pk__in=[])
    for kind, ids in keys.items():
        wanted |= Q(subject_kind=kind, subject_id__in=ids)
    return Entry.objects.filter(wanted).order_by("-pk")


def is_sealing_due(now: datetime) -> bool:
    """Whether anything waits for a seal, or a finished day for its head.

    Asked before the sealing, because on SQLite even an empty transaction makes
    others wait.
    """
    if Unsealed.objects.exists():
        return True
    seal = Seal.objects.order_by("-no").first()
    if seal is None or day_of(seal.sealed_at) >= day_of(now):
        return False
    return not DayHead.objects.filter(day=day_of(seal.sealed_at)).exists()


def latest_head() -> Head | None:
    """Where the chain stands now."""
    seal = Seal.objects.order_by("-no").first()
    return Head(seal.no, seal.hash) if seal else None


def day_heads(most: int = 366) -> list[PublishedHead]:
    """The heads of past days, latest first."""
    return [
        PublishedHead(head.day, head.no, head.hash)
        for head in DayHead.objects.order_by("-day")[:most]
    ]
