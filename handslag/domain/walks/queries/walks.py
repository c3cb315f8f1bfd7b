"""The walks somebody works with, and what belongs to one."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from handslag.core.access import Act, Actor
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.walks.models import Finding, Judgement, Sheet, Stop, Walk
from handslag.domain.walks.rules import Level, Parameter


def homes(actor: Actor) -> QuerySet[Organisation]:
    """The municipalities in which the actor may plan walks."""
    own = actor.where(Act.LISTEN)
    return Organisation.objects.filter(pk__in=own, kind=Kind.MUNICIPALITY).order_by("name")


def walks_seen_by(actor: Actor) -> QuerySet[Walk]:
    """Those of one's own municipality, and those that ask one's organisation something."""
    own = actor.where(Act.SEE_WORKSPACE)
    asked = Finding.objects.filter(owner__in=own, asked_at__isnull=False).values("walk")
    return (
        Walk.objects.filter(Q(occasion__home__in=own) | Q(pk__in=asked))
        .select_related("occasion__home", "again_of__occasion")
        .order_by("-occasion__starts", "-pk")
    )


def counted(walks: QuerySet[Walk]) -> QuerySet[Walk]:
    """With how many stops and findings there are, and how many wait for an answer."""
    rows = Finding.objects.filter(walk=OuterRef("pk")).order_by().values("walk")
    number = rows.annotate(n=Count("pk")).values("n")
    waiting = rows.filter(asked_at__isnull=False, answers__isnull=True)
    return walks.annotate(
        stops_n=Coalesce(
            Subquery(
                Stop.objects.filter(walk=OuterRef("pk"))
                .order_by()
                .values("walk")
                .annotate(n=Count("pk"))
                .values("n")
            ),
            0,
        ),
        findings_n=Coalesce(Subquery(number), 0),
        unanswered_n=Coalesce(Subquery(waiting.annotate(n=Count("pk")).values("n")), 0),
    )


def leads(actor: Actor, walk: Walk) -> bool:
    """Whether the actor plans and leads it."""
    return actor.may(Act.LISTEN, walk.occasion.home_id)


def works_at_home(actor: Actor, walk: Walk) -> bool:
    """Whether the actor sees all of it, and not only what is asked."""
    return actor.may(Act.SEE_WORKSPACE, walk.occasion.home_id)


def stops_of(walk: Walk) -> list[Stop]:
    """The route, each stop with what the groups said of it. Three queries."""
    judged = Prefetch("judgements", queryset=Judgement.objects.order_by("pk"))
    sheets = Prefetch(
        "sheets", queryset=Sheet.objects.order_by("pk").prefetch_related(judged)
    )
    return list(walk.stops.order_by("position", "pk").prefetch_related(sheets))


def levels_of(stop: Stop) -> dict[Parameter, list[Level]]:
    """What the groups said of it, by what they looked at. Asks nothing anew."""
    found: dict[Parameter, list[Level]] = {}
    for sheet in stop.sheets.all():
        for one in sheet.judgements.all():
            found.setdefault(Parameter(one.parameter), []).append(Level(one.level))
    return found


def seen_on(walk: Walk) -> int:
    """How many things were said: findings and judgements."""
    return walk.findings.count() + Judgement.objects.filter(sheet__stop__walk=walk).count()


def points_of(stops: Sequence[Stop]) -> list[Stop]:
    """Those that are on the map."""
    return [one for one in stops if one.lon is not None and one.lat is not None]


def finding_by_key(key: UUID) -> Finding | None:
    """What a device has sent before under this key."""
    return Finding.objects.filter(key=key).select_related("walk__occasion__home").first()


def again_of(walk: Walk) -> Walk | None:
    """The walk that walked this route again, if one did."""
    return Walk.objects.filter(again_of=walk).select_related("occasion").first()
