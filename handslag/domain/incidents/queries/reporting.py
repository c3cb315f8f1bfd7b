"""What someone who reports needs: for whom and where, what was sent, what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from handslag.core.access import Act, Actor, Role
from handslag.domain.incidents.models import (
    GroupMember,
    Incident,
    Photo,
    Report,
    Step,
    Training,
)
from handslag.domain.incidents.rules.training import TRAINING
from handslag.domain.organisations.models import Membership, Organisation, Relation
from handslag.domain.organisations.queries import holding


@dataclass(frozen=True, slots=True)
class Post:
    """In whose service somebody reports, and to which municipality."""

    by: Organisation
    within: Organisation


def posts_of(actor: Actor, *, today: date) -> list[Post]:
    """Every way in which the person can report, by name. Four queries at most."""
    own = actor.where(Act.REPORT_INCIDENTS)
    pairs = {(one, one) for one in own} | _tied(own, today) | _together(own)
    wanted = {one for pair in pairs for one in pair}
    rows = Organisation.objects.filter(pk__in=wanted).select_related("desk")
    by_id = {one.pk: one for one in rows}
    found = [
        Post(by_id[by], by_id[within])
        for by, within in pairs
        if hasattr(by_id[within], "desk")
    ]
    return sorted(found, key=lambda post: (post.by.short_name, post.within.short_name))


def _tied(own: frozenset[int], today: date) -> set[tuple[int, int]]:
    ties = Relation.objects.filter(holding(today))
    below = ties.filter(lower__in=own).values_list("lower", "upper")
    above = ties.filter(upper__in=own).values_list("upper", "lower")
    return set(below.union(above))


def _together(own: frozenset[int]) -> set[tuple[int, int]]:
    sitting = GroupMember.objects.filter(organisation__in=own, until__isnull=True)
    return set(sitting.values_list("organisation", "group__members__organisation"))


def own_reports(actor: Actor) -> QuerySet[Report]:
    """What the person has sent in, newest first, with what became of it."""
    if actor.person_id is None:
        return Report.objects.none()
    incidents = Incident.objects.select_related("category", "place", "owner")
    steps = Prefetch("steps", Step.objects.select_related("owner").order_by("at", "pk"))
    photos = Prefetch("photos", Photo.objects.defer("waiting").order_by("pk"))
    rows = Report.objects.filter(person=actor.person_id, by__isnull=False)
    return (
        rows.select_related("within", "by")
        .prefetch_related(
            Prefetch("incidents", incidents.order_by("pk").prefetch_related(steps, photos))
        )
        .order_by("-sent_at", "-pk")
    )


def own_incident(actor: Actor, key: UUID) -> Incident | None:
    """An incident that the person has reported: to say "the same place" of."""
    if actor.person_id is None:
        return None
    mine = Incident.objects.filter(report__person=actor.person_id, public_id=key)
    return mine.select_related("place").first()


def last_incident(actor: Actor, within: Organisation) -> Incident | None:
    """What the person last reported in this municipality."""
    if actor.person_id is None:
        return None
    mine = Incident.objects.filter(report__person=actor.person_id, within=within)
    return mine.select_related("place").order_by("-pk").first()


def last_post(actor: Actor) -> tuple[int, int] | None:
    """For whom, and to whom, the person last reported."""
    mine = Report.objects.filter(person=actor.person_id, by__isnull=False)
    return mine.order_by("-sent_at", "-pk").values_list("by", "within").first()


def photos_waiting(actor: Actor) -> QuerySet[Photo]:
    """The photos that wait for this moderator, the oldest first. Without their content."""
    waiting = Photo.objects.filter(marked_at__isnull=False, waiting__isnull=False)
    here = waiting.filter(incident__within__in=actor.where(Act.MODERATE_REPORTS))
    rows = here.select_related("incident__category", "incident__place", "incident__within")
    return rows.defer("waiting").order_by("marked_at", "pk")


def photo_of(key: UUID) -> QuerySet[Photo]:
    """One photo, by its public key, whoever may see it: ask that first."""
    return Photo.objects.filter(public_id=key).select_related("incident__report", "file")


def has_passed(actor: Actor) -> bool:
    """Whether the person has read what must be read before reporting, as it is now."""
    passed = Training.objects.filter(person=actor.person_id, version=TRAINING)
    return actor.person_id is not None and passed.exists()


@dataclass(frozen=True, slots=True)
class Trained:
    """A reporter, and when they had read what must be read; never: not yet."""

    name: str
    organisation: str
    passed_at: datetime | None


def trained(actor: Actor, *, today: date) -> list[Trained]:
    """The reporters who can report where this person handles reports, by organisation."""
    here = actor.where(Act.HANDLE_REPORTS)
    near = {lower for lower, _ in _around(here, today)} | here
    held = Membership.objects.filter(
        organisation__in=near, role=Role.REPORTER, since__lte=today
    ).exclude(until__lt=today)
    rows = list(held.select_related("person", "organisation"))
    passed = dict(
        Training.objects.filter(
            version=TRAINING, person__in=[one.person_id for one in rows]
        ).values_list("person", "passed_at")
    )
    found = [
        Trained(one.person.name, one.organisation.name, passed.get(one.person_id))
        for one in rows
    ]
    return sorted(found, key=lambda one: (one.organisation, one.name))


def _around(here: frozenset[int], today: date) -> set[tuple[int, int]]:
    """Who may report in these municipalities: (organisation, municipality)."""
    tied = {(other, own) for own, other in _tied(here, today)}
    return tied | {(other, own) for own, other in _together(here)}
