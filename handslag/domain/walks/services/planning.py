"""A walk is planned at its first meeting, walked at its second, answered at its third."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import OccasionDraft, Phase, Way
from handslag.domain.walks import queries
from handslag.domain.walks.models import Stop, TookPart, Walk
from handslag.domain.walks.rules import HeldDraft, Kind, Stage, WalkDraft
from handslag.domain.walks.rules.drafts import (
    check_took_part,
    check_walk,
    check_walked,
)
from handslag.domain.walks.services.steps import locked, may_lead, refuse_certain, show


@transaction.atomic
def plan_walk(actor: Actor, home: Organisation, draft: WalkDraft, *, now: datetime) -> Walk:
    """Write down that one is to walk, with the occasion that it is."""
    require(actor, Act.LISTEN, in_any_of=frozenset({home.pk}))
    _check(draft)
    occasion = voices.plan_occasion(actor, home, _occasion(draft), now=now)
    walk = Walk(occasion=occasion, made_at=now)
    _write(walk, draft)
    record(actor, "walks.planned", walk, on_behalf=home.pk, kind=draft.kind.value)
    return walk


@transaction.atomic
def save_walk(
    actor: Actor, walk: Walk, draft: WalkDraft, *, revision: int, now: datetime
) -> Walk:
    """Change the day, the meetings, who leads it."""
    may_lead(actor, walk)
    walk = locked(walk)
    same_revision(revision, walk.revision)
    _check(draft)
    before = walk.occasion
    kept = {
        "people": before.people,
        "said": before.said,
        "became": before.became,
        "how_to_read": before.how_to_read,
    }
    walk.occasion = voices.change_occasion(
        actor, before, _occasion(draft, **kept), revision=before.revision, now=now
    )
    walk.revision += 1
    _write(walk, draft)
    record(actor, "walks.changed", walk, on_behalf=before.home_id)
    return walk


@transaction.atomic
def walk_again(actor: Actor, walk: Walk, draft: WalkDraft, *, now: datetime) -> Walk:
    """Plan to walk the same route again, so that the two can be compared."""
    may_lead(actor, walk)
    walk = locked(walk, until=Stage.TOLD)
    if walk.stage == Stage.PLANNED:
        raise NotAllowedError("walks.walk_it_first")
    if Walk.objects.filter(again_of=walk).exists():
        raise NotAllowedError("walks.walked_again_already")
    if draft.walk_on <= walk.occasion.starts:
        raise NotAllowedError("walks.again_comes_after")
    draft = replace(draft, is_example=walk.occasion.is_example)
    new = plan_walk(actor, walk.occasion.home, draft, now=now)
    new.again_of = walk
    new.save(update_fields=["again_of"])
    Stop.objects.bulk_create(
        Stop(
            walk=new,
            position=one.position,
            name=one.name,
            look=one.look,
            lon=one.lon,
            lat=one.lat,
            again_of=one,
        )
        for one in walk.stops.all()
    )
    record(actor, "walks.walked_again", new, on_behalf=walk.occasion.home_id)
    return new


@transaction.atomic
def invite(actor: Actor, walk: Walk, *, now: datetime) -> Walk:
    """Let everyone read that they may come. The route must be there."""
    may_lead(actor, walk)
    walk = locked(walk, until=Stage.PLANNED)
    if not walk.stops.exists():
        raise NotAllowedError("walks.no_route")
    if not walk.gathers:
        raise NotAllowedError("walks.say_where_one_meets")
    voices.step(actor, walk.occasion, Phase.OPEN, now=now)
    record(actor, "walks.invited", walk, on_behalf=walk.occasion.home_id)
    return walk


@transaction.atomic
def save_held(
    actor: Actor, walk: Walk, draft: HeldDraft, *, revision: int, now: datetime, today: date
) -> Walk:
    """The second meeting is over: light, weather, and how many took part as what."""
    may_lead(actor, walk)
    walk = locked(walk)
    same_revision(revision, walk.revision)
    check_took_part(draft.took_part)
    people = sum(draft.took_part.values())
    check_walked(
        Kind(walk.kind),
        walk_on=walk.occasion.starts,
        today=today,
        stops=walk.stops.count(),
        seen=queries.seen_on(walk),
        people=people,
    )
    walk.light, walk.weather = draft.light.value, draft.weather.value
    walk.stage = Stage.WALKED.value
    walk.revision += 1
    walk.save()
    walk.took_part.all().delete()
    TookPart.objects.bulk_create(
        TookPart(walk=walk, role=role.value, people=count)
        for role, count in draft.took_part.items()
        if count
    )
    voices.count_people(actor, walk.occasion, people, now=now)
    walk.occasion = voices.step(actor, walk.occasion, Phase.HEARD, now=now)
    record(actor, "walks.walked", walk, on_behalf=walk.occasion.home_id, people=people)
    return walk


@transaction.atomic
def hold_third(actor: Actor, walk: Walk, *, revision: int, today: date) -> Walk:
    """The third meeting has been held: those who walked heard the answers there are.

    An answer that is lacking is shown as lacking; it may still come."""
    may_lead(actor, walk)
    walk = locked(walk)
    same_revision(revision, walk.revision)
    if walk.stage != Stage.WALKED:
        raise NotAllowedError("walks.walk_it_first")
    if walk.findings.filter(waits=True).exists():
        raise NotAllowedError("walks.words_wait")
    if walk.asked_at is None and queries.not_asked(walk).exists():
        raise NotAllowedError("walks.ask_first")
    walk.stage = Stage.TOLD.value
    walk.answers_on = walk.answers_on or today
    walk.revision += 1
    walk.save()
    show(walk)
    record(actor, "walks.told", walk, on_behalf=walk.occasion.home_id)
    return walk


def _check(draft: WalkDraft) -> None:
    check_walk(draft)
    refuse_certain(draft.title, draft.purpose, draft.leader, draft.gathers)


def _occasion(draft: WalkDraft, **kept: object) -> OccasionDraft:
    return OccasionDraft(
        Way.WALK,
        draft.title,
        draft.walk_on,
        draft.walk_on,
        is_example=draft.is_example,
        **kept,  # type: ignore[arg-type]
    )


def _write(walk: Walk, draft: WalkDraft) -> None:
    walk.kind = draft.kind.value
    walk.purpose, walk.leader = draft.purpose.strip(), draft.leader.strip()
    walk.gathers = draft.gathers.strip()
    walk.first_on, walk.answers_on = draft.first_on, draft.answers_on
    walk.save()
