"""Which ways of working answer which causes. Pure.

The class of measure follows the cause: what lies in the situation is answered by
changing the situation, what lies in social conditions by reaching people, and what
happens to the same ones again by working with them. A suggestion is a reminder and
never a demand; each says which causes it answers.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handslag.domain.picture.rules.causes import CauseKind, Corner, Horizon, Perspective


class Way(StrEnum):
    """How a cause can be met. The first five are the situational strategies."""

    EFFORT = "effort"
    RISK = "risk"
    REWARD = "reward"
    PROVOCATION = "provocation"
    EXCUSES = "excuses"
    REPEAT = "repeat"
    ATTITUDES = "attitudes"
    BEHAVIOUR = "behaviour"
    PARENTS = "parents"


STRATEGIES = (Way.EFFORT, Way.RISK, Way.REWARD, Way.PROVOCATION, Way.EXCUSES)
SOCIAL = (Way.ATTITUDES, Way.BEHAVIOUR, Way.PARENTS)

# Codes of the shared vocabulary, the list "activity".
ACTIVITIES: Mapping[Way, tuple[str, ...]] = {
    Way.EFFORT: ("stöldskydd", "tillträdesskydd", "fysisk_miljö", "alkohol_tobakstillsyn"),
    Way.RISK: (
        "synlig_närvaro",
        "belysning",
        "kamerabevakning",
        "grannsamverkan",
        "trygghetsvärdar",
        "röjning",
    ),
    Way.REWARD: ("märkning", "klottersanering", "renhållning"),
    Way.PROVOCATION: ("riskkvällar", "utbildning_krog", "evenemang", "mötesplats"),
    Way.EXCUSES: (
        "regeländring",
        "information_kampanj",
        "krogtillsyn",
        "hastighetsåtgärder",
    ),
    Way.REPEAT: ("upprepad_utsatthet", "brottsofferstöd", "hembesök", "anmälan"),
    Way.ATTITUDES: ("antimobbning", "skolbesök", "information_kampanj"),
    Way.BEHAVIOUR: ("motiverande_samtal", "SIG", "SSPF", "behandling_stöd", "fältarbete"),
    Way.PARENTS: ("föräldrastöd", "föräldrainfo", "skolnärvaro", "fritidsaktiviteter"),
}

# Which corner of the triangle a way works on.
_WORKS_ON: Mapping[Way, frozenset[Corner]] = {
    Way.EFFORT: frozenset({Corner.TARGET}),
    Way.RISK: frozenset({Corner.GUARDIAN}),
    Way.REWARD: frozenset({Corner.TARGET}),
    Way.PROVOCATION: frozenset({Corner.OFFENDER}),
    Way.EXCUSES: frozenset({Corner.OFFENDER, Corner.GUARDIAN}),
    Way.REPEAT: frozenset({Corner.TARGET}),
    Way.ATTITUDES: frozenset({Corner.OFFENDER, Corner.TARGET}),
    Way.BEHAVIOUR: frozenset({Corner.OFFENDER}),
    Way.PARENTS: frozenset({Corner.OFFENDER, Corner.GUARDIAN}),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know of a cause when measures are suggested."""

    key: Hashable
    perspective: Perspective
    kind: CauseKind
    corner: Corner | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way of working, with concrete kinds of measure, and the causes it answers.

    `near`: it works on the very corner that one of the causes belongs to.
    """

    way: Way
    kind: CauseKind
    horizon: Horizon
    activities: tuple[str, ...]
    causes: tuple[Hashable, ...]
    near: bool

    @property
    def strategy(self) -> str:
        """The situational strategy that a measure of this kind has, or nothing."""
        return self.way.value if self.way in STRATEGIES else ""


def suggestions(causes: Iterable[Facts]) -> list[Suggestion]:
    """What could be done about these causes: the nearest first, then those of most use."""
    answers: dict[Way, list[tuple[Hashable, bool]]] = {}
    for cause in causes:
        for way in ways(cause):
            answers.setdefault(way, []).append((cause.key, _is_near(way, cause)))
    order = list(Way)
    found = [_suggestion(way, answered) for way, answered in answers.items()]
    return sorted(
        found, key=lambda one: (not one.near, -len(one.causes), order.index(one.way))
    )


def ways(cause: Facts) -> tuple[Way, ...]:
    """Every way that can answer a cause of this kind."""
    kind = STRATEGIES if cause.kind is CauseKind.SITUATIONAL else SOCIAL
    repeat = (Way.REPEAT,) if cause.perspective is Perspective.VICTIMISATION else ()
    return (*repeat, *kind)


def _is_near(way: Way, cause: Facts) -> bool:
    """Work with those exposed again is near whatever corner the cause belongs to."""
    return way is Way.REPEAT or cause.corner is None or cause.corner in _WORKS_ON[way]


def _suggestion(way: Way, answered: list[tuple[Hashable, bool]]) -> Suggestion:
    """When a way works on the very corner of some causes, those are why it is named."""
    near = [key for key, is_near in answered if is_near]
    is_social = way in SOCIAL
    return Suggestion(
        way=way,
        kind=CauseKind.SOCIAL if is_social else CauseKind.SITUATIONAL,
        horizon=Horizon.LONG if is_social else Horizon.SHORT,
        activities=ACTIVITIES[way],
        causes=tuple(near or [key for key, _ in answered]),
        near=bool(near),
    )
