"""A file of the open catalogue is taken in: sets, follow-ups, and what was not taken."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.periods import parse, stockholm_day
from handslag.domain.organisations import services as organisations
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind
from handslag.domain.promises.models import (
    CorrectionRequest,
    Document,
    PromiseSet,
    SetArea,
    SetSlug,
)
from handslag.domain.promises.queries.catalogue import catalogue_documents, record_of
from handslag.domain.promises.queries.naming import THE_POLICE, Naming
from handslag.domain.promises.queries.shelf import Shelf, record_key
from handslag.domain.promises.rules.catalogue.records import (
    CatalogueRecord,
    RecordRefusedError,
)
from handslag.domain.promises.rules.catalogue.reports import Kept, Report, refusal, sort
from handslag.domain.promises.rules.words import DocumentKind
from handslag.domain.promises.services.documents import (
    Placed,
    add_documents,
    change_document,
)
from handslag.domain.promises.services.indexing import index_sets
from handslag.domain.promises.services.publishing import touched
from handslag.domain.promises.services.settling import (
    Progress,
    settle_sets,
    silent,
    tie_documents,
)
from handslag.domain.vocabulary import services as vocabulary
from handslag.domain.vocabulary.models import Kind as TermKind
from handslag.domain.vocabulary.models import Term

Areas = tuple[Organisation, ...]
Located = tuple[CatalogueRecord, Areas]


@dataclass(slots=True)
class _Plan:
    """What is to be done with the records of one file."""

    new: list[Placed] = field(default_factory=list)
    changed: list[tuple[Document, Placed]] = field(default_factory=list)
    # Sets that a document has left, and a page that went elsewhere
    left: dict[int, tuple[PromiseSet, Placed]] = field(default_factory=dict)

    @property
    def pages(self) -> list[Placed]:
        return [*self.new, *(page for _, page in self.changed)]


@transaction.atomic
def import_catalogue(
    actor: Actor,
    records: Iterable[object],
    *,
    retrieved_on: date,
    now: datetime,
    progress: Progress = silent,
) -> Report:
    """Take in what can be taken of these records, and report on the rest.

    The same file twice changes nothing the second time. Nothing is written over
    in a set that somebody has taken over or done anything with.
    """
    require_system(actor)
    read = sort(records)
    report = Report(not_yet=read.not_yet, refused=list(read.refused))
    naming = Naming()
    located = _locate(read.taken, naming, report)
    known = _known([said for said, _ in located])
    shelf = Shelf(_held(located, known.values()), now=now)
    plan = _plan(located, known, shelf, report)
    _admit(actor, [page.said for page in plan.pages])
    _found(actor, plan.pages, naming, today=stockholm_day(now))
    PromiseSet.objects.bulk_create(shelf.new)
    SetArea.objects.bulk_create(shelf.new_areas)
    free = _free(plan)
    added = add_documents(actor, plan.new, naming, retrieved_on=retrieved_on, now=now)
    for document, page in plan.changed:
        change_document(actor, document, page, naming, retrieved_on=retrieved_on, now=now)
    for set_, page in plan.left.values():
        _merge_if_empty(actor, set_, page.set, now=now)
    _beside(actor, plan, added)
    settled = settle_sets(actor, free, now=now, progress=progress)
    report.new_sets = len(shelf.new)
    report.changed_sets = settled - report.new_sets
    return report


def _locate(
    taken: Iterable[CatalogueRecord], naming: Naming, report: Report
) -> list[Located]:
    """Which municipalities each record is about; one that nobody knows is refused."""
    located = []
    for said in taken:
        try:
            located.append((said, naming.areas(said.municipality)))
        except RecordRefusedError as error:
            report.refused.append(refusal(said.id, error))
    return located


def _known(taken: Sequence[CatalogueRecord]) -> dict[str, Document]:
    rows = catalogue_documents([said.id for said in taken]).select_related("set")
    return {row.catalogue_id or "": row for row in rows}


def _held(located: Iterable[Located], known: Iterable[Document]) -> set[int]:
    """The municipalities in question, held: two imports at once make one set, not two."""
    keys = {area.pk for _, areas in located for area in areas}
    keys |= {row.municipality_id for document in known for row in document.areas.all()}
    rows = Organisation.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return set(rows.values_list("pk", flat=True))


def _plan(
    located: Iterable[Located],
    known: Mapping[str, Document],
    shelf: Shelf,
    report: Report,
) -> _Plan:
    new, changed = _what_is_new(located, known, shelf, report)
    keys = {said.id: record_key(said, areas) for said, areas in [*new, *changed]}
    leaving = [
        (known[said.id], keys[said.id])
        for said, _ in changed
        if shelf.leaves(known[said.id], keys[said.id])
    ]
    shelf.make_room(leaving, [keys[said.id] for said, _ in new])
    plan = _Plan([_place(said, areas, shelf) for said, areas in new])
    for page in plan.new:
        if page.is_kept:
            report.kept.append((page.said.id, _kept(page.set, Kept.BESIDE)))
    for said, areas in changed:
        document, page = known[said.id], _place(said, areas, shelf)
        plan.changed.append((document, page))
        before = shelf.row(document.set)
        if page.set is not before:
            plan.left[before.pk] = (before, page)
    return plan


def _what_is_new(
    located: Iterable[Located],
    known: Mapping[str, Document],
    shelf: Shelf,
    report: Report,
) -> tuple[list[Located], list[Located]]:
    """The records we have not had, and those that say something else than they did."""
    new, changed = [], []
    for said, areas in located:
        document = known.get(said.id)
        if document is None:
            new.append((said, areas))
            is_promise = said.kind is DocumentKind.PROMISE
            report.new_promise_records += is_promise
            report.new_follow_ups += not is_promise
        elif record_of(document) == said:
            report.unchanged_records += 1
        elif shelf.is_kept(document.set):
            report.kept.append((said.id, _kept(document.set, Kept.LEFT)))
        else:
            changed.append((said, areas))
            report.changed_records += 1
    return new, changed


def _kept(set_: PromiseSet, usual: Kept) -> Kept:
    return usual if set_.taken_down_at is None else Kept.DOWN


def _place(said: CatalogueRecord, areas: Areas, shelf: Shelf) -> Placed:
    set_ = shelf.set_for(said, areas)
    return Placed(said, areas, parse(said.period), set_, is_kept=shelf.is_kept(set_))


def _free(plan: _Plan) -> set[int]:
    """The sets to put in order: ours, and with documents that came, changed or went."""
    ours = {page.set.pk for page in plan.pages if not page.is_kept}
    return ours | plan.left.keys()


def _admit(actor: Actor, taken: Iterable[CatalogueRecord]) -> None:
    """Let in the codes that nobody has named, as they are."""
    used: dict[tuple[str, str], TermKind] = {}
    for said in taken:
        for kind, codes in _codes(said):
            used.update({(kind.value, code): kind for code in codes})
    known = set(Term.objects.values_list("kind", "code"))
    for (kind_code, code), kind in used.items():
        if code and (kind_code, code) not in known:
            vocabulary.admit(actor, kind, code)


def _codes(said: CatalogueRecord) -> Iterable[tuple[TermKind, Collection[str]]]:
    yield TermKind.FOCUS, said.focus_areas
    yield TermKind.SOURCE, said.evidence_sources
    yield TermKind.FEATURE, said.features
    for item in said.items:
        yield TermKind.FOCUS, (item.focus_area,)
        yield TermKind.ACTIVITY, item.activity_types
        yield TermKind.STATUS, (item.status,)


def _found(actor: Actor, pages: Iterable[Placed], naming: Naming, *, today: date) -> None:
    """Those with a name that we do not know become organisations, each once."""
    if not naming.knows_the_police():
        naming.learn(
            organisations.found(
                actor,
                kind=Kind.POLICE_REGION,
                name=THE_POLICE,
                short_name="Polisen",
                today=today,
            )
        )
    for page in pages:
        named = [name for item in page.said.items for name in item.responsible]
        for stated in [*page.said.parties, *named]:
            reading = naming.missing(stated, page.areas)
            if reading is not None:
                made = organisations.found(
                    actor, kind=reading.kind, name=reading.name, today=today
                )
                naming.learn(made, stated)


def _merge_if_empty(
    actor: Actor, old: PromiseSet, new: PromiseSet, *, now: datetime
) -> None:
    """A set whose last document turned out to be about another leads on to that one."""
    if Document.objects.filter(set=old).exists():
        return
    organisations.bump_public(*touched(old))
    SetSlug.objects.filter(set=old).update(set=new, current=False)
    CorrectionRequest.objects.filter(set=old).update(set=new)
    old.version = None
    old.save(update_fields=["version"])
    index_sets([old], today=stockholm_day(now))
    record(actor, "promises.set_merged", new, merged=old.public_id)
    old.delete()


def _beside(actor: Actor, plan: _Plan, added: Sequence[Document]) -> None:
    """What came to a set that is somebody's own stands beside it, and changes no word."""
    came = list(zip(added, plan.new, strict=True)) + plan.changed
    for document, page in came:
        if page.is_kept:
            tie_documents(actor, page.set, [document])
            organisations.bump_public(*touched(page.set))
