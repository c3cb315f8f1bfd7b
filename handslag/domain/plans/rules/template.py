"""A first plan from what the picture says: a goal and measures for each problem. Pure.

Nothing is invented: the problems and causes are the picture's, the ways of working are
those suggested for such causes. The sentences are handed in, in the writer's language,
with `%(problem)s` where the problem is named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.picture.rules.suggestions import Facts, Suggestion, suggestions
from handslag.domain.plans.rules.drafts import GoalDraft, IndicatorDraft, MeasureDraft
from handslag.domain.plans.rules.words import (
    Aim,
    Approach,
    Direction,
    Horizon,
    Measures,
    Strategy,
)

MOST_MEASURES = 3


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words of a first plan, and what kinds of measure are called."""

    reach: str
    hold: str
    indicator: str
    unit: str
    level: str
    why_down: str
    without_cause: str
    activities: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A problem with its causes, by their numbers."""

    problem: int
    title: str
    causes: Sequence[Facts] = ()


def goal(known: Known, words: Sentences, *, aim: Aim, by: date | None) -> GoalDraft:
    """What is to become of one problem. The number to reach is left to those who decide."""
    is_hold = aim is Aim.HOLD
    sentence = words.hold if is_hold else words.reach
    return GoalDraft(
        problem=known.problem,
        text=sentence % {"problem": known.title},
        kind=aim,
        indicators=(
            IndicatorDraft(
                name=words.indicator % {"problem": known.title},
                measures=Measures.EFFECT,
                unit=words.unit,
                baseline_stated=words.level if is_hold else "",
                by=by,
                direction=Direction.HOLD if is_hold else Direction.DOWN,
                direction_why=words.why_down,
            ),
        ),
    )


def measures(
    known: Known, words: Sentences, *, goal: int, owner: int, until: date | None
) -> list[MeasureDraft]:
    """As few measures as answer all causes, the nearest first; one when none is known."""
    if not known.causes:
        return [
            MeasureDraft(
                title=(words.without_cause % {"problem": known.title})[:200],
                goal=goal,
                owner=owner,
                ends=until,
            )
        ]
    chosen: list[MeasureDraft] = []
    left = {one.key for one in known.causes}
    taken: set[str] = set()
    for one in suggestions(known.causes):
        activity = next((code for code in one.activities if code not in taken), "")
        if not left & set(one.causes) or not activity or len(chosen) == MOST_MEASURES:
            continue
        chosen.append(_measure(one, activity, words, goal=goal, owner=owner, until=until))
        taken.add(activity)
        left -= set(one.causes)
    return chosen


def _measure(
    one: Suggestion,
    activity: str,
    words: Sentences,
    *,
    goal: int,
    owner: int,
    until: date | None,
) -> MeasureDraft:
    name = words.activities.get(activity, activity)
    return MeasureDraft(
        title=name[:1].upper() + name[1:],
        goal=goal,
        causes=tuple(key for key in one.causes if isinstance(key, int)),
        owner=owner,
        kind=Approach(one.kind.value),
        strategy=Strategy(one.strategy) if one.strategy else None,
        activity=activity,
        horizon=Horizon(one.horizon.value),
        ends=until,
    )
