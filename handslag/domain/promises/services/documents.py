"""Records become documents, with the promises they word and what they say of outcomes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db import models, transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.periods import Period
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import (
    Activity,
    ActivityType,
    Document,
    DocumentArea,
    DocumentCode,
    DocumentParty,
    FollowUp,
    Outcome,
    Promise,
    PromiseSet,
    Responsibility,
    Target,
)
from handslag.domain.promises.queries.naming import Naming
from handslag.domain.promises.rules.catalogue import columns
from handslag.domain.promises.rules.catalogue.records import CatalogueRecord, ItemRecord
from handslag.domain.promises.rules.catalogue.ties import Wording, ties
from handslag.domain.promises.rules.words import Basis, CodeKind, DocumentKind, Part

_Row = TypeVar("_Row", bound=models.Model)


@dataclass(slots=True)
class Placed:
    """A record with where it belongs: its municipalities, its time and its set."""

    said: CatalogueRecord
    areas: tuple[Organisation, ...]
    period: Period
    set: PromiseSet
    is_kept: bool = False  # the set is somebody's own: nothing is published in it

    @property
    def tells(self) -> bool:
        """Does the page say anything about what became of the promises?"""
        follows_up = self.said.kind is DocumentKind.FOLLOWUP
        return follows_up or any(item.has_outcome for item in self.said.items)


@dataclass(frozen=True, slots=True)
class _Worded:
    """A promise of ours, with what the page says of it."""

    page: Placed
    promise: Promise
    item: ItemRecord
    target_ids: tuple[UUID, ...] = ()  # of the targets it had before


@transaction.atomic
def add_documents(
    actor: Actor,
    pages: Sequence[Placed],
    naming: Naming,
    *,
    retrieved_on: date,
    now: datetime,
) -> list[Document]:
    """Store records that we have not had before, all in as few questions as it takes."""
    require_system(actor)
    documents = _store(
        Document(set=page.set, retrieved_on=retrieved_on, **columns.of_document(page.said))
        for page in pages
    )
    pairs = list(zip(pages, documents, strict=True))
    worded = [
        _Worded(page, _promise(document, position, item), item)
        for page, document in pairs
        for position, item in enumerate(page.said.items)
    ]
    _store(one.promise for one in worded)
    _hang_on_documents(pairs, naming)
    _hang_on_promises(worded, naming)
    _tell(pairs, worded, now=now)
    for document in documents:
        record(actor, "promises.document_imported", document)
    return documents


@transaction.atomic
def change_document(
    actor: Actor,
    document: Document,
    page: Placed,
    naming: Naming,
    *,
    retrieved_on: date,
    now: datetime,
) -> None:
    """Store what a page says now. A promise that is still there stays the same promise."""
    require_system(actor)
    for name, value in columns.of_document(page.said).items():
        setattr(document, name, value)
    # In another set it is not the one that leads, until that set is put in order.
    document.leading = document.leading and document.set_id == page.set.pk
    document.set, document.retrieved_on = page.set, retrieved_on
    document.save()
    worded = _still_the_same(document, page)
    kept = [one.promise.pk for one in worded if one.promise.pk]
    document.promises.exclude(pk__in=kept).delete()
    for one in worded:
        one.promise.save()
    _clear(document, kept)
    _hang_on_documents([(page, document)], naming)
    _hang_on_promises(worded, naming)
    _tell([(page, document)], worded, now=now)
    record(actor, "promises.document_changed", document)


def _store(rows: Iterable[_Row]) -> list[_Row]:
    """Store rows of one kind together."""
    made = list(rows)
    return type(made[0])._default_manager.bulk_create(made) if made else []


def _promise(document: Document, position: int, item: ItemRecord) -> Promise:
    return Promise(
        set=document.set,
        document=document,
        position=position,
        **columns.of_promise(item),
    )


def _still_the_same(document: Document, page: Placed) -> list[_Worded]:
    """The promises of the page as it is now. Those that were there keep their identity."""
    before = list(document.promises.prefetch_related("targets"))
    tied = ties(
        [Wording(old.text, old.focus) for old in before],
        [Wording(item.text, item.focus_area) for item in page.said.items],
    )
    worded = []
    for position, item in enumerate(page.said.items):
        if position not in tied:
            worded.append(_Worded(page, _promise(document, position, item), item))
            continue
        old = before[tied[position]]
        target_ids = tuple(target.public_id for target in old.targets.all())
        for name, value in columns.of_promise(item).items():
            setattr(old, name, value)
        old.set, old.position = page.set, position
        worded.append(_Worded(page, old, item, target_ids))
    return worded


def _clear(document: Document, promises: Sequence[int]) -> None:
    """Take away what hangs on the document and on these promises; it is hung on anew."""
    FollowUp.objects.filter(document=document).delete()
    for rows in (DocumentArea, DocumentParty, DocumentCode):
        rows._default_manager.filter(document=document).delete()
    for rows_of_promise in (Responsibility, Activity, ActivityType, Target):
        rows_of_promise._default_manager.filter(promise__in=promises).delete()


def _hang_on_documents(pairs: Iterable[tuple[Placed, Document]], naming: Naming) -> None:
    areas: list[DocumentArea] = []
    parties: list[DocumentParty] = []
    codes: list[DocumentCode] = []
    for page, document in pairs:
        areas += [
            DocumentArea(
                document=document,
                municipality=naming.areas([stated])[0],
                stated=stated,
                position=position,
            )
            for position, stated in enumerate(page.said.municipality)
        ]
        parties += [
            DocumentParty(
                document=document,
                organisation=next(iter(_meant(page, stated, naming)), None),
                stated=stated,
                position=position,
            )
            for position, stated in enumerate(page.said.parties)
        ]
        codes += _codes(page.said, document)
    _store(areas)
    _store(parties)
    _store(codes)


def _meant(page: Placed, stated: str, naming: Naming) -> list[Organisation]:
    return naming.meant(stated, page.areas, page.said.parties)


def _codes(said: CatalogueRecord, document: Document) -> list[DocumentCode]:
    listed: Mapping[CodeKind, Sequence[str]] = {
        CodeKind.FOCUS: said.focus_areas,
        CodeKind.SOURCE: said.evidence_sources,
        CodeKind.FEATURE: said.features,
    }
    return [
        DocumentCode(document=document, kind=kind, code=code, position=position)
        for kind, codes in listed.items()
        for position, code in enumerate(codes)
    ]


def _hang_on_promises(worded: Sequence[_Worded], naming: Naming) -> None:
    _store(row for one in worded for row in _responsible(one, naming))
    _store(row for one in worded for row in _targets(one))
    _store(
        Activity(promise=one.promise, text=text, position=position)
        for one in worded
        for position, text in enumerate(one.item.sub_activities)
    )
    _store(
        ActivityType(promise=one.promise, code=code, position=position)
        for one in worded
        for position, code in enumerate(one.item.activity_types)
    )


def _responsible(one: _Worded, naming: Naming) -> Iterable[Responsibility]:
    """A row for each name. "Kommunen" on a page of several is each of them."""
    names = one.item.responsible
    meant = [_meant(one.page, stated, naming) for stated in names]
    alone = len(names) == 1 and all(len(them) <= 1 for them in meant)
    for position, (stated, them) in enumerate(zip(names, meant, strict=True)):
        for place, who in enumerate(them or [None]):
            yield Responsibility(
                promise=one.promise,
                organisation=who,
                stated="" if place else stated,
                part=Part.OWNER if alone else Part.JOINT,
                inferred=bool(place) or one.item.responsible_basis != Basis.STATED,
                position=position,
            )


def _targets(one: _Worded) -> Iterable[Target]:
    for position, target in enumerate(one.item.targets):
        row = Target(promise=one.promise, position=position, **columns.of_target(target))
        if position < len(one.target_ids):
            row.public_id = one.target_ids[position]
        yield row


def _tell(
    pairs: Iterable[tuple[Placed, Document]], worded: Iterable[_Worded], *, now: datetime
) -> None:
    """What a page says of outcomes is a follow-up, though it may lie among promises."""
    follow_ups = _store(
        FollowUp(
            set=page.set,
            document=document,
            period_stated=page.period.stated,
            starts=page.period.starts,
            ends=page.period.ends,
            period_rule=page.period.rule,
            made_at=now,
            published_at=None if page.is_kept else now,
        )
        for page, document in pairs
        if page.tells
    )
    of_document = {follow_up.document_id: follow_up for follow_up in follow_ups}
    _store(
        Outcome(
            follow_up=of_document[one.promise.document_id],
            promise=one.promise,
            **columns.of_outcome(one.item),
        )
        for one in worded
        if one.item.has_outcome
    )
