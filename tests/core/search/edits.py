"""Titles with one letter wrong, to see whether they are found all the same."""

from collections.abc import Sequence
from random import Random

from handslag.core.search import services

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def edited(title: str, random: Random) -> str:
    """The title with one letter left out, added, changed or swapped with the next."""
    place = random.randrange(len(title))
    letter = random.choice(_LETTERS)
    if len(title) > 1 and random.random() < 0.25:
        return title[:place] + title[place + 1 :]
    if place + 1 < len(title) and random.random() < 0.33:
        return title[:place] + title[place + 1] + title[place] + title[place + 2 :]
    if random.random() < 0.5:
        return title[:place] + letter + title[place:]
    return title[:place] + letter + title[place + 1 :]


def missed(
    titles: Sequence[str], *, queries: int = 200, kind: str | None = None, seed: int = 1
) -> list[tuple[str, str]]:
    """The titles that are not among the ten first answers to a misspelt query for them."""
    random = Random(seed)
    asked = [random.choice(titles) for _ in range(queries)]
    tried = [(title, edited(title, random)) for title in asked]
    return [
        (title, query)
        for title, query in tried
        if title not in [hit.title for hit in services.find(query, kind=kind, limit=10)]
    ]
