"""How SQLite finds words and entries: two FTS5 indexes, kept by explicit writes."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from handslag.core.search import rules

_ADD_WORDS = (
    "INSERT INTO search_word_index(rowid, edged)"
    " SELECT id, edged FROM search_word WHERE word IN ({words})"
)
_DROP_WORD = (
    "INSERT INTO search_word_index(search_word_index, rowid, edged)"
    " VALUES ('delete', %s, %s)"
)
_ADD_ENTRY = (
    "INSERT INTO search_entry_index(rowid, folded_title, folded_text) VALUES (%s, %s, %s)"
)
_DROP_ENTRY = (
    "INSERT INTO search_entry_index"
    "(search_entry_index, rowid, folded_title, folded_text) VALUES ('delete', %s, %s, %s)"
)
_LIKE = (
    "SELECT * FROM (SELECT %s AS place, word FROM search_word_index JOIN search_word"
    " ON search_word.id = search_word_index.rowid"
    " WHERE search_word_index MATCH %s ORDER BY bm25(search_word_index) LIMIT {most})"
)
# CROSS JOIN keeps the order of the tables: the words first, then their entries.
_FROM = (
    " FROM search_entry_index CROSS JOIN search_entry AS entry"
    " ON entry.id = search_entry_index.rowid WHERE search_entry_index MATCH %s{limits}"
)
_NAMED = (
    f"SELECT entry.id{_FROM}"
    " ORDER BY length(entry.folded_title) / entry.weight, entry.id LIMIT {most}"
)
_NEWEST = f"SELECT entry.id{_FROM} ORDER BY search_entry_index.rowid DESC LIMIT {{most}}"
_NEAREST = (
    f"SELECT entry.id{_FROM} AND NOT EXISTS (SELECT 1{_FROM})"
    " ORDER BY bm25(search_entry_index, 10.0, 1.0), entry.id LIMIT {most}"
)
_ENTRIES = (
    "SELECT kind, subject, title, folded_title, folded_text, weight FROM search_entry"
    " WHERE id IN ({ids})"
)

# SQLite keeps a UUID as an entry does: thirty-two letters without hyphens.
SUBJECT = "entry.subject"

_BATCH = 500

Limits = tuple[str, tuple[Any, ...]]


def words_like(sought: Sequence[str], most: int) -> list[tuple[int, str]]:
    """For each sought word (by place) the known words that share most trigrams with it."""
    pieces = [
        " OR ".join(f'"{trigram}"' for trigram in rules.pieces(word)) for word in sought
    ]
    statement = " UNION ALL ".join([_LIKE.format(most=most)] * len(pieces))
    parameters = [value for place, piece in enumerate(pieces) for value in (place, piece)]
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
    either = [
        "(" + " OR ".join(f'"{word}"' for word in sorted(group)) + ")" for group in groups
    ]
    where, values = limits
    every = " AND ".join(either)
    parts = [_NAMED, _NEWEST]
    parameters: list[Any] = [f"folded_title : ({every})", *values, every, *values]
    if len(either) > 1:
        parts.append(_NEAREST)
        parameters += [" OR ".join(either), *values, every, *values]
    ids = " UNION ".join(f"SELECT * FROM ({part})" for part in parts)  # noqa: S608
    statement = _ENTRIES.format(ids=ids.format(limits=where, most=most))
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [rules.Found(*row) for row in cursor.fetchall()]


def words_added(words: Sequence[str]) -> None:
    """Index new words of the table."""
    with connection.cursor() as cursor:
        for start in range(0, len(words), _BATCH):
            part = words[start : start + _BATCH]
            cursor.execute(_ADD_WORDS.format(words=", ".join(["%s"] * len(part))), part)


def words_dropped(rows: Sequence[tuple[int, str]]) -> None:
    """Forget words: FTS5 wants to be told what they were."""
    _many(_DROP_WORD, [(pk, rules.edged(word)) for pk, word in rows])


def entries_added(rows: Sequence[tuple[int, str, str]]) -> None:
    """Index entries: id, folded title, folded text."""
    _many(_ADD_ENTRY, rows)


def entries_dropped(rows: Sequence[tuple[int, str, str]]) -> None:
    """Forget entries as they were indexed: id, folded title, folded text."""
    _many(_DROP_ENTRY, rows)


def unused_words() -> list[tuple[int, str]]:
    """Known words that no entry has any more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term"
            " USING fts5vocab(main, search_entry_index, row)"
        )
        cursor.execute(
            "SELECT id, word FROM search_word"
            " WHERE word NOT IN (SELECT term FROM temp.search_term)"
        )
        return [(pk, word) for pk, word in cursor.fetchall()]


def rebuild() -> None:
    """Make both indexes anew from the tables."""
    with connection.cursor() as cursor:
        for index in ("search_word_index", "search_entry_index"):
            cursor.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608


def _many(statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)
