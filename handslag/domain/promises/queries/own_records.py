"""Sets decided or restated here, as records in the format of the open catalogue.

Only what is public and closed: while a set is being changed its rows hold words
that nobody has approved, and it is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db.models import Prefetch, QuerySet

from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises.models import (
    Document,
    FollowUp,
    Outcome,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.queries.catalogue import item_of
from handslag.domain.promises.queries.sets import promises_of
from handslag.domain.promises.rules.catalogue.records import CatalogueRecord, ItemRecord
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.verdicts import FROM_STATUS
from handslag.domain.promises.rules.words import DocumentKind, Origin

_STATUS = {verdict.value: status for status, verdict in reversed(FROM_STATUS.items())}
_PUBLISHER = "kommun"


def own_sets() -> QuerySet[PromiseSet]:
    """The sets that stand as they were approved or restated, oldest first."""
    told = FollowUp.objects.filter(document=None, published_at__isnull=False)
    said = Outcome.objects.select_related("promise")
    return (
        PromiseSet.objects.filter(version__isnull=False, state=State.SETTLED)
        .exclude(origin=Origin.IMPORTED)
        .order_by("pk")
        .prefetch_related(
            "areas__municipality",
            "parties__organisation",
            "grounds__evidence",
            Prefetch("documents", Document.objects.filter(leading=True)),
            Prefetch("follow_ups", told.prefetch_related(Prefetch("outcomes", said))),
        )
    )


def records_of(set_: PromiseSet) -> Iterator[CatalogueRecord]:
    """The set as one record, and each of its published follow-ups as one."""
    promises = promises_of(set_)
    source = next(iter(set_.documents.all()), None)
    yield _record(
        set_,
        DocumentKind.PROMISE,
        f"H{set_.public_id.hex}",
        [item_of(promise) for promise in promises],
        source,
    )
    for follow_up in set_.follow_ups.all():
        said = {outcome.promise_id: outcome for outcome in follow_up.outcomes.all()}
        items = [
            _told(promise, said[promise.pk]) for promise in promises if promise.pk in said
        ]
        number = f"H{follow_up.public_id.hex}"
        yield _record(set_, DocumentKind.FOLLOWUP, number, items, None)


def _record(
    set_: PromiseSet,
    kind: DocumentKind,
    number: str,
    items: Iterable[ItemRecord],
    source: Document | None,
) -> CatalogueRecord:
    municipalities = [area.municipality.short_name for area in set_.areas.all()]
    items = tuple(items)
    findings = [ground.evidence for ground in set_.grounds.all()]
    sources = [one.source for one in findings if one.visibility == Visibility.PUBLIC]
    return CatalogueRecord(
        id=number,
        kind=kind,
        municipality=tuple(municipalities or [set_.home.short_name]),
        is_list=len(municipalities) > 1,
        district=set_.district,
        period=set_.period_stated,
        url=(source.url or "") if source else "",
        source_type=source.publisher if source else _PUBLISHER,
        parties=tuple(party.organisation.name for party in set_.parties.all()),
        decided_by=set_.decided_by,
        focus_areas=tuple(sorted({item.focus_area for item in items} - {""})),
        items=items,
        evidence_sources=tuple(dict.fromkeys(sources)),
        followup_cadence=set_.follow_up_stated,
        difficulty=0,
        partly_read=False,
    )


def _told(promise: Promise, outcome: Outcome) -> ItemRecord:
    """What a follow-up says of a promise; no words of it when they could point at few."""
    item = item_of(promise)
    shown = not promise.is_sensitive
    return replace(
        item,
        result=(outcome.result or "") if shown else "",
        status=_STATUS.get(outcome.verdict, ""),
    )
