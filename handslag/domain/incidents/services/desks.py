"""Beginning to receive reports, and on which terms."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.incidents.models import Category, Desk
from handslag.domain.incidents.rules.categories import STANDARD
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.organisations.services import bump_public


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms reports are received."""

    is_open_to_residents: bool
    is_open_to_machines: bool
    shares_with_group: bool
    days: int


@transaction.atomic
def open_desk(
    actor: Actor, municipality: Organisation, *, now: datetime, is_example: bool = False
) -> Desk:
    """The municipality begins to receive reports, with the usual categories.

    `is_example`: all of them are made up. Said for good when the desk is opened.
    """
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({municipality.pk}))
    if municipality.kind != Kind.MUNICIPALITY:
        raise NotAllowedError("incidents.only_a_municipality_receives")
    desk, is_new = Desk.objects.get_or_create(
        within=municipality, defaults={"opened_at": now, "is_example": is_example}
    )
    if not is_new:
        return desk
    Category.objects.bulk_create(
        Category(
            within=municipality,
            top=line.top,
            code=line.code,
            sv=line.sv,
            en=line.en,
            position=position,
            for_residents=line.for_residents,
        )
        for position, line in enumerate(STANDARD)
    )
    record(actor, "incidents.desk_opened", municipality, on_behalf=municipality.pk)
    return desk


@transaction.atomic
def save_desk(actor: Actor, desk: Desk, terms: Terms, *, revision: int) -> Desk:
    """Change the terms; what residents can do shows on the public pages at once."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = Desk.objects.select_for_update().select_related("within").get(pk=desk.pk)
    same_revision(revision, desk.revision)
    desk.is_open_to_residents = terms.is_open_to_residents
    desk.is_open_to_machines = terms.is_open_to_machines
    desk.shares_with_group = terms.shares_with_group
    desk.days = terms.days
    desk.revision += 1
    desk.save()
    bump_public(desk.within)
    record(actor, "incidents.desk_changed", desk.within, on_behalf=desk.within_id)
    return desk
