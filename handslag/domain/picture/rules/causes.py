"""The tree of causes under a problem: what may hang where, and what is not lit yet. Pure.

The problem is the root. What hangs under a cause explains it. A tree is handed in
as its nodes and handed back the same way, so that it can be tried without a database.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.rules.words import Confidence

DEEPEST = 5
MOST = 60


class Perspective(StrEnum):
    """From where the problem is lit. A problem is lit from all three."""

    SITUATIONAL = "situational"  # what in the situation makes it possible
    VICTIMISATION = "victimisation"  # who or what is exposed, and exposed again
    OFFENDER = "offender"  # why somebody does it


class CauseKind(StrEnum):
    """What the cause lies in. The class of measure follows it."""

    SITUATIONAL = "situational"
    SOCIAL = "social"


class Corner(StrEnum):
    """The crime triangle: crime happens where all three meet."""

    OFFENDER = "offender"
    TARGET = "target"
    GUARDIAN = "guardian"


class Horizon(StrEnum):
    """When something done about it can be expected to show."""

    SHORT = "short"
    LONG = "long"


class Step(StrEnum):
    """How a cause is moved in its tree."""

    UP = "up"
    DOWN = "down"
    IN = "in"  # becomes a cause of the one above it
    OUT = "out"  # becomes the equal of the one it explained


@dataclass(frozen=True, slots=True)
class CauseDraft:
    """What an editor hands in about one cause. Left open: what is usual from there.

    `evidence`: the findings it cites, by their numbers.
    """

    text: str
    perspective: Perspective
    corner: Corner | None = None
    kind: CauseKind | None = None
    horizon: Horizon | None = None
    confidence: Confidence | None = None
    is_internal: bool = False
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AnalysisDraft:
    """The corners of the triangle in words, and the analysis in sum."""

    offender: str = ""
    target: str = ""
    guardian: str = ""
    summary: str = ""
    is_internal: bool = False


def usual_kind(perspective: Perspective) -> CauseKind:
    """What a cause seen from there most often lies in. The writer may say otherwise."""
    if perspective is Perspective.OFFENDER:
        return CauseKind.SOCIAL
    return CauseKind.SITUATIONAL


def usual_horizon(kind: CauseKind) -> Horizon:
    """Changed situations show soon, changed lives slowly."""
    return Horizon.LONG if kind is CauseKind.SOCIAL else Horizon.SHORT


@dataclass(frozen=True, slots=True)
class Node:
    """One cause in its tree: what it hangs under (None: the problem), and its place."""

    key: int
    parent: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A cause as it is read: how deep it hangs, its number, and where it can go."""

    key: int
    parent: int | None
    depth: int
    number: str
    steps: frozenset[Step]


def children(nodes: Iterable[Node], of: int | None) -> list[Node]:
    """What hangs directly under one cause, or under the problem, in order."""
    return sorted((one for one in nodes if one.parent == of), key=lambda one: one.position)


def under(nodes: Sequence[Node], key: int) -> list[int]:
    """A cause and all that hangs under it, however deep."""
    found = [key]
    for one in found:
        found += [child.key for child in children(nodes, one) if child.key not in found]
    return found


def depth(nodes: Sequence[Node], key: int | None) -> int:
    """How deep something hangs. The problem is 0."""
    parents = {one.key: one.parent for one in nodes}
    steps = 0
    while key is not None and steps <= len(parents):
        key = parents[key]
        steps += 1
    return steps


def height(nodes: Sequence[Node], key: int) -> int:
    """How many layers a cause and what hangs under it make."""
    below = [height(nodes, child.key) for child in children(nodes, key)]
    return 1 + max(below, default=0)


def may_hang(nodes: Sequence[Node], under_: int | None, *, layers: int = 1) -> None:
    """Refuse what would hang too deep, or one cause too many."""
    if depth(nodes, under_) + layers > DEEPEST:
        raise NotAllowedError("picture.cause_too_deep", deepest=DEEPEST)


def room_for_one(nodes: Sequence[Node]) -> None:
    """Refuse a tree that nobody can take in."""
    if len(nodes) >= MOST:
        raise NotAllowedError("picture.too_many_causes", most=MOST)


def hung(
    nodes: Sequence[Node], key: int, under_: int | None, *, at: int | None = None
) -> list[Node]:
    """The tree with one cause, and all that hangs under it, hung somewhere else.

    A cause can never explain itself, not even by way of others.
    """
    if under_ is not None and under_ in under(nodes, key):
        raise NotAllowedError("picture.cause_cycle")
    may_hang(nodes, under_, layers=height(nodes, key))
    rest = [one for one in nodes if one.key != key]
    moved = replace(next(one for one in nodes if one.key == key), parent=under_)
    order = children(rest, under_)
    place = len(order) if at is None else max(0, min(at, len(order)))
    order.insert(place, moved)
    new = {one.key: replace(one, position=nr) for nr, one in enumerate(order)}
    return [new.get(one.key, one) for one in nodes]


def taken_out(nodes: Sequence[Node], key: int) -> list[Node]:
    """The tree without one cause. What hung under it takes its place."""
    gone = next(one for one in nodes if one.key == key)
    order: list[Node] = []
    for one in children(nodes, gone.parent):
        order += children(nodes, key) if one.key == key else [one]
    new = {
        one.key: replace(one, parent=gone.parent, position=place)
        for place, one in enumerate(order)
    }
    return [new.get(one.key, one) for one in nodes if one.key != key]


def stepped(nodes: Sequence[Node], key: int, step: Step) -> list[Node]:
    """The tree with one cause moved one step."""
    node = next(one for one in nodes if one.key == key)
    order = [one.key for one in children(nodes, node.parent)]
    at = order.index(key)
    if step not in _steps(node, at, len(order)):
        raise NotAllowedError(f"picture.cause_not_{step}")
    if step is Step.IN:
        return hung(nodes, key, order[at - 1])
    if step is Step.OUT:
        above = next(one for one in nodes if one.key == node.parent)
        beside = [one.key for one in children(nodes, above.parent)]
        return hung(nodes, key, above.parent, at=beside.index(above.key) + 1)
    return hung(nodes, key, node.parent, at=at + (-1 if step is Step.UP else 1))


def _steps(node: Node, at: int, of: int) -> frozenset[Step]:
    """Where a cause can go, by its place alone. How deep is asked when it goes."""
    found = set()
    if at > 0:
        found |= {Step.UP, Step.IN}
    if at < of - 1:
        found.add(Step.DOWN)
    if node.parent is not None:
        found.add(Step.OUT)
    return frozenset(found)


def read(nodes: Sequence[Node]) -> Iterator[Placed]:
    """Every cause from the top, each followed by what hangs under it."""
    by_parent: dict[int | None, list[Node]] = {}
    for one in sorted(nodes, key=lambda one: one.position):
        by_parent.setdefault(one.parent, []).append(one)
    yield from _read(by_parent, None, ())


def _read(
    by_parent: dict[int | None, list[Node]],
    parent: int | None,
    above: tuple[int, ...],
) -> Iterator[Placed]:
    order = by_parent.get(parent, [])
    for at, node in enumerate(order):
        place = (*above, at + 1)
        number = ".".join(map(str, place))
        steps = _steps(node, at, len(order))
        yield Placed(node.key, parent, len(place), number, steps)
        yield from _read(by_parent, node.key, place)


@dataclass(frozen=True, slots=True)
class Unlit:
    """What a cause analysis has not lit yet."""

    corners: tuple[Corner, ...]
    perspectives: tuple[Perspective, ...]

    def __bool__(self) -> bool:
        return bool(self.corners or self.perspectives)


def unlit(
    causes: Iterable[tuple[Perspective, Corner | None]], *, worded: Iterable[Corner]
) -> Unlit:
    """The dark corners and perspectives. `worded`: corners with words of their own."""
    seen = list(causes)
    lit = {corner for _, corner in seen} | set(worded)
    from_where = {perspective for perspective, _ in seen}
    return Unlit(
        tuple(one for one in Corner if one not in lit),
        tuple(one for one in Perspective if one not in from_where),
    )


def may_be_done(count: int) -> None:
    """An analysis without a single cause has not been made."""
    if not count:
        raise NotAllowedError("picture.analysis_without_causes")
