"""Areas, series and weights: what is held and what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import Area, Break, PeerWeight, Series
from handslag.domain.series.rules import AreaKind, SeriesDraft
from handslag.domain.series.rules.drafts import check_series
from handslag.domain.series.rules.peers import check_weight


@dataclass(frozen=True, slots=True)
class AreaDraft:
    """An area, and the days between which its code holds."""

    kind: AreaKind
    code: str
    name: str
    within: str = ""
    valid_from: date = date.min
    valid_to: date = date.max
    organisation: int | None = None


@transaction.atomic
def put_areas(actor: Actor, areas: Sequence[AreaDraft]) -> int:
    """Write down areas, anew where they are known. Says how many there are."""
    require_system(actor)
    rows = Area.objects.bulk_create(
        [
            Area(
                kind=one.kind.value,
                code=one.code,
                name=one.name,
                within=one.within,
                valid_from=one.valid_from,
                valid_to=one.valid_to,
                organisation_id=one.organisation,
            )
            for one in areas
        ],
        update_conflicts=True,
        unique_fields=["code", "valid_from"],
        update_fields=["kind", "name", "within", "valid_to", "organisation"],
    )
    if rows:
        first = Area.objects.get(code=areas[0].code, valid_from=areas[0].valid_from)
        record(actor, "series.areas_put", first, areas=len(rows))
    return len(rows)


@transaction.atomic
def make_series(
    actor: Actor, draft: SeriesDraft, *, owner: Organisation | None = None
) -> Series:
    """Begin to hold a series, or say anew what it is. With an owner it is their own count
    and found by its `external_id`; without, it is official and found by source and id.

    A person may describe a series of their own municipality; official ones are described
    by the installation.
    """
    if actor.kind != "system":
        require(
            actor,
            Act.RECORD_EVIDENCE,
            in_any_of=frozenset({owner.pk}) if owner else frozenset(),
        )
    check_series(draft)
    held = Series.objects.select_for_update().filter(
        owner=owner, source=draft.source, external_id=draft.external_id.strip()
    )
    row = write_series(held.first() or Series(owner=owner), draft)
    record(actor, "series.made", row, on_behalf=owner.pk if owner else None)
    return row


@transaction.atomic
def weigh_peers(actor: Actor, series: Series, weight: Decimal) -> None:
    """Say how much a series counts when similar municipalities are looked for; nought
    takes it away."""
    require_system(actor)
    check_weight(weight)
    kept = round(weight, 2)
    if kept:
        PeerWeight.objects.update_or_create(series=series, defaults={"weight": kept})
    else:
        PeerWeight.objects.filter(series=series).delete()
    record(actor, "series.peers_weighed", series)


def write_series(row: Series, draft: SeriesDraft) -> Series:
    """The columns of a series and its breaks."""
    row.source, row.external_id = draft.source.value, draft.external_id.strip()
    row.name, row.unit = draft.name.strip(), draft.unit.strip()
    row.measured, row.measures = draft.measured.value, draft.measures.strip()
    row.areas, row.rhythm = draft.areas.strip(), draft.rhythm.value
    row.attribution, row.caveats = draft.attribution.strip(), draft.caveats.strip()
    row.is_example = draft.is_example
    row.save()
    row.breaks.all().delete()
    Break.objects.bulk_create(
        Break(series=row, day=one.on, kind=one.kind.value, why=one.why.strip())
        for one in draft.breaks
    )
    return row
