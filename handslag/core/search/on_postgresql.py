"""How PostgreSQL finds words and entries: pg_trgm and tsvector, which keep themselves."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from handslag.core.search import rules

_LIKE = (
    "(SELECT %s AS place, word FROM search_word WHERE edged LIKE ANY(%s)"
    " ORDER BY similarity(edged, %s) DESC, length(word), word LIMIT {most})"
)
_FROM = " FROM search_entry AS entry WHERE lexemes @@ to_tsquery('simple', %s){limits}"
_NAMED = f"(SELECT id{_FROM} ORDER BY length(folded_title) / weight, id LIMIT {{most}})"
_NEWEST = f"(SELECT id{_FROM} ORDER BY id DESC LIMIT {{most}})"
_NEAREST = (
    f"(SELECT id{_FROM} AND NOT EXISTS (SELECT 1{_FROM}) ORDER BY"
    " ts_rank(ARRAY[0.1, 0.1, 0.1, 1.0], lexemes, to_tsquery('simple', %s), 1) DESC, id"
    " LIMIT {most})"
)
_ENTRIES = (
    "SELECT kind, subject, title, folded_title, folded_text, weight FROM search_entry"
    " WHERE id IN ({ids})"
)

# Only what is a UUID is read as one; other kinds have keys of their own.
SUBJECT = "CASE WHEN entry.subject ~ '^[0-9a-f]{32}$' THEN CAST(entry.subject AS uuid) END"

Limits = tuple[str, tuple[Any, ...]]


def words_like(sought: Sequence[str], most: int) -> list[tuple[int, str]]:
    """For each sought word (by place) the known words that resemble it most."""
    statement = " UNION ALL ".join([_LIKE.format(most=most)] * len(sought))
    parameters: list[Any] = []
    for place, word in enumerate(sought):
        patterns = [f"%{trigram}%" for trigram in rules.pieces(word)]
        parameters += [place, patterns, rules.edged(word)]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [(place, word) for place, word in cursor.fetchall()]


def entries_with(
    groups: Sequence[Iterable[str]], limits: Limits, most: int
) -> list[rules.Found]:
    """Entries with a word of every group; when there are none, of any group.

    Those that have them in the title come first, the shortest title before
    longer ones; then the newest of those that have them anywhere.
    """
    where, values = limits
    every, in_title = _either(groups), _either(groups, place=":A")
    parts = [_NAMED, _NEWEST]
    parameters: list[Any] = [" & ".join(in_title), *values, " & ".join(every), *values]
    if len(every) > 1:
        parts.append(_NEAREST)
        some = " | ".join(every)
        parameters += [some, *values, " & ".join(every), *values, some]
    ids = " UNION ".join(parts)
    statement = _ENTRIES.format(ids=ids.format(limits=where, most=most))
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [rules.Found(*row) for row in cursor.fetchall()]


def _either(groups: Sequence[Iterable[str]], place: str = "") -> list[str]:
    return [
        "(" + " | ".join(f"'{word}'{place}" for word in sorted(group)) + ")"
        for group in groups
    ]


def words_added(words: Sequence[str]) -> None:
    """Nothing to do: the index follows the table."""


def words_dropped(rows: Sequence[tuple[int, str]]) -> None:
    """Nothing to do: the index follows the table."""


def entries_added(rows: Sequence[tuple[int, str, str]]) -> None:
    """Nothing to do: the index follows the table."""


def entries_dropped(rows: Sequence[tuple[int, str, str]]) -> None:
    """Nothing to do: the index follows the table."""


def unused_words() -> list[tuple[int, str]]:
    """Known words that no entry has any more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, word FROM search_word WHERE word NOT IN"
            " (SELECT word FROM ts_stat('SELECT lexemes FROM search_entry'))"
        )
        return [(pk, word) for pk, word in cursor.fetchall()]


def rebuild() -> None:
    """Nothing to do: the indexes follow the tables."""
