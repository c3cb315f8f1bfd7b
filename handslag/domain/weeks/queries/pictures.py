"""The EST pictures of a group, who writes them, and whose words who reads."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Max, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.incidents.models import Group
from handslag.domain.incidents.rules import AUTHORITIES, SMALL_PLACES
from handslag.domain.organisations.models import Kind, Organisation, Place
from handslag.domain.weeks.models import EstPassage, EstPicture
from handslag.domain.weeks.queries.groups import groups_seen_by, members_of
from handslag.domain.weeks.rules.spans import Span, SpanKind, latest_over
from handslag.domain.weeks.rules.words import Heading, PictureState


def pictures_of(group: Group) -> QuerySet[EstPicture]:
    """All of the group, the latest span and version first."""
    return EstPicture.objects.filter(group=group).select_related("within", "version")


def authorities_in(group: Group, *, today: date) -> frozenset[int]:
    """The members of the group that are authorities."""
    kinds = [kind.value for kind in AUTHORITIES]
    found = members_of(group, today=today).filter(kind__in=kinds)
    return frozenset(found.values_list("pk", flat=True))


def reads_drafts(actor: Actor, group: Group, *, today: date) -> bool:
    """Whether one of the actor's organisations there is an authority (F9.1). Others read
    the figures, and the words once they were read through and frozen."""
    own = actor.where(Act.SEE_REPORTS)
    return bool(own & authorities_in(group, today=today))


def writes_in(actor: Actor, group: Group, *, today: date) -> bool:
    """Whether the actor deals with reports for an authority of the group: they write."""
    deals = actor.where(Act.HANDLE_REPORTS)
    return bool(deals and deals & authorities_in(group, today=today))


def answers_for(picture: EstPicture) -> Organisation:
    """Whose picture it is: it freezes it, and the finding is its own."""
    if picture.within is not None:
        return picture.within
    lead = picture.group.lead
    return lead if Kind(lead.kind) in AUTHORITIES else _first_municipality(picture.group)


def _first_municipality(group: Group) -> Organisation:
    sits = group.members.filter(organisation__kind=Kind.MUNICIPALITY)
    return sits.select_related("organisation").earliest("pk").organisation


def municipalities_in(group: Group, *, today: date) -> list[Organisation]:
    """The municipalities of the group, by name."""
    return list(members_of(group, today=today).filter(kind=Kind.MUNICIPALITY))


def passages_of(picture: EstPicture) -> Mapping[Heading, EstPassage]:
    """What is written under each heading, in their order. One query."""
    found = {Heading(one.heading): one for one in picture.passages.all()}
    return {
        one: found.get(one, EstPassage(picture=picture, heading=one.value))
        for one in Heading
    }


def latest_number(picture: EstPicture) -> int:
    """The number of the latest version of the same span."""
    same = EstPicture.objects.filter(
        group=picture.group_id,
        within=picture.within_id,
        span=picture.span,
        starts=picture.starts,
    )
    return same.aggregate(latest=Max("number"))["latest"] or 0


def small_places(municipality: Organisation) -> QuerySet[Place]:
    """The places that are smaller than a square of the public map."""
    kinds = [kind.value for kind in SMALL_PLACES]
    return Place.objects.filter(within=municipality, kind__in=kinds).defer("shape")


def not_drawn_yet(actor: Actor, *, today: date) -> list[tuple[Group, Span]]:
    """Of the groups the actor writes for: each kind of span that was drawn before and
    whose latest one, now over, is not begun. Two queries."""
    leads = [
        one
        for one in groups_seen_by(actor, today=today)
        if actor.may(Act.HANDLE_REPORTS, one.lead_id)
    ]
    rows = (
        EstPicture.objects.filter(group__in=leads)
        .order_by()
        .values_list("group", "span")
        .annotate(latest=Max("starts"))
    )
    by_group = {one.pk: one for one in leads}
    found = [
        (by_group[group], over)
        for group, span, latest in rows
        if (over := latest_over(SpanKind(span), today)).starts > latest
    ]
    return sorted(found, key=lambda pair: (pair[0].name, pair[1].days))


def frozen_lately(homes: Collection[int]) -> QuerySet[EstPicture]:
    """Frozen pictures of at least a month about any of these, all versions."""
    longer = [one.value for one in SpanKind if one is not SpanKind.WEEK]
    rows = EstPicture.objects.filter(state=PictureState.FROZEN, span__in=longer)
    return rows.filter(within__in=homes) | rows.filter(
        within__isnull=True, group__lead__in=homes
    )
