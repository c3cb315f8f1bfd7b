"""Files of other systems: which there are, what their rows say, what is like them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import Count, Exists, ManyToOneRel, OuterRef, Q, QuerySet

from handslag.core.text import fold
from handslag.domain.incidents.models import (
    Batch,
    BatchRow,
    Drawn,
    Held,
    Incident,
    Message,
    Report,
)
from handslag.domain.incidents.queries.suggestions import point_of
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.importing import RowState, Stage
from handslag.domain.incidents.rules.likeness import NEAR, SAME, Point, Why, likeness
from handslag.domain.organisations.models import Organisation, Place

UNDER_WAY = (Stage.JUDGING, Stage.READING, Stage.UNDOING)
# What comes with a report when it is taken in, and goes with it.
_COMES_WITH_IT = frozenset({Held, Drawn, BatchRow})
_ALIKE_IN_TIME = frozenset({Why.SAME_HOURS, Why.SAME_DAY})


def batches_of(municipality: Organisation) -> QuerySet[Batch]:
    """The files of a municipality, the latest first."""
    return Batch.objects.filter(within=municipality).order_by("-made_at", "-pk")


def same_file(batch: Batch) -> Batch | None:
    """The same file, read in before and not undone."""
    rows = batches_of(batch.within).filter(sha256=batch.sha256, stage=Stage.DONE)
    return rows.exclude(pk=batch.pk).first()


def last_of_system(batch: Batch) -> Batch | None:
    """The latest file with the same headings from the same system: how it was read."""
    rows = batches_of(batch.within).filter(
        system=batch.system, headings=batch.headings, stage__in=(Stage.DONE, Stage.UNDONE)
    )
    return rows.exclude(pk=batch.pk).first()


def systems_of(municipality: Organisation) -> list[str]:
    """The systems that files have come from."""
    found = batches_of(municipality).order_by().values_list("system", flat=True)
    return sorted(set(found) - {""})


def rows_of(batch: Batch) -> QuerySet[BatchRow]:
    """The rows that wait, in the order of the file."""
    return BatchRow.objects.filter(batch=batch).order_by("nr")


def numbers_of_rows(batch: Batch) -> Mapping[RowState, int]:
    """How many rows there are of each state."""
    counted = BatchRow.objects.filter(batch=batch).values_list("state")
    return {RowState(state): n for state, n in counted.annotate(n=Count("pk")).order_by()}


def names_of_places(municipality: Organisation) -> Mapping[str, UUID]:
    """The municipality's places by folded name; of two with one name, neither."""
    found: dict[str, list[UUID]] = defaultdict(list)
    rows = Place.objects.filter(within=municipality)
    for name, key in rows.values_list("name", "public_id"):
        found[fold(name)].append(key)
    return {name: keys[0] for name, keys in found.items() if len(keys) == 1}


def keys_received(keys: Collection[UUID]) -> set[UUID]:
    """Those of these keys that a report was received under."""
    return set(Report.objects.filter(key__in=keys).values_list("key", flat=True))


def twins_of(municipality: Organisation, rows: Sequence[Incident]) -> dict[int, int]:
    """For each of these that looks like something stored, by its place in the list: the
    same kind at the same place or close by, on the same day or within hours. One query."""
    if not rows:
        return {}
    points = [point_of(one) for one in rows]
    near: dict[object, list[int]] = defaultdict(list)
    for nr, point in enumerate(points):
        for spot in _around(point):
            near[spot].append(nr)
    found: dict[int, int] = {}
    for key, point in _stored(municipality, points):
        for nr in {n for spot in _spots(point) for n in near.get(spot, ())}:
            alike = likeness(points[nr], point)
            if alike and alike.may_be_same and _ALIKE_IN_TIME & set(alike.reasons):
                found.setdefault(nr, key)
    return found


def _stored(
    municipality: Organisation, points: Sequence[Point]
) -> Iterable[tuple[int, Point]]:
    days = [one.day for one in points]
    rows = Incident.objects.filter(
        within=municipality,
        merged_into__isnull=True,
        day__gte=min(days) - SAME,
        day__lte=max(days) + SAME,
        top__in={one.top for one in points},
    ).values_list("pk", "category", "top", "place", "east", "north", "day", "starts")
    for row in rows.order_by("pk").iterator(chunk_size=2000):
        yield row[0], Point(*row[1:])


def _spots(point: Point) -> list[object]:
    """The square of 50 metres a point lies in, and its named place."""
    spots: list[object] = [] if point.place is None else [("place", point.place)]
    if point.east is not None and point.north is not None:
        spots.append((point.east // NEAR, point.north // NEAR))
    return spots


def _around(point: Point) -> list[object]:
    """The same, and the eight squares beside it."""
    spots: list[object] = [] if point.place is None else [("place", point.place)]
    if point.east is not None and point.north is not None:
        x, y = point.east // NEAR, point.north // NEAR
        spots += [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return spots


def reports_to_undo(batch: Batch, most: int) -> QuerySet[Report]:
    """The next reports of a file to be taken back."""
    rows = Report.objects.filter(batch=batch, pk__gt=batch.cursor)
    return rows.order_by("pk")[:most]


def worked_on(reports: Collection[int]) -> set[int]:
    """Those of these reports that somebody has done something with since they came.

    Whatever points at the incident counts, from whichever part: a step, a photo, a
    week's decision. What comes with every report does not.
    """
    since = Q(revision__gt=0) | Q(me_too__gt=0) | Q(merged_into__isnull=False)
    since |= Q(text_state__in=(TextState.CHECKED, TextState.REDACTED))
    for link in Incident._meta.get_fields(include_hidden=True):
        if not isinstance(link, ManyToOneRel) or link.related_model in _COMES_WITH_IT:
            continue
        pointing = link.related_model._default_manager
        here = pointing.filter(**{link.field.name: OuterRef("pk")})
        since |= Q(Exists(here))
    found = Incident.objects.filter(report__in=reports).filter(since)
    spoken = Message.objects.filter(report__in=reports).values_list("report", flat=True)
    return {*found.values_list("report", flat=True), *spoken}
