"""Imported sets are put in order after their documents: who leads, who promises.

Nothing here looks at the order in which documents came: the same documents give
the same set, whether a follow-up came first or last.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.approvals.rules import canonical
from handslag.core.audit.services import record
from handslag.core.periods import parse, stockholm_day
from handslag.domain.evidence.services import record_stated
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind, may_be_party
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import (
    Document,
    DocumentParty,
    FollowUp,
    Ground,
    Promise,
    PromiseSet,
    SetArea,
    SetParty,
)
from handslag.domain.promises.queries.wording import contents
from handslag.domain.promises.rules.catalogue.names import Who, who
from handslag.domain.promises.rules.catalogue.sets import Page, precedence, set_name
from handslag.domain.promises.rules.catalogue.ties import Wording, ties
from handslag.domain.promises.rules.words import CodeKind
from handslag.domain.promises.services.freezing import freeze
from handslag.domain.promises.services.indexing import index_sets
from handslag.domain.promises.services.publishing import publish_all, touched

_AT_A_TIME = 50
Progress = Callable[[int, int], None]


def silent(_done: int, _of: int) -> None:
    """Tell nobody how far it has come."""


@transaction.atomic
def settle_sets(
    actor: Actor,
    sets: Collection[int],
    *,
    now: datetime,
    progress: Progress = silent,
) -> int:
    """Put imported sets in order and publish them. Says how many have a new text."""
    require_system(actor)
    keys, changed = sorted(sets), 0
    for done in range(0, len(keys), _AT_A_TIME):
        rows = _with_documents(keys[done : done + _AT_A_TIME])
        for set_ in rows:
            _settle(set_)
        _ground(actor, rows, now=now)
        changed += _publish(actor, rows, now=now)
        progress(min(done + _AT_A_TIME, len(keys)), len(keys))
    return changed


@transaction.atomic
def tie_documents(actor: Actor, set_: PromiseSet, documents: Sequence[Document]) -> None:
    """Tie the wordings of pages beside a set to its own promises; change nothing in it."""
    require_system(actor)
    ours = list(set_.promises.filter(same_as=None).exclude(document__in=documents))
    for document in documents:
        theirs = list(document.promises.all())
        _tie(ours, theirs)
        Promise.objects.bulk_update(theirs, ["same_as"])
        record(actor, "promises.document_beside", document)


def _with_documents(sets: Iterable[int]) -> list[PromiseSet]:
    return list(
        PromiseSet.objects.filter(pk__in=sets)
        .select_related("home", "version")
        .prefetch_related(
            "areas",
            "parties",
            "grounds__evidence",
            "documents__areas__municipality",
            "documents__parties__organisation",
            "documents__codes",
            "documents__promises",
            "documents__follow_up",
        )
        .order_by("pk")
    )


def _settle(set_: PromiseSet) -> None:
    documents = sorted(
        set_.documents.all(), key=lambda document: precedence(_page(document))
    )
    _lead(set_, documents)
    _order_promises(documents)
    _order_follow_ups(documents)
    _word(set_, documents[0])
    _give_areas(set_, documents[0])
    _give_parties(set_, documents)


def _page(document: Document) -> Page:
    return Page(
        kind=document.kind,
        publisher=document.publisher,
        promises=len(document.promises.all()),
        partly_read=bool(document.partly_read),
        id=document.catalogue_id or "",
    )


def _lead(set_: PromiseSet, documents: Sequence[Document]) -> None:
    leading, *others = documents
    if any(one.leading for one in others):
        set_.documents.exclude(pk=leading.pk).update(leading=False)
    if not leading.leading:
        set_.documents.filter(pk=leading.pk).update(leading=True)


def _order_promises(documents: Sequence[Document]) -> None:
    """The leading page's promises first; those of the others are tied to them."""
    was = {
        promise.pk: (promise.same_as_id, promise.position)
        for document in documents
        for promise in document.promises.all()
    }
    ours = list(documents[0].promises.all())
    for promise in ours:
        promise.same_as = None
    position = 0
    for document in documents:
        theirs = list(document.promises.all())
        if document is not documents[0]:
            _tie(ours, theirs)
        for promise in theirs:
            promise.position = position
            position += 1
    Promise.objects.bulk_update(
        [
            promise
            for document in documents
            for promise in document.promises.all()
            if was[promise.pk] != (promise.same_as_id, promise.position)
        ],
        ["same_as", "position"],
    )


def _tie(ours: Sequence[Promise], theirs: Sequence[Promise]) -> None:
    tied = ties(
        [Wording(promise.text, promise.focus) for promise in ours],
        [Wording(promise.text, promise.focus) for promise in theirs],
    )
    for place, promise in enumerate(theirs):
        promise.same_as = ours[tied[place]] if place in tied else None


def _order_follow_ups(documents: Sequence[Document]) -> None:
    """The latest speaks: what a follow-up says counts before what a promise page says."""
    follow_ups = [
        document.follow_up for document in documents if hasattr(document, "follow_up")
    ]
    moved = []
    for position, follow_up in enumerate(follow_ups):
        if follow_up.position != position:
            follow_up.position = position
            moved.append(follow_up)
    FollowUp.objects.bulk_update(moved, ["position"])


def _word(set_: PromiseSet, leading: Document) -> None:
    """The set says what its leading page says."""
    period = parse(leading.period_stated)
    district = leading.district_stated or ""
    words = {
        "name": set_name(period, district),
        "district": district,
        "period_stated": period.stated,
        "period_rule": period.rule,
        "starts": period.starts,
        "ends": period.ends,
        "decided_by": leading.decided_by_stated or "",
        "follow_up_stated": leading.follow_up_stated or "",
        "home": leading.areas.all()[0].municipality,
    }
    if any(getattr(set_, name) != word for name, word in words.items()):
        for name, word in words.items():
            setattr(set_, name, word)
        set_.save(update_fields=words)


def _give_areas(set_: PromiseSet, leading: Document) -> None:
    wanted = list(dict.fromkeys(row.municipality_id for row in leading.areas.all()))
    if [row.municipality_id for row in set_.areas.all()] == wanted:
        return
    SetArea.objects.filter(set=set_).delete()
    SetArea.objects.bulk_create(
        SetArea(set=set_, municipality_id=municipality, position=position)
        for position, municipality in enumerate(wanted)
    )


def _give_parties(set_: PromiseSet, documents: Sequence[Document]) -> None:
    wanted = {
        party.pk: party
        for document in documents
        for row in document.parties.all()
        for party in _meant(row, document)
    }
    if [row.organisation_id for row in set_.parties.all()] == list(wanted):
        return
    if set_.parties.all():
        SetParty.objects.filter(set=set_).delete()
    SetParty.objects.bulk_create(
        SetParty(
            set=set_,
            organisation=party,
            approves=may_be_party(Kind(party.kind)),
            position=position,
        )
        for position, party in enumerate(wanted.values())
    )


def _meant(row: DocumentParty, document: Document) -> list[Organisation]:
    """ "Kommunen" on a page of several municipalities is all of them."""
    reading = who(row.stated)
    if reading.who is Who.MUNICIPALITY and not reading.name:
        return [area.municipality for area in document.areas.all()]
    return [row.organisation] if row.organisation else []


def _ground(actor: Actor, sets: Sequence[PromiseSet], *, now: datetime) -> None:
    """The kinds of source that the pages name are findings that the set rests on."""
    new: list[tuple[PromiseSet, str]] = []
    gone: list[int] = []
    for set_ in sets:
        named = {
            row.code: None
            for document in set_.documents.all()
            for row in document.codes.all()
            if row.kind == CodeKind.SOURCE
        }
        cited = {row.evidence.source: row.pk for row in set_.grounds.all()}
        new += [(set_, source) for source in named if source not in cited]
        gone += [pk for source, pk in cited.items() if source not in named]
    Ground.objects.filter(pk__in=gone).delete()
    findings = record_stated(actor, [(set_.home, code) for set_, code in new], now=now)
    Ground.objects.bulk_create(
        Ground(set=set_, evidence=finding, position=position)
        for position, ((set_, _), finding) in enumerate(zip(new, findings, strict=True))
    )


def _publish(actor: Actor, sets: Sequence[PromiseSet], *, now: datetime) -> int:
    """Freeze what the rows say, unless that is what the public reads already.

    Where the words are the same, what is said of outcomes may still be new.
    """
    new, same = [], []
    for set_, text in zip(sets, contents(sets), strict=True):
        if set_.version is not None and set_.version.content == canonical(text):
            same.append(set_)
            continue
        new.append((set_, freeze(actor, set_, text)))
    publish_all(actor, new, now=now)
    index_sets(same, today=stockholm_day(now))
    bump_public(*touched(*same))
    return len(new)
