from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from handslag.core.access import GRANTS, Act
from handslag.core.deadlines import Deadline
from handslag.core.periods import STOCKHOLM
from handslag.domain.organisations.models import Membership, Organisation
from handslag.domain.year.models import Reminder
from handslag.domain.year.rules.reminders import ESCALATED, to_escalate, to_send

Key = tuple[int, str, str, date]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a letter goes, and in which language."""

    email: str
    language: str


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder that is to be sent: of what, at which step, to which organisations."""

    deadline: Deadline
    step: str
    to: tuple[int, ...]

    @property
    def is_escalation(self) -> bool:
        return self.step == ESCALATED


def key_of(deadline: Deadline) -> Key:
    return deadline.home, deadline.kind, deadline.path, deadline.due_on


def due_reminders(deadlines: Collection[Deadline], *, today: date) -> list[Due]:
    """What is to be sent today, each once. One query."""
    sent = _sent({one.home for one in deadlines})
    due: dict[tuple[Key, str], Due] = {}
    for one in deadlines:
        key = key_of(one)
        step = to_send(one.due_on, sent=sent[key], today=today)
        if step:
            due.setdefault((key, step.code), Due(one, step.code, (one.home,)))
        if one.others and to_escalate(one.due_on, sent=sent[key], today=today):
            due.setdefault((key, ESCALATED), Due(one, ESCALATED, one.others))
    return list(due.values())


def recipients(organisations: Iterable[int], *, today: date) -> dict[int, list[Recipient]]:
    """Who follows up in each organisation; where nobody does, its contact. Two queries."""
    keys = set(organisations)
    roles = [role.value for role, acts in GRANTS.items() if Act.FOLLOW_UP in acts]
    held = (
        Membership.objects.filter(organisation__in=keys, role__in=roles)
        .filter(Q(until__isnull=True) | Q(until__gte=today), since__lte=today)
        .filter(person__is_active=True)
        .select_related("person")
        .order_by("pk")
    )
    found: defaultdict[int, list[Recipient]] = defaultdict(list)
    for one in held:
        known = Recipient(one.person.email, one.person.language)
        if known not in found[one.organisation_id]:
            found[one.organisation_id].append(known)
    silent = Organisation.objects.filter(pk__in=keys - found.keys()).exclude(
        contact_email=""
    )
    for organisation in silent:
        found[organisation.pk].append(Recipient(organisation.contact_email, "sv"))
    return dict(found)


def _sent(homes: Collection[int]) -> defaultdict[Key, list[str]]:
    rows = Reminder.objects.filter(home__in=homes)
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for home, kind, path, due_on, step in rows.values_list(
        "home", "kind", "path", "due_on", "step"
    ):
        found[home, kind, path, due_on].append(step)
    return found


def latest_reminders(home: Organisation, *, most: int = 20) -> list[Reminder]:
    """What has been sent about the municipality, the latest first."""
    return list(Reminder.objects.filter(home=home).order_by("-sent_at", "-pk")[:most])


def reminded_on(day: date) -> bool:
    """Whether reminders have gone out on this day, in Sweden."""
    begins = datetime.combine(day, time(), tzinfo=STOCKHOLM)
    return Reminder.objects.filter(
        sent_at__gte=begins, sent_at__lt=begins + timedelta(days=1)
    ).exists()
