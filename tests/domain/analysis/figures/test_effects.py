from datetime import date

import numpy as np
import pytest

from handslag.core.deadlines import months_after
from handslag.domain.analysis.figures.effects import Counted, Month, judged, smallest
from handslag.domain.analysis.models import EffectCount, EffectPlan
from handslag.domain.analysis.rules import Part, Stage, Wanted
from handslag.statistics.effects.found import Effect
from handslag.statistics.verdicts import Around, verdict

FIRST = date(2025, 1, 1)


def counted(area, ring, other, *, before=12, stage=Stage.OVER) -> Counted:
    months = [
        Month(
            months_after(FIRST, at),
            {Part.AREA: int(a), Part.RING: int(r), Part.COMPARISON: int(c)},
        )
        for at, (a, r, c) in enumerate(zip(area, ring, other, strict=True))
    ]
    return Counted(stage, months[:before], months[before:], before, len(area) - before)


def said(found: Counted) -> tuple[str, str]:
    result = judged(found, has_ring=True)
    assert result is not None
    assert result.ring is not None
    here, around = verdict(result.effect, "down"), verdict(Around(result.ring))
    return here.key, around.variant


def test_what_became_less_here_alone_helped():
    found = counted([20] * 12 + [8] * 12, [10] * 24, [30] * 24)
    assert said(found) == ("effect", "none")
    result = judged(found, has_ring=False)
    assert result is not None
    assert result.ring is None
    assert round(result.effect.estimate, 3) == 0.4
    assert isinstance(result.effect, Effect)
    assert result.effect.expected == 240


def test_what_became_less_everywhere_did_not_help():
    found = counted([20] * 12 + [8] * 12, [10] * 12 + [4] * 12, [30] * 12 + [12] * 12)
    assert said(found)[0] == "noeffect"


def test_what_moved_to_the_ring_is_seen():
    found = counted([20] * 12 + [8] * 12, [10] * 12 + [22] * 12, [30] * 24)
    assert said(found) == ("effect", "moved")


def test_spans_of_different_length_are_compared_by_their_share():
    found = counted([20] * 12 + [20] * 6, [10] * 18, [30] * 18)
    result = judged(found, has_ring=False)
    assert result is not None
    assert result.effect.estimate == 1


def test_nothing_is_judged_before_it_is_over_or_when_nothing_happened():
    rows = ([2] * 24, [1] * 24, [3] * 24)
    for stage in (Stage.PLANNED, Stage.UNDER_WAY, Stage.CALLED_OFF):
        assert judged(counted(*rows, stage=stage), has_ring=True) is None
    assert judged(counted([0] * 24, [0] * 24, [3] * 24), has_ring=True) is None
    assert judged(counted([2] * 24, [0] * 24, [0] * 24), has_ring=True) is None


def test_where_nothing_was_done_it_seldom_finds_an_effect():
    """A season that both share, and a share that varies more than chance makes it."""
    rng = np.random.default_rng(7)
    season = 1 + 0.5 * np.sin(np.arange(24) * np.pi / 6)
    found = 0
    for _ in range(400):
        area = rng.poisson(rng.gamma(25, 8 * season / 25))
        result = judged(
            counted(area, [0] * 24, rng.poisson(rng.gamma(25, 20 * season / 25))),
            has_ring=False,
        )
        assert result is not None
        found += verdict(result.effect).key == "effect"
    assert found <= 24


PLAN = EffectPlan(begins=date(2026, 1, 10), before=12, after=12, wanted=Wanted.FEWER)


def rows(area: int, other: int, months: int = 12) -> list[EffectCount]:
    days = [months_after(date(2025, 1, 1), at) for at in range(months)]
    return [EffectCount(month=m, area=area, ring=0, comparison=other) for m in days]


def test_what_could_be_seen_is_said_beforehand():
    """Ten a month here and thirty elsewhere, a year before and after, as even as can be:
    the logarithm must move 1.96 + 0.84 standard errors, each wider for eleven degrees of
    freedom (2.20 for 1.96)."""
    error = ((1 / 120 + 1 / 360) * 2) ** 0.5 * 2.201 / 1.96
    least = smallest(PLAN, rows(10, 30))
    assert least == pytest.approx(1 - np.exp(-(1.96 + 0.8416) * error), rel=1e-3)
    assert (smallest(PLAN, rows(1, 30)) or 0) > 0.7


def test_half_of_the_months_tell_as_if_all_were_like_them():
    """A little more is needed, since fewer months say how much they vary."""
    whole, half = smallest(PLAN, rows(10, 30)), smallest(PLAN, rows(10, 30, months=6))
    assert half == pytest.approx(whole, rel=0.15)
    assert smallest(PLAN, rows(10, 30, months=2)) is None


def test_where_more_is_hoped_for_it_is_a_rise_and_of_nothing_no_rise_is_enough():
    more = EffectPlan(begins=PLAN.begins, before=12, after=12, wanted=Wanted.MORE)
    fall, rise = smallest(PLAN, rows(10, 30)), smallest(more, rows(10, 30))
    assert fall is not None
    assert rise is not None
    assert (1 - fall) * (1 + rise) == pytest.approx(1)
    assert smallest(PLAN, rows(0, 30)) == 1
    assert smallest(more, rows(0, 30)) is None
