"""What a result says, as a key that has its sentence in `web/words/verdicts.py`.

One place decides: what is certain, what may be chance, what cannot be judged, and
whether it is what was wanted. A share beside its interval is not a verdict by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf, isnan
from typing import Literal

from handslag.statistics.comparisons import Change
from handslag.statistics.counts import Ratio
from handslag.statistics.effects.displacement import Displacement
from handslag.statistics.effects.found import Effect
from handslag.statistics.intervals import Estimate
from handslag.statistics.surveys import SurveyEstimate
from handslag.statistics.temporal.reporting import ReportingSplit
from handslag.statistics.temporal.trends import Trend

Desired = Literal["up", "down", "level", "depends"]

# Every key, in the order of the design.
KEYS = (
    *("up", "down", "none", "same", "few", "fewans", "weak", "value", "prelim"),
    *("report", "dark", "effect", "noeffect", "displ", "hot", "alarm", "peers", "again"),
)
PRACTICAL = 0.10
_MUCH = 0.5  # a smallest detectable change beyond which there are too few events
_SURE = 0.05
_FEWEST_PAIRS = 5  # expected; below that not finding more says nothing


@dataclass(frozen=True, slots=True)
class Verdict:
    """`key` and `variant` choose the sentence. `role` is what the colour says: "rise",
    "fall" or "level", or "note" for what has no direction; `icon` is the shape: "up",
    "down", "level", "unsure" or "note". `goal`: "good" when it is what was wanted, "bad"
    when it is the opposite, else nothing. Where colour goes, the shape goes too."""

    key: str
    variant: str = ""
    role: str = "note"
    icon: str = "note"
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Measured(Estimate):
    """A change as a ratio, with the smallest fall that could have been found (a share)."""

    mde: float = inf


@dataclass(frozen=True, slots=True)
class Preliminary:
    """The last period: `share` of the reports are usually registered by now."""

    share: float


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings of where something was done: `effect`, against the comparison."""

    effect: Effect


@dataclass(frozen=True, slots=True)
class Hot:
    """A place with `count` events where `expected` were; `p` after all places were
    adjusted for each other."""

    count: float
    expected: float
    p: float


@dataclass(frozen=True, slots=True)
class Again:
    """`count` pairs of events near each other in place and time, where chance gives
    `expected`; `p` after all distances were adjusted for each other."""

    count: float
    expected: float
    p: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """A week with `count` events, of which there are usually no more than `upper`."""

    count: float
    upper: float


@dataclass(frozen=True, slots=True)
class Standing:
    """A place of a funnel: -2 to 2 (`peers.funnel.Funnel.place`)."""

    place: int


Result = Estimate | Preliminary | Around | Hot | Again | Alarm | Standing


def verdict(
    result: Result, desired: Desired = "depends", practical: float = PRACTICAL
) -> Verdict:
    """What `result` says, and whether it is what was `desired`.

    `Measured` and `Ratio` are ratios (1 is no change), a `Change` of a survey is a
    difference (0 is none); a `SurveyEstimate` is a share; a `Trend`
    is percent a year, and never called the same. `practical` is
    how much may be called the same: the whole interval inside 1/(1+practical) to
    1+practical, or for a difference inside half of it on either side (two one-sided
    tests, Schuirmann 1987). A certain change that is wholly inside is certain still, but
    neither good nor bad. Raises ValueError: E_KIND for what no sentence is written for.
    """
    for kind, decide in _DECIDERS:
        if isinstance(result, kind):
            found = decide(result, practical)
            return replace(found, goal=_goal(found, desired))
    raise ValueError("E_KIND")


_UP = Verdict("up", role="rise", icon="up")
_DOWN = Verdict("down", role="fall", icon="down")
_NONE = Verdict("none", role="level", icon="unsure")
_SAME = Verdict("same", role="level", icon="level")
_FEW = Verdict("few", role="level", icon="unsure")
_FEW_FLAGS = frozenset({"few", "too_few"})


def _changed(result: Measured | Ratio, practical: float) -> Verdict:
    mde = getattr(result, "mde", 0.0)
    found = _side(result, 1.0, 1 / (1 + practical), 1 + practical)
    if found.key != "none":
        return found
    return _FEW if mde > _MUCH or _FEW_FLAGS & set(result.flags) else _NONE


def _differs(result: Change, practical: float) -> Verdict:
    return _side(result, 0.0, -practical / 2, practical / 2)


def _side(result: Estimate, nothing: float, low: float, high: float) -> Verdict:
    if isnan(result.lower) or isnan(result.upper):
        return _FEW
    is_small = low <= result.lower and result.upper <= high
    if result.lower > nothing:
        return replace(_UP, variant="small" if is_small else "")
    if result.upper < nothing:
        return replace(_DOWN, variant="small" if is_small else "")
    return _SAME if is_small else _NONE


def _worked(result: Effect, _practical: float) -> Verdict:
    is_sure = result.p <= _SURE
    if result.upper < 1 and is_sure:
        return Verdict("effect", "fewer", "fall", "down")
    if result.lower > 1 and is_sure:
        return Verdict("effect", "more", "rise", "up")
    return Verdict("noeffect", "few" if result.mde > _MUCH else "", "level", "unsure")


def _moved(result: Displacement, _practical: float) -> Verdict:
    ring = result.ring
    if ring is None:
        raise ValueError("E_KIND")
    if ring.lower > 0:
        return Verdict("displ", "moved", "rise", "up")
    if ring.upper < 0:
        return Verdict("displ", "spread", "fall", "down")
    return Verdict("displ", "none", "level", "unsure")


def _around(result: Around, _practical: float) -> Verdict:
    ring = result.effect
    if ring.lower > 1 and ring.p <= _SURE:
        return Verdict("displ", "moved", "rise", "up")
    if ring.upper < 1 and ring.p <= _SURE:
        return Verdict("displ", "spread", "fall", "down")
    return Verdict("displ", "none", "level", "unsure")


def _answered(result: SurveyEstimate, _practical: float) -> Verdict:
    if "few" in result.flags:
        return Verdict("fewans", role="level", icon="unsure")
    if "weak" in result.flags:
        return Verdict("weak", role="level", icon="unsure")
    return Verdict("value")


def _split(result: ReportingSplit, _practical: float) -> Verdict:
    plain = {"up": _UP, "down": _DOWN, "none": _FEW if "few" in result.flags else _NONE}
    if result.verdict in plain:
        return plain[result.verdict]
    return Verdict(result.verdict, icon="up" if result.verdict == "report" else "down")


def _trend(result: Trend, _practical: float) -> Verdict:
    found = _side(result, 0.0, 0.0, 0.0)
    return _FEW if found.key == "none" and _FEW_FLAGS & set(result.flags) else found


def _hot(result: Hot, _practical: float) -> Verdict:
    if result.p <= _SURE and result.count > result.expected:
        return Verdict("hot", role="rise", icon="up")
    return Verdict("hot", "none", "level", "unsure")


def _again(result: Again, _practical: float) -> Verdict:
    if result.p <= _SURE and result.count > result.expected:
        return Verdict("again", role="rise", icon="up")
    few = result.expected < _FEWEST_PAIRS
    return _FEW if few else Verdict("again", "none", "level", "unsure")


def _alarm(result: Alarm, _practical: float) -> Verdict:
    if result.count > result.upper:
        return Verdict("alarm", role="rise", icon="up")
    return Verdict("alarm", "none", "level", "unsure")


def _stands(result: Standing, _practical: float) -> Verdict:
    if result.place > 0:
        return Verdict("peers", "higher", "rise", "up")
    if result.place < 0:
        return Verdict("peers", "lower", "fall", "down")
    return Verdict("peers", "level", "level", "level")


def _preliminary(_result: Preliminary, _practical: float) -> Verdict:
    return Verdict("prelim", icon="unsure")


_Decide = Callable[..., Verdict]
_DECIDERS: tuple[tuple[type, _Decide], ...] = (
    (Effect, _worked),
    (Displacement, _moved),
    (Change, _differs),
    (SurveyEstimate, _answered),
    (Preliminary, _preliminary),
    (ReportingSplit, _split),
    (Trend, _trend),
    (Around, _around),
    (Hot, _hot),
    (Again, _again),
    (Alarm, _alarm),
    (Standing, _stands),
    (Measured, _changed),
    (Ratio, _changed),
)
_WAYS = {
    **{("up", ""): "up", ("down", ""): "down"},
    **{("effect", "fewer"): "down", ("effect", "more"): "up"},
    **{("peers", "higher"): "up", ("peers", "lower"): "down", ("same", ""): "level"},
}


def _goal(found: Verdict, desired: Desired) -> str:
    way = _WAYS.get((found.key, found.variant), "")
    if desired == "depends" or not way:
        return ""
    if way == "level":
        return "good" if desired == "level" else ""
    if found.key == "peers" and desired == "level":
        return ""
    return "good" if way == desired else "bad"
