"""When two words are near enough, and how well an entry answers a query. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handslag.core.retention.rules import Statement
from handslag.core.text import fold

RETENTION = (
    Statement(
        model="search.Entry",
        keep="search_index",
        months=0,
        then="delete",
        why="What is found is published elsewhere; the entry goes when that does.",
    ),
    Statement(
        model="search.Word",
        keep="search_index",
        months=0,
        then="delete",
        why="A word is forgotten in the night after its last entry went.",
    ),
)

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40
_EDGE = "qq"
MOST_WORDS = 8
MOST_OF_EACH_LIKENESS = 12
_SHORT = 4
_FEW_WORDS = 4

# Words that say nothing about what is sought, folded.
_EMPTY = frozenset(
    {
        "och",
        "att",
        "det",
        "den",
        "som",
        "for",
        "med",
        "till",
        "har",
        "inte",
        "om",
        "ett",
        "men",
        "var",
        "vid",
        "hos",
        "era",
        "vara",
        "kan",
        "ska",
        "skall",
        "the",
        "and",
        "with",
    }
)
_SHORTEST_TELLING = 3
_SHORTEST_PART = 2

EXACT = 1.0
BEGINS = 0.85
ONE_EDIT = 0.75
CONTAINS = 0.6
BEGINS_WITH_ONE_EDIT = 0.5
IN_THE_TEXT = 0.4


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word[:_LONGEST] for word in _WORD.findall(fold(text))]


def edged(word: str) -> str:
    """The word with marked ends, so that short words too have several trigrams."""
    return f"{_EDGE}{word}{_EDGE}"


def trigrams(word: str) -> list[str]:
    """The three-letter pieces of a word with marked ends, each once, in order."""
    marked = edged(word)
    return list(dict.fromkeys(marked[i : i + 3] for i in range(len(marked) - 2)))


def pieces(typed: str) -> list[str]:
    """The trigrams to look for. In a short word two swapped letters change them all."""
    if len(typed) > _SHORT:
        return trigrams(typed)
    swapped = (
        typed[:i] + typed[i + 1] + typed[i] + typed[i + 2 :] for i in range(len(typed) - 1)
    )
    return list(
        dict.fromkeys(part for word in (typed, *swapped) for part in trigrams(word))
    )


def telling(query: str) -> list[str]:
    """The words of a query that are worth looking for."""
    every = list(dict.fromkeys(words(query)))
    told = [word for word in every if len(word) >= _SHORTEST_TELLING and word not in _EMPTY]
    return (told or every)[:MOST_WORDS]


def within_one_edit(one: str, other: str) -> bool:
    """Whether one letter added, left out, changed or swapped leads to the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = _same(one, other)
    if len(one) == len(other):
        rest = one[start + 1 :] == other[start + 1 :]
        swapped = (
            one[start : start + 2] == other[start : start + 2][::-1]
            and one[start + 2 :] == other[start + 2 :]
        )
        return rest or swapped
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]


def _same(one: str, other: str) -> int:
    """How many letters the two have in common from the start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def likeness(typed: str, word: str) -> float:
    """How well a known word answers what was typed: 0 not at all, 1 the same."""
    if typed == word:
        return EXACT
    if word.startswith(typed):
        return BEGINS
    if within_one_edit(typed, word):
        return ONE_EDIT
    if len(typed) >= _SHORTEST_TELLING and typed in word:
        return CONTAINS
    if len(typed) > _SHORTEST_TELLING and _begins_with_one_edit(typed, word):
        return BEGINS_WITH_ONE_EDIT
    return 0.0


def _begins_with_one_edit(typed: str, word: str) -> bool:
    length = len(typed)
    return any(
        within_one_edit(typed, word[: length + more])
        for more in (-1, 0, 1)
        if length + more <= len(word)
    )


Likes = Mapping[str, float]


def nearest(typed: str, known: Iterable[str]) -> dict[str, float]:
    """The known words that answer what was typed; of each likeness the shortest few."""
    scored = ((likeness(typed, word), word) for word in set(known))
    ordered = sorted((len(word), word, score) for score, word in scored if score)
    taken: Counter[float] = Counter()
    near: dict[str, float] = {}
    for _, word, score in ordered:
        taken[score] += 1
        if taken[score] <= MOST_OF_EACH_LIKENESS:
            near[word] = score
    return near


def groups(
    typed: Sequence[str], known: Mapping[str, Collection[str]]
) -> list[dict[str, float]]:
    """For each sought word, the known words that would do. Unknown ones are let go.

    Two words typed as one become two groups; one typed as two is found through
    `joined`, which the caller also looks up.
    """
    found: list[dict[str, float]] = []
    skip = False
    for place, word in enumerate(typed):
        if skip:
            skip = False
            continue
        near = nearest(word, known.get(word, ()))
        best = max(near.values(), default=0.0)
        pair = word + typed[place + 1] if place + 1 < len(typed) else ""
        whole = nearest(pair, known.get(pair, ())) if pair and best < EXACT else {}
        if max(whole.values(), default=0.0) >= ONE_EDIT:
            found.append(whole)
            skip = True
        elif best >= CONTAINS:
            found.append(near)
        else:
            found.extend(_split(word, known.get(word, ())) or ([near] if near else []))
    return found


def joined(typed: Sequence[str]) -> list[str]:
    """Each pair of neighbours in a short query as one word: "Degerf ors"."""
    if len(typed) > _FEW_WORDS:
        return []
    return [one + other for one, other in pairwise(typed)]


def _split(typed: str, known: Collection[str]) -> list[dict[str, float]]:
    """Two known words typed together, perhaps with a wrong letter between them."""
    for first in sorted(known, key=len, reverse=True):
        if len(first) < _SHORTEST_PART or not typed.startswith(first):
            continue
        for rest in (typed[len(first) :], typed[len(first) + 1 :]):
            if len(rest) >= _SHORTEST_PART and rest in known:
                return [{first: ONE_EDIT}, {rest: ONE_EDIT}]
    return []


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that may answer the query, as it was written."""

    kind: str
    subject: str
    title: str
    folded_title: str
    folded_text: str
    weight: float


def score(query: str, sought: Sequence[Likes], entry: Found) -> float:
    """How well an entry answers: its title first, then its text, 0 for not at all."""
    title = entry.folded_title.split()
    text = frozenset(entry.folded_text.split())
    total = 0.0
    answered: set[str] = set()
    for likes in sought:
        best, word = max(
            ((likes.get(word, 0.0), word) for word in title), default=(0.0, "")
        )
        if best:
            answered.add(word)
        else:
            best = IN_THE_TEXT * max(
                (likes[word] for word in likes if word in text), default=0.0
            )
        total += best
    if not total:
        return 0.0
    share = total / len(sought)
    covered = len(answered) / len(set(title)) if title else 0.0
    same = 0.1 if entry.title.casefold() == query.casefold().strip() else 0.0
    return (share * (0.75 + 0.25 * covered) + same) * entry.weight
