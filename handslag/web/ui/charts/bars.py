"""Thin bars beside words: what became of it, against what was promised.

A bar says nothing that the words beside it do not say, and is hidden from screen readers.
"""

from handslag.web.ui.drawing import Drawing, figure

BAR = 272.0
_ROOM = 1.25


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _bar_svg(height: int, inside: str) -> Drawing:
    return Drawing(
        f'<svg viewBox="0 0 {figure(BAR)} {height}" preserveAspectRatio="none"'
        f' aria-hidden="true">{inside}</svg>'
    )


def _mark(x: float) -> str:
    """The mark may lie on a filled bar: a rim of paper keeps the two apart."""
    at = figure(_clamp(x, 1, BAR - 1))
    where = f'x1="{at}" x2="{at}" y1="1" y2="21"'
    return f'<line class="halo" {where}/><line class="goal" {where}/>'


def target_bar(
    value: float | None,
    goal: float | None,
    *,
    upper: float | None = None,
    scale: float | None = None,
) -> Drawing:
    """What became of it, as a bar, with a mark at what was promised.

    `upper` is the far end of a promised range; `scale` is where the bar ends
    (100 for a share in percent), otherwise a little beyond the largest number.
    Without a number, or without anything to compare with, nothing is drawn.
    """
    if value is None or goal is None:
        return Drawing("")
    marks = [goal] if upper is None else [goal, upper]
    end = scale or max(max(marks) * _ROOM, value * 1.05, 1e-9)
    at = [BAR * mark / end for mark in marks]
    within = ""
    if upper is not None:
        within = (
            f'<rect class="within" x="{figure(at[0])}" y="17"'
            f' width="{figure(max(at[1] - at[0], 0))}" height="3"/>'
        )
    filled = figure(_clamp(BAR * value / end, 0, BAR))
    return _bar_svg(
        22,
        f'<rect class="track" y="7" width="{figure(BAR)}" height="8"/>'
        f'<rect class="fill" y="7" width="{filled}" height="8"/>'
        f'<line class="edge" x1="0" x2="{figure(BAR)}" y1="15.5" y2="15.5"/>'
        + within
        + "".join(_mark(x) for x in at),
    )


def way_bar(start: float, goal: float, reached: float | None) -> Drawing:
    """How much of the way from where it began to the goal has been gone.

    The left end is where it began, the mark is the goal; without a measurement
    the bar is empty. Nothing is drawn where there is no way to go.
    """
    if start == goal:
        return Drawing("")
    end = BAR / _ROOM
    gone = 0.0 if reached in {None, start} else (reached - start) / (goal - start)
    filled = figure(_clamp(end * gone, 0, BAR))
    return _bar_svg(
        22,
        f'<rect class="track" y="7" width="{figure(BAR)}" height="8"/>'
        f'<rect class="fill" y="7" width="{filled}" height="8"/>'
        f'<line class="edge" x1="0" x2="{figure(BAR)}" y1="15.5" y2="15.5"/>' + _mark(end),
    )


def share_bar(estimate: float, lower: float, upper: float) -> Drawing:
    """A share between 0 and 1 as a bar, with its interval as a bracket under it."""
    x, low, high = (figure(BAR * _clamp(part, 0, 1)) for part in (estimate, lower, upper))
    return _bar_svg(
        22,
        f'<rect class="track" y="2" width="{figure(BAR)}" height="8"/>'
        f'<rect class="fill" y="2" width="{x}" height="8"/>'
        f'<line class="interval" x1="{low}" x2="{high}" y1="17" y2="17"/>'
        f'<line class="interval" x1="{low}" x2="{low}" y1="13" y2="21"/>'
        f'<line class="interval" x1="{high}" x2="{high}" y1="13" y2="21"/>',
    )
