"""Everything that points at somebody in a text, one thing after another."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence

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

REMOVED = "[borttaget]"  # stands in the text, which is Swedish whatever the page is
_BESIDE = 3

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


def redacted(text: str, findings: Sequence[Finding]) -> str:
    """The text with a plain mark in place of each thing found.

    What two numbers run into each other may hide a third: whatever certain comes to
    light beside a mark is removed too.
    """
    left = _without(text, findings)
    while beside := [one for one in find(left) if one.certain and _is_beside(left, one)]:
        left = _without(left, beside)
    return left


def _without(text: str, findings: Sequence[Finding]) -> str:
    kept: list[str] = []
    at = 0
    for one in sorted(findings):
        if one.start >= at:
            kept += text[at : one.start], REMOVED
        at = max(at, one.end)
    return "".join((*kept, text[at:]))


def _is_beside(text: str, one: Finding) -> bool:
    """Whether a mark stands right before or after."""
    before, after = text[max(0, one.start - _BESIDE) : one.start], text[one.end :][:_BESIDE]
    return REMOVED[-1] in before or REMOVED[0] in after


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
