"""What someone looks for in the bank, as it stands in the address."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict

from handslag.domain.promises.published.bank import Wish

# The words of the address, by what they mean.
NAMES: Mapping[str, str] = {
    "words": "q",
    "focus": "fokus",
    "activity": "aktivitet",
    "op": "mal",
    "verdict": "utfall",
    "size": "storlek",
    "county": "lan",
}
PAGE = "sida"
QUERY = (*NAMES.values(), PAGE)
LONGEST = 200
MOST_PAGES = 100_000


def read(query: QueryDict) -> Wish:
    """The wish in a query string. What cannot be read is taken as not said."""
    said = {name: _plain(query.get(word, "")) for name, word in NAMES.items()}
    return Wish(**said, page=page_in(query))


def page_in(query: QueryDict) -> int:
    """The page that is asked for, or the first."""
    asked = query.get(PAGE, "")
    number = int(asked) if asked.isascii() and asked.isdigit() else 1
    return min(max(number, 1), MOST_PAGES)


def said(wish: Wish, names: Mapping[str, str] = NAMES) -> str:
    """The wish as a query string, without the page. `names`: other words for the same."""
    return urlencode(
        [(word, value) for name, word in names.items() if (value := getattr(wish, name))]
    )


def without(wish: Wish, name: str) -> str:
    """The same wish with one thing let go."""
    return said(replace(wish, **{name: ""}, page=1))


def _plain(text: str) -> str:
    """One line of letters: no database takes a null byte."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST]
