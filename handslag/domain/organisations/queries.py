"""Who someone is here, and which organisations belong together."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from handslag.core.access import GRANTS, Act, Actor, Role
from handslag.core.accounts.models import Person
from handslag.core.text import plain
from handslag.domain.organisations.models import (
    InhabitedSquare,
    Kind,
    Membership,
    Organisation,
    Place,
    Relation,
    Tie,
)
from handslag.domain.organisations.rules import MAY_AGREE, MAY_PROMISE
from handslag.statistics.grid import parent


def actor_for(person: Person, *, today: date) -> Actor:
    """The person with the roles they hold today. Decides all they may do. One query."""
    held = (
        Membership.objects.filter(person=person, since__lte=today)
        .exclude(until__lt=today)
        .values_list("organisation_id", "role")
    )
    roles = frozenset((where, Role(role)) for where, role in held)
    return Actor(
        name=person.name,
        person_id=person.pk,
        roles=roles if person.is_active else frozenset(),
    )


def visible_to(actor: Actor) -> QuerySet[Organisation]:
    """The organisations whose workspace the actor may see."""
    return Organisation.objects.filter(pk__in=actor.where(Act.SEE_WORKSPACE))


def municipality_by_code(code: str) -> Organisation | None:
    """The municipality with this official four-digit code."""
    return Organisation.objects.filter(kind=Kind.MUNICIPALITY, code=code).first()


def municipality_by_slug(slug: str) -> Organisation | None:
    """The municipality that has, or once had, this address."""
    found = Organisation.objects.filter(kind=Kind.MUNICIPALITY, slugs__slug=slug)
    return found.first()


def municipalities_by_name() -> dict[str, Organisation]:
    """Every real municipality, under its name and its short name, both made plain."""
    real = Organisation.objects.filter(kind=Kind.MUNICIPALITY, is_example=False)
    named: dict[str, Organisation] = {}
    for one in real.order_by("pk"):
        named[plain(one.name)] = one
        named[plain(one.short_name)] = one
    return named


def holding(today: date) -> Q:
    """The relations that hold on a day. Both ends are inclusive; unknown is open."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=today)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gte=today))


def police_for(
    municipality: Organisation, *, today: date | None = None
) -> Organisation | None:
    """The police district that serves the municipality: on a day, or for the time being."""
    when = Q(valid_to__isnull=True) if today is None else holding(today)
    serving = (
        Relation.objects.filter(when, upper=municipality, kind=Tie.SERVES)
        .select_related("lower")
        .order_by("-valid_from", "pk")
    )
    by_kind = {relation.lower.kind: relation.lower for relation in reversed(serving)}
    return by_kind.get(Kind.POLICE_DISTRICT) or by_kind.get(Kind.POLICE_AREA)


def party_organisations(
    organisation: Organisation, *, today: date
) -> QuerySet[Organisation]:
    """The organisation itself and all that are tied to it: those who may take part."""
    ties = Relation.objects.filter(holding(today))
    below = ties.filter(upper=organisation).values("lower")
    above = ties.filter(lower=organisation).values("upper")
    return Organisation.objects.filter(
        Q(pk=organisation.pk) | Q(pk__in=below) | Q(pk__in=above)
    )


def where(actor: Actor, act: Act) -> QuerySet[Organisation]:
    """The organisations in which the actor may do this, by name."""
    return Organisation.objects.filter(pk__in=actor.where(act)).order_by("name", "pk")


def around(organisation: Organisation, *, today: date) -> QuerySet[Organisation]:
    """Those an organisation can act together with: itself, all that are tied to it,
    and the municipalities that share its police or its council."""
    ties = Relation.objects.filter(holding(today))
    sharing = ties.filter(upper=organisation, kind__in=[Tie.SERVES, Tie.COVERS])
    neighbours = ties.filter(
        kind__in=[Tie.SERVES, Tie.COVERS], lower__in=sharing.values("lower")
    )
    tied = party_organisations(organisation, today=today).values("pk")
    return Organisation.objects.filter(
        Q(pk__in=tied) | Q(pk__in=neighbours.values("upper"))
    ).order_by("name", "pk")


def municipalities_of(
    organisations: Collection[int], *, today: date
) -> QuerySet[Organisation]:
    """The municipalities among these, and those that the police among them serve."""
    served = Relation.objects.filter(
        holding(today), lower__in=organisations, kind=Tie.SERVES
    )
    return Organisation.objects.filter(
        Q(pk__in=organisations) | Q(pk__in=served.values("upper")),
        kind=Kind.MUNICIPALITY,
    ).order_by("name", "pk")


def named(
    among: QuerySet[Organisation], *, also: Iterable[Organisation] = ()
) -> QuerySet[Organisation]:
    """Those, and also these, by name."""
    others = [one.pk for one in also]
    both = Q(pk__in=among.values("pk")) | Q(pk__in=others)
    return Organisation.objects.filter(both).order_by("name", "pk")


def that_may_promise(
    among: QuerySet[Organisation], *, also: Iterable[Organisation] = ()
) -> QuerySet[Organisation]:
    """Those among them that can be party to a set, and those that already are."""
    return named(among.filter(kind__in=MAY_PROMISE), also=also)


def that_may_agree(
    among: QuerySet[Organisation], *, also: Iterable[Organisation] = ()
) -> QuerySet[Organisation]:
    """Those among them that can be party to an agreement, and those that already are."""
    return named(among.filter(kind__in=MAY_AGREE), also=also)


def names_of(people: Collection[int]) -> dict[int, str]:
    """What people are called, by their number. Those who have left have no name."""
    return dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))


def members_of(organisation: Organisation, *, today: date) -> QuerySet[Membership]:
    """Those who hold a role in the organisation today or later, by name."""
    held = Membership.objects.filter(organisation=organisation).exclude(until__lt=today)
    return held.select_related("person").order_by("person__name", "role")


def people_who(
    act: Act, organisation: Organisation, *, today: date
) -> QuerySet[Membership]:
    """Those in an organisation whose role today lets them do this."""
    roles = [role.value for role, acts in GRANTS.items() if act in acts]
    rows = Membership.objects.filter(
        organisation=organisation, role__in=roles, since__lte=today
    )
    return rows.exclude(until__lt=today).select_related("person")


def roles_of(person: Person, *, today: date) -> list[tuple[Organisation, Role]]:
    """The roles someone holds today, and where."""
    held = Membership.objects.filter(person=person, since__lte=today).exclude(
        until__lt=today
    )
    rows = held.select_related("organisation").order_by("organisation__name", "role")
    return [(one.organisation, Role(one.role)) for one in rows]


def inhabitants_by_square(organisation: Organisation, size: int) -> dict[int, int]:
    """How many live in each square of `size` metres; a square that is not there is not
    known, and not empty. Smaller squares are added up."""
    rows = InhabitedSquare.objects.filter(within=organisation)
    found: Counter[int] = Counter()
    for smaller, square, inhabitants in rows.values_list("size", "square", "inhabitants"):
        if size % smaller == 0:
            found[parent(square, size, of=smaller)] += inhabitants
    return dict(found)


def places_in(organisation: Organisation) -> QuerySet[Place]:
    """The named places in the area of an organisation, by name."""
    return Place.objects.filter(within=organisation).order_by("name", "pk")
