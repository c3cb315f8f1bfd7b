"""A council comes to be, gets groups below it, and says what it is."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from handslag.core.access import Act, Actor, require, system
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.council import queries
from handslag.domain.council.models import Council, Seat
from handslag.domain.council.rules.drafts import CouncilDraft
from handslag.domain.council.rules.words import Layer, SeatPlace
from handslag.domain.council.services.steps import locked_council, may_run, tell_public
from handslag.domain.organisations import services as organisations
from handslag.domain.organisations.models import Kind, Organisation, Tie
from handslag.domain.organisations.queries import police_for


@transaction.atomic
def found_council(
    actor: Actor,
    *,
    home: Organisation,
    name: str,
    now: datetime,
    today: date,
    with_usual_seats: bool = True,
    is_example: bool = False,
) -> Council:
    """Found the council that a municipality leads; with the seats that most have.

    A body that covers the municipality already becomes the council.
    """
    require(actor, Act.RUN_COUNCIL, in_any_of=frozenset({home.pk}))
    if home.kind != Kind.MUNICIPALITY:
        raise NotAllowedError("council.home_is_municipal")
    if not name.strip():
        raise NotAllowedError("council.name_missing")
    body = queries.bodies_without_council(home).first() or _new_body(
        actor, home, name, today
    )
    council = Council.objects.create(
        organisation=body,
        home=home,
        name=name.strip(),
        is_example=is_example,
        made_at=now,
    )
    if with_usual_seats:
        _usual_seats(council, today)
    record(actor, "council.founded", council, on_behalf=home.pk)
    tell_public(council)
    return council


def _new_body(actor: Actor, home: Organisation, name: str, today: date) -> Organisation:
    """The body itself. That it covers the municipality follows from who founds it."""
    body = organisations.found(actor, kind=Kind.COUNCIL, name=name, home=home, today=today)
    organisations.relate(system("council"), body, Tie.COVERS, home, valid_from=today)
    return body


def _usual_seats(council: Council, today: date) -> None:
    """A municipal chair, the police in a leading position, and who prepares it."""
    home, police = council.home, police_for(council.home)
    with translation.override("sv"):
        usual: list[tuple[Organisation | None, SeatPlace, str, bool]] = [
            (home, SeatPlace.CHAIR, _("chair of the municipal executive board"), True),
            (police, SeatPlace.VICE_CHAIR, _("head of the local police district"), True),
            (home, SeatPlace.MEMBER, _("chief executive of the municipality"), True),
            (home, SeatPlace.MEMBER, _("head of social services"), True),
            (home, SeatPlace.MEMBER, _("head of schools"), True),
            (police, SeatPlace.ADJUNCT, _("liaison officer"), False),
            (home, SeatPlace.SECRETARY, _("safety coordinator"), False),
        ]
    Seat.objects.bulk_create(
        Seat(
            council=council,
            organisation=of,
            place=place,
            function=function,
            is_leading=is_leading,
            email=_address_of(of, place),
            since=today,
            position=position,
        )
        for position, (of, place, function, is_leading) in enumerate(usual, start=1)
        if of is not None
    )


def _address_of(of: Organisation, place: SeatPlace) -> str:
    """Those who prepare the council are reached at the published contact."""
    return of.contact_email if place in {SeatPlace.SECRETARY, SeatPlace.ADJUNCT} else ""


@transaction.atomic
def save_council(
    actor: Actor, council: Council, draft: CouncilDraft, *, revision: int
) -> Council:
    """Change what the council says of itself."""
    may_run(actor, council)
    council = locked_council(council)
    same_revision(revision, council.revision)
    if not draft.name.strip():
        raise NotAllowedError("council.name_missing")
    if draft.elected_from and draft.elected_to and draft.elected_to < draft.elected_from:
        raise NotAllowedError("ends_before_start")
    words: Mapping[str, object] = {
        name: getattr(draft, name) for name in CouncilDraft.__dataclass_fields__
    }
    for name, value in words.items():
        setattr(council, name, value)
    council.revision += 1
    council.save(update_fields=[*words, "revision"])
    tell_public(council)
    record(actor, "council.changed", council, on_behalf=council.home_id)
    return council


@transaction.atomic
def add_group(
    actor: Actor, council: Council, *, layer: Layer, name: str, purpose: str, now: datetime
) -> Council:
    """Put a preparing group or an EST group below a council."""
    may_run(actor, council)
    if layer is Layer.STRATEGIC or council.parent_id is not None:
        raise NotAllowedError("council.group_below")
    if not name.strip():
        raise NotAllowedError("council.name_missing")
    group = Council.objects.create(
        organisation=council.organisation,
        home=council.home,
        name=name.strip(),
        layer=layer,
        parent=council,
        purpose=purpose.strip(),
        is_example=council.is_example,
        made_at=now,
    )
    tell_public(council)
    record(actor, "council.group_added", group, on_behalf=council.home_id)
    return group


@transaction.atomic
def join(
    actor: Actor, council: Council, municipality: Organisation, *, today: date
) -> None:
    """A municipality that has been given a seat joins: the council covers it too."""
    require(actor, Act.RUN_COUNCIL, in_any_of=frozenset({municipality.pk}))
    council = locked_council(council)
    if municipality not in queries.invited_to_join(actor, council):
        raise NotAllowedError("council.not_invited")
    organisations.relate(
        system("council"), council.organisation, Tie.COVERS, municipality, valid_from=today
    )
    tell_public(council)
    record(actor, "council.joined", council, on_behalf=municipality.pk)
