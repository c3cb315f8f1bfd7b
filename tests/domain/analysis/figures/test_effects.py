from datetime import date

import numpy as np

from handslag.core.deadlines import months_after
from handslag.domain.analysis.figures.effects import Counted, Month, judged
from handslag.domain.analysis.rules import Part, Stage
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
