"""Imported documents as records of the open catalogue, read from their rows."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Prefetch, QuerySet

from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import POLICE, Kind
from handslag.domain.promises.models import (
    Document,
    DocumentCode,
    Outcome,
    Promise,
    Responsibility,
    Target,
)
from handslag.domain.promises.rules.catalogue.columns import PARTICIPANTS
from handslag.domain.promises.rules.catalogue.records import (
    CatalogueRecord,
    ItemRecord,
    Odd,
    ParticipantsRecord,
    TargetRecord,
)
from handslag.domain.promises.rules.words import CodeKind, DocumentKind, Op


def catalogue_documents(ids: Collection[str] | None = None) -> QuerySet[Document]:
    """The imported documents in the order they came, with all that they say."""
    documents = Document.objects.exclude(catalogue_id=None)
    if ids is not None:
        documents = documents.filter(catalogue_id__in=ids)
    outcomes = Outcome.objects.filter(follow_up__document__isnull=False)
    return documents.order_by("pk").prefetch_related(
        "areas",
        "parties",
        "codes",
        "promises__responsible__organisation",
        "promises__activities",
        "promises__activity_types",
        "promises__targets",
        Prefetch("promises__outcomes", outcomes, to_attr="documented"),
    )


def record_of(document: Document) -> CatalogueRecord:
    """What the document says, in the catalogue's fields. No query when prefetched."""
    codes = list(document.codes.all())
    odd = {
        name: silence
        for name, silence in document.odd_silences.items()
        if not name.startswith(PARTICIPANTS)
    }
    return CatalogueRecord(
        id=document.catalogue_id or "",
        kind=DocumentKind(document.kind),
        municipality=tuple(row.stated for row in document.areas.all()),
        is_list=document.areas_listed,
        district=document.district_stated or "",
        period=document.period_stated or "",
        url=document.url or "",
        source_type=document.publisher,
        parties=tuple(row.stated for row in document.parties.all()),
        decided_by=document.decided_by_stated or "",
        focus_areas=_codes(codes, CodeKind.FOCUS),
        items=tuple(item_of(promise) for promise in document.promises.all()),
        evidence_sources=_codes(codes, CodeKind.SOURCE),
        participants=_participants(document),
        followup_cadence=document.follow_up_stated or "",
        validity=document.validity_stated or "",
        other_notes=document.notes or "",
        features=_codes(codes, CodeKind.FEATURE),
        difficulty=document.difficulty,
        partly_read=document.partly_read,
        odd=odd,
    )


def item_of(promise: Promise) -> ItemRecord:
    """One promise, with what its own page says became of it."""
    said: list[Outcome] = getattr(promise, "documented", [])
    outcome = said[0] if said else None
    return ItemRecord(
        text=promise.text,
        focus_area=promise.focus,
        responsible=tuple(_names(promise.responsible.all())),
        responsible_basis=promise.basis or "",
        place=promise.place_stated or "",
        when=promise.when_stated or "",
        targets=tuple(_target(row) for row in promise.targets.all()),
        result=(outcome.result or "") if outcome else "",
        status=(outcome.stated_status or "") if outcome else "",
        activity_types=tuple(row.code for row in promise.activity_types.all()),
        sub_activities=tuple(row.text for row in promise.activities.all()),
        number=promise.number,
        odd=promise.odd_silences,
    )


def stated_name(organisation: Organisation) -> str:
    """What the catalogue calls an organisation that no document has named."""
    if organisation.kind == Kind.MUNICIPALITY:
        return "kommunen"
    return "polisen" if organisation.kind in POLICE else organisation.name


def _names(rows: Iterable[Responsibility]) -> Iterable[str]:
    """As the document writes them, and those who have been added since."""
    for row in rows:
        if row.stated:
            yield row.stated
        elif row.organisation is not None and not row.inferred:
            yield stated_name(row.organisation)


def _target(row: Target) -> TargetRecord:
    return TargetRecord(
        op=Op(row.op),
        low=row.low,
        high=row.high,
        unit=row.unit,
        per=row.per or "",
        note=row.note or "",
        odd=row.odd_silences,
    )


def _codes(codes: Iterable[DocumentCode], kind: CodeKind) -> tuple[str, ...]:
    return tuple(row.code for row in codes if row.kind == kind)


def _participants(document: Document) -> ParticipantsRecord | None:
    if not document.has_participants:
        return None
    return ParticipantsRecord(
        n=document.participants,
        what=document.participants_what or "",
        per=document.participants_per or "",
        approx=document.participants_approximate,
        odd=_of_participants(document.odd_silences),
    )


def _of_participants(odd: Mapping[str, str]) -> Odd:
    return {
        name.removeprefix(PARTICIPANTS): silence
        for name, silence in odd.items()
        if name.startswith(PARTICIPANTS)
    }
