"""Which problems of two pictures may be the same, and what only one side sees. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from handslag.core.text import plain
from handslag.domain.picture.rules.words import Confidence


@dataclass(frozen=True, slots=True)
class Own:
    """A problem as one party sees it."""

    key: str
    party: int
    theme: str
    place: str


@dataclass(frozen=True, slots=True)
class Match:
    """Problems of one theme that are shown together.

    `suggested`: those that may well be the same, one from each side.
    """

    theme: str
    problems: tuple[Own, ...]
    suggested: tuple[tuple[str, ...], ...]

    @property
    def seen_by(self) -> frozenset[int]:
        return frozenset(one.party for one in self.problems)


def matches(problems: Iterable[Own]) -> list[Match]:
    """The problems by theme, with those that share place suggested as the same."""
    ordered = sorted(problems, key=lambda one: one.theme)
    found = []
    for theme, group in groupby(ordered, key=lambda one: one.theme):
        members = tuple(group)
        found.append(Match(theme, members, tuple(_suggested(members))))
    return found


def _suggested(members: Sequence[Own]) -> list[tuple[str, ...]]:
    """One from each side, at the same place; or the only two of their theme."""
    parties = {one.party for one in members}
    if len(members) == len(parties) > 1 and _agree(members):
        return [tuple(one.key for one in members)]
    by_place: dict[str, list[Own]] = {}
    for one in members:
        by_place.setdefault(plain(one.place), []).append(one)
    return [
        tuple(one.key for one in same)
        for place, same in by_place.items()
        if place and len(same) == len({one.party for one in same}) > 1
    ]


def _agree(members: Sequence[Own]) -> bool:
    """Whether nothing they say of the place tells them apart."""
    said = {plain(one.place) for one in members} - {""}
    return len(said) <= 1


_SURER = {confidence.value: rank for rank, confidence in enumerate(Confidence, start=1)}


def least_sure(confidences: Iterable[str]) -> str:
    """How sure two can be together: as sure as the less sure of them. Unsaid is unsaid."""
    said = list(confidences)
    return min(said, key=lambda one: _SURER.get(one, 0), default="")


def common(values: Iterable[str]) -> str:
    """What all of them say, if they say the same; otherwise nothing."""
    said = set(values)
    return said.pop() if len(said) == 1 else ""
