"""Organisations come to be, get names, places and ways of contact."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.domain.organisations import rules
from handslag.domain.organisations.models import Organisation, Place, Slug
from handslag.domain.organisations.rules import Kind, PlaceKind
from handslag.domain.organisations.services.public import (
    bump_public,
    make_findable,
    require_own,
)

MOST_AT_ONCE = 5  # attempts at an address that others take meanwhile


@dataclass(frozen=True, slots=True)
class Point:
    """Where a place is, in WGS 84."""

    lon: float
    lat: float


@transaction.atomic
def found(
    actor: Actor,
    *,
    kind: Kind,
    name: str,
    short_name: str = "",
    code: str = "",
    population: int | None = None,
    is_example: bool = False,
    home: Organisation | None = None,
    today: date,
) -> Organisation:
    """Add an organisation; `home`: where a coordinator adds one who helps."""
    _may_found(actor, kind, home)
    if not name.strip():
        raise rules.NotAllowedError("name_missing")
    organisation = _put_in(
        Organisation(
            kind=kind,
            name=name.strip(),
            short_name=short_name.strip() or name.strip(),
            code=code,
            population=population,
            is_example=is_example,
        )
    )
    if kind in rules.ADDRESSED:
        _give_address(organisation, today)
        make_findable([organisation])
    record(
        actor,
        "organisations.founded",
        organisation,
        on_behalf=home.pk if home else None,
        kind=str(kind),
    )
    return organisation


def _may_found(actor: Actor, kind: Kind, home: Organisation | None) -> None:
    """Authorities come with the installation. A coordinator adds those who help at
    home: a council, a housing company, an association.
    """
    if home is None:
        require_system(actor)
        return
    require(actor, Act.WRITE_PROMISE, in_any_of=frozenset({home.pk}))
    if kind not in rules.MAY_BE_ADDED:
        raise rules.NotAllowedError("kind_comes_with_the_installation")


@transaction.atomic
def rename(
    actor: Actor, organisation: Organisation, *, name: str, short_name: str, today: date
) -> None:
    """Give it a new name. The old address is kept and leads to the new one."""
    require_own(actor, organisation)
    if not name.strip() or not short_name.strip():
        raise rules.NotAllowedError("name_missing")
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    organisation.name, organisation.short_name = name.strip(), short_name.strip()
    organisation.save(update_fields=["name", "short_name"])
    if Kind(organisation.kind) in rules.ADDRESSED:
        _give_address(organisation, today)
        make_findable([organisation])
    bump_public(organisation)
    record(actor, "organisations.renamed", organisation)


@transaction.atomic
def set_contact(
    actor: Actor, organisation: Organisation, *, name: str, email: str, phone: str
) -> None:
    """Say how the public reaches it. The name is of a function, not of a person."""
    require_own(actor, organisation, act=Act.SAY_CONTACT)
    Organisation.objects.filter(pk=organisation.pk).update(
        contact_name=name.strip(), contact_email=email.strip(), contact_phone=phone.strip()
    )
    organisation.refresh_from_db()
    bump_public(organisation)
    record(actor, "organisations.contact_set", organisation)


@transaction.atomic
def set_population(
    actor: Actor, organisation: Organisation, *, population: int, year: int | None
) -> None:
    """Say how many live there, and of which year the number is."""
    require_own(actor, organisation)
    Organisation.objects.filter(pk=organisation.pk).update(
        population=population, population_year=year
    )
    organisation.refresh_from_db()
    bump_public(organisation)
    record(actor, "organisations.population_set", organisation, year=year)


@transaction.atomic
def name_place(
    actor: Actor,
    within: Organisation,
    *,
    kind: PlaceKind,
    name: str,
    point: Point | None = None,
    parent: Place | None = None,
    shape: dict[str, object] | None = None,
    source: str = "",
) -> Place:
    """Give a place in the organisation's area a name, to speak of it in promises."""
    if actor.kind != "system":
        require(actor, Act.WRITE_PROMISE, in_any_of=frozenset({within.pk}))
    if not name.strip():
        raise rules.NotAllowedError("name_missing")
    if parent is not None and parent.within_id != within.pk:
        raise rules.NotAllowedError("place_lies_elsewhere")
    place = Place.objects.create(
        within=within,
        kind=kind,
        name=name.strip(),
        lon=point.lon if point else None,
        lat=point.lat if point else None,
        parent=parent,
        shape=shape,
        source=source,
    )
    record(actor, "organisations.place_named", place, within=within.pk)
    return place


def _put_in(organisation: Organisation) -> Organisation:
    """Save it, unless its official code belongs to another of its kind."""
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as error:
        raise rules.NotAllowedError("code_taken") from error
    return organisation


def _give_address(organisation: Organisation, today: date) -> None:
    """An address of its own: the next one, if somebody takes the first meanwhile."""
    for _ in range(MOST_AT_ONCE):
        try:
            with transaction.atomic():
                return _take_slug(organisation, today)
        except IntegrityError:
            continue
    raise rules.NotAllowedError("address_taken")


def _take_slug(organisation: Organisation, today: date) -> None:
    """The slug of its present name; one it had before is taken up again."""
    own = Slug.objects.filter(organisation=organisation)
    taken = Slug.objects.exclude(organisation=organisation).values_list("slug", flat=True)
    wanted = rules.propose_slug(organisation.short_name, set(taken))
    if own.filter(slug=wanted, current=True).exists():
        return
    own.filter(current=True).update(current=False)
    Slug.objects.update_or_create(
        organisation=organisation, slug=wanted, defaults={"current": True, "since": today}
    )
