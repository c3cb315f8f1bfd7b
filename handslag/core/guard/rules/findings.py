"""Everything that points at somebody in a text, one thing after another."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from handslag.core.guard.rules.cases import other_cases, sure_cases
from handslag.core.guard.rules.finding import Finding, Kind
from handslag.core.guard.rules.handles import handles
from handslag.core.guard.rules.homes import apartments
from handslag.core.guard.rules.mail import addresses
from handslag.core.guard.rules.names import names
from handslag.core.guard.rules.personal import could_be_a_phone, personal_numbers
from handslag.core.guard.rules.phones import phones
from handslag.core.guard.rules.plates import plates
from handslag.core.guard.rules.reading import read

Found = tuple[int, int, Kind, bool]


def find(text: str) -> list[Finding]:
    """What points at one person, in the order of the text; nothing overlaps."""
    reading = read(text)
    kept: list[Found] = []
    for found in _found(reading.text):
        if _is_free(kept, found):
            insort(kept, found)
    return [
        Finding(*reading.span(start, end), kind, certain)
        for start, end, kind, certain in kept
    ]


def _found(plain: str) -> Iterator[Found]:
    """What claims a place in the text, the surest forms first."""
    numbers = list(personal_numbers(plain))
    sure = [one.span() for one in numbers if not could_be_a_phone(one, plain)]
    yield from _all(Kind.EMAIL, addresses(plain), certain=True)
    yield from _all(Kind.HANDLE, handles(plain), certain=False)
    yield from _all(Kind.CASE_NUMBER, sure_cases(plain), certain=True)
    yield from _all(Kind.PERSONNUMMER, sure, certain=True)
    yield from _judged(Kind.PHONE, phones(plain))
    yield from _all(Kind.PERSONNUMMER, [one.span() for one in numbers], certain=True)
    yield from _all(Kind.CASE_NUMBER, other_cases(plain), certain=False)
    yield from _all(Kind.APARTMENT, apartments(plain), certain=False)
    yield from _judged(Kind.PLATE, plates(plain))
    yield from _judged(Kind.NAME, names(plain))


def _all(kind: Kind, spans: Iterable[tuple[int, int]], *, certain: bool) -> Iterator[Found]:
    return ((start, end, kind, certain) for start, end in spans)


def _judged(kind: Kind, found: Iterable[tuple[int, int, bool]]) -> Iterator[Found]:
    return ((start, end, kind, certain) for start, end, certain in found)


def _is_free(kept: list[Found], found: Found) -> bool:
    """Whether nothing kept already stands in the same place."""
    at = bisect_left(kept, found)
    before = kept[at - 1] if at else None
    behind = kept[at] if at < len(kept) else None
    return (before is None or before[1] <= found[0]) and (
        behind is None or found[1] <= behind[0]
    )
