"""What each answer stands for: the inhabitants of its area, and who lives there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from handslag.domain.surveys.figures.grouping import Division
from handslag.domain.surveys.figures.reading import Answered
from handslag.statistics.design import Design, design
from handslag.statistics.weighting import Codes, Margin, Numbers, Weights, kish, rake

MOST_GROWTH = 5.0  # no answer stands for more than five times as many as the average

Margins = Mapping[str, Mapping[str, int]]  # sex, age → group → inhabitants


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """The sample with its weights, or nothing: those who answered chose themselves."""

    sample: Design | None
    method: str
    people: int = 0
    deff: float = 1.0
    effective_n: float = 0.0
    flags: tuple[str, ...] = ()


def weigh(
    answered: Answered, by: Sequence[Division], margins: Margins, *, is_drawn: bool
) -> Weighed:
    """By area as it was drawn; then so that sex and age are as they are there.

    A margin that cannot be met, because nobody who answered stands for a group, is left
    out, and that is said.
    """
    if not is_drawn or not answered.n:
        return Weighed(None, "unweighted", effective_n=float(answered.n))
    inhabitants = np.array([one.inhabitants for one in answered.areas], np.float64)
    there = np.bincount(answered.strata, minlength=len(inhabitants))
    if not len(inhabitants) or (inhabitants < there).any():
        plain = np.ones(answered.n)
        return _weighed(answered, plain, None, "equal", ("no_inhabitants",))
    own = inhabitants[answered.strata]
    first = own / there[answered.strata]
    known = {one.what: one for one in by if margins.get(one.what)}
    wanted = list(known)
    areas = Margin(answered.strata, np.where(there > 0, inhabitants, 0.0))
    while wanted:
        asked = [_margin(known[one], margins[one], first) for one in wanted]
        left_out = tuple(f"left_out.{one}" for one in known if one not in wanted)
        try:
            made = rake([areas, *asked], first, cap=MOST_GROWTH)
        except ValueError:
            wanted.pop()
        else:
            return _weighed(answered, made, own, "raking", (*made.flags, *left_out))
    return _weighed(
        answered, first, own, "design", tuple(f"left_out.{one}" for one in known)
    )


def _weighed(
    answered: Answered,
    weights: Numbers | Weights,
    own: Numbers | None,
    method: str,
    flags: tuple[str, ...],
) -> Weighed:
    sample = design(weights, strata=answered.strata, fpc=own, lonely="adjust")
    deff, effective = kish(sample.weights)
    people = round(float(sample.weights.sum())) if own is not None else 0
    return Weighed(sample, method, people, deff, effective, flags)


def _margin(division: Division, sizes: Mapping[str, int], first: Numbers) -> Margin:
    """Those who did not say, and groups that nothing is known of, stay as many as they
    are; the others share what is left."""
    names = [one.code for one in division.named.groups]
    is_known = np.array([False, *(sizes.get(one, 0) > 0 for one in names)])
    codes: Codes = np.where(is_known[division.codes], division.codes, 0)
    unknown = float(first[codes == 0].sum())
    known = np.array([0.0, *(float(sizes.get(one, 0)) for one in names)])
    rest = float(first.sum()) - unknown
    totals = known * (rest / known.sum())
    totals[0] = unknown
    return Margin(codes, totals)
