"""Write down what can be found, forget it, and find it again.

Called by the services that publish and withdraw things, in their transaction.
Only what everyone may read belongs here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from handslag.core.search import on_postgresql, on_sqlite, rules
from handslag.core.search.models import Entry, Word

_BATCH = 500
_WORDS_LIKE = 60
_CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class Findable:
    """What is to be found: its kind, its own key, and the words people will look for."""

    kind: str
    subject: str
    title: str
    text: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. A higher score is a better answer."""

    subject: str
    score: float
    kind: str
    title: str


def index(
    kind: str, subject: str, *, title: str, text: str = "", weight: float = 1.0
) -> None:
    """Let this be found by these words, and no longer by those it had before."""
    index_many([Findable(kind, str(subject), title, text, weight)])


@transaction.atomic
def index_many(things: Iterable[Findable]) -> None:
    """As `index`, for many at once: a few statements for each five hundred."""
    latest = {(thing.kind, _key(thing.subject)): thing for thing in things}
    keys = sorted(latest)
    for start in range(0, len(keys), _BATCH):
        _index_batch({key: latest[key] for key in keys[start : start + _BATCH]})


@transaction.atomic
def remove(kind: str, subject: str) -> None:
    """Let this no longer be found."""
    there = Entry.objects.filter(kind=kind, subject=_key(str(subject)))
    _store().entries_dropped([_indexed(entry) for entry in there])
    there.delete()


@transaction.atomic
def forget_unused_words() -> int:
    """Forget words that no entry has any more. For a nightly task."""
    gone = _store().unused_words()
    _store().words_dropped(gone)
    for start in range(0, len(gone), _BATCH):
        pks = [pk for pk, _ in gone[start : start + _BATCH]]
        Word.objects.filter(pk__in=pks).delete()
    return len(gone)


@transaction.atomic
def rebuild() -> None:
    """Make the indexes anew, after a database was restored or mended by hand."""
    _store().rebuild()


def known(kind: str) -> set[str]:
    """The keys of what can be found of a kind."""
    return set(Entry.objects.filter(kind=kind).values_list("subject", flat=True))


def find(
    query: str,
    *,
    kind: str | None = None,
    limit: int = 20,
    within: QuerySet[Any] | None = None,
) -> list[Hit]:
    """The things that answer the query, the best first. Two database queries.

    `within` is a queryset of a model whose `public_id` is the subject: only
    those are found.
    """
    typed = rules.telling(query)
    if not typed:
        return []
    sought = rules.groups(typed, _words_like(typed))
    if not sought:
        return []
    try:
        limits = _limits(kind, within)
    except EmptyResultSet:
        return []
    found = _store().entries_with(sought, limits, max(limit, _CANDIDATES))
    scored = [(rules.score(query, sought, entry), entry) for entry in found]
    best = sorted(
        ((score, entry) for score, entry in scored if score),
        key=lambda pair: (-pair[0], pair[1].folded_title, pair[1].subject),
    )
    return [
        Hit(_subject(entry.subject), score, entry.kind, entry.title)
        for score, entry in best[:limit]
    ]


def _store() -> ModuleType:
    return on_sqlite if connection.vendor == "sqlite" else on_postgresql


def _words_like(typed: Sequence[str]) -> dict[str, set[str]]:
    sought = list(dict.fromkeys([*typed, *rules.joined(typed)]))
    known: dict[str, set[str]] = {word: set() for word in sought}
    for place, word in _store().words_like(sought, _WORDS_LIKE):
        known[sought[place]].add(word)
    return known


def _limits(kind: str | None, within: QuerySet[Any] | None) -> on_sqlite.Limits:
    """The kind and the queryset as a piece of SQL with its values."""
    where = "" if kind is None else " AND entry.kind = %s"
    values = () if kind is None else (kind,)
    if within is None:
        return where, values
    subject = RawSQL(_store().SUBJECT, ())  # noqa: S611 - a constant of the module
    statement, more = (
        within.order_by().filter(public_id=subject).values("pk").query.sql_with_params()
    )
    return f"{where} AND EXISTS ({statement})", (*values, *more)


def _index_batch(things: dict[tuple[str, str], Findable]) -> None:
    kinds = {kind for kind, _ in things}
    subjects = [subject for _, subject in things]
    there = Entry.objects.filter(kind__in=kinds, subject__in=subjects)
    _store().entries_dropped(
        [_indexed(entry) for entry in there if (entry.kind, entry.subject) in things]
    )
    written = Entry.objects.bulk_create(
        (
            Entry(
                kind=kind,
                subject=subject,
                title=thing.title,
                text=thing.text,
                folded_title=" ".join(rules.words(thing.title)),
                folded_text=" ".join(rules.words(thing.text)),
                weight=thing.weight,
            )
            for (kind, subject), thing in things.items()
        ),
        update_conflicts=True,
        unique_fields=["kind", "subject"],
        update_fields=["title", "text", "folded_title", "folded_text", "weight"],
    )
    _store().entries_added([_indexed(entry) for entry in written])
    _learn({word for entry in written for word in _words_of(entry)})


def _learn(words: set[str]) -> None:
    """Add words not known before, in one order so that writers do not block in a ring."""
    known: set[str] = set()
    every = sorted(words)
    for start in range(0, len(every), _BATCH):
        part = every[start : start + _BATCH]
        known.update(Word.objects.filter(word__in=part).values_list("word", flat=True))
    new = [word for word in every if word not in known]
    Word.objects.bulk_create(
        (Word(word=word, edged=rules.edged(word)) for word in new),
        ignore_conflicts=True,
        batch_size=_BATCH,
    )
    _store().words_added(new)


def _words_of(entry: Entry) -> list[str]:
    return f"{entry.folded_title} {entry.folded_text}".split()


def _indexed(entry: Entry) -> tuple[int, str, str]:
    return entry.pk, entry.folded_title, entry.folded_text


def _key(subject: str) -> str:
    """A UUID without its hyphens, as SQLite keeps it; any other key as it is."""
    try:
        return UUID(subject).hex
    except ValueError:
        return subject


def _subject(key: str) -> str:
    try:
        return str(UUID(key))
    except ValueError:
        return key
