"""What explains what, drawn from the left: a trunk, its branches and theirs.

Each branch is a line of words on a rule. The drawing says nothing that the list
beside it does not say; its title and description say how large it is.
"""

from dataclasses import dataclass, field

from handslag.web.ui.drawing import Drawing, figure, words
from handslag.web.ui.letters import lines, width

_COLUMN = 204.0
_GAP = 52.0
_BETWEEN = 20.0
_SIZE, _LEADING = 15.0, 19.0
_SMALL, _SMALL_LEADING = 12.5, 16.0
_TRUNK_SIZE, _TRUNK_LEADING = 18.0, 22.0
_LIFT = 7.0  # from the rule to the words above it


@dataclass(frozen=True, slots=True)
class Branch:
    """Words on a rule, small words under it, and what explains it to the right.

    `mark` is a class of the style sheet: `broken` draws the rule as dashes.
    """

    text: str
    hint: str = ""
    mark: str = ""
    branches: tuple["Branch", ...] = ()


@dataclass(slots=True)
class _Laid:
    """A branch with its place on the paper, counted from the top of its own room."""

    branch: Branch
    depth: int
    text: list[str]
    hint: list[str]
    y: float = 0.0
    height: float = 0.0
    branches: list["_Laid"] = field(default_factory=list)

    @property
    def above(self) -> float:
        leading = _LEADING if self.depth else _TRUNK_LEADING
        return _LIFT + leading * len(self.text)

    @property
    def below(self) -> float:
        return 4.0 + _SMALL_LEADING * len(self.hint)


def _lay(branch: Branch, depth: int) -> _Laid:
    """Find room: for the words themselves, and for all that hangs on the branch."""
    size = _SIZE if depth else _TRUNK_SIZE
    laid = _Laid(
        branch,
        depth,
        lines(branch.text, _COLUMN - 6, size, bold=not depth),
        lines(branch.hint, _COLUMN - 6, _SMALL) if branch.hint else [],
        branches=[_lay(one, depth + 1) for one in branch.branches],
    )
    _stack(laid)
    return laid


def _stack(laid: _Laid) -> None:
    """The branches under each other, and the rule in the middle of them."""
    top = 0.0
    for one in laid.branches:
        _lower(one, top)
        top += one.height + _BETWEEN
    total = max(top - _BETWEEN, 0.0)
    ys = [one.y for one in laid.branches]
    laid.y = (ys[0] + ys[-1]) / 2 if ys else laid.above
    missing = laid.above - laid.y
    if missing > 0:
        for one in laid.branches:
            _lower(one, missing)
        laid.y, total = laid.above, total + missing
    laid.height = max(total, laid.y + laid.below)


def _lower(laid: _Laid, by: float) -> None:
    laid.y += by
    for one in laid.branches:
        _lower(one, by)


def _deepest(laid: _Laid) -> int:
    return max([laid.depth, *(_deepest(one) for one in laid.branches)])


def _written(kind: str, x: float, y: float, text: list[str], leading: float) -> str:
    rows = "".join(
        f'<tspan x="{figure(x)}" y="{figure(y + nr * leading)}">{words(line)}</tspan>'
        for nr, line in enumerate(text)
    )
    return f'<text class="{kind}">{rows}</text>'


def _rule(laid: _Laid) -> float:
    """How long the rule is: no longer than its words where nothing hangs on it."""
    if laid.branches or not laid.depth:
        return _COLUMN
    longest = max(width(line, _SIZE) for line in laid.text)
    small = max((width(line, _SMALL) for line in laid.hint), default=0.0)
    return min(max(longest, small, 40.0) + 6, _COLUMN)


def _drawn(laid: _Laid, y: float) -> str:
    x = laid.depth * (_COLUMN + _GAP)
    kind = "trunk" if not laid.depth else words(f"branch {laid.branch.mark}".strip())
    leading = _LEADING if laid.depth else _TRUNK_LEADING
    first = y - _LIFT - leading * (len(laid.text) - 1)
    end = figure(x + _rule(laid))
    said = _written("said", x, first, laid.text, leading)
    hint = _written("hint", x, y + _SMALL_LEADING, laid.hint, _SMALL_LEADING)
    return (
        f'<g class="{kind}"><path d="M{figure(x)} {figure(y)} H{end}"/>'
        f"{said}{hint if laid.hint else ''}</g>" + _boughs(laid, x + _COLUMN, y)
    )


def _boughs(laid: _Laid, x: float, y: float) -> str:
    """From the end of a rule to the beginning of each that explains it."""
    found = []
    half = _GAP * 0.55
    for one in laid.branches:
        there = y + one.y - laid.y
        mark = words(f"bough {one.branch.mark}".strip())
        found.append(
            f'<path class="{mark}" d="M{figure(x)} {figure(y)}'
            f" C{figure(x + half)} {figure(y)} {figure(x + _GAP - half)} {figure(there)}"
            f' {figure(x + _GAP)} {figure(there)}"/>' + _drawn(one, there)
        )
    knot = f'<circle class="knot" r="4" cx="{figure(x)}" cy="{figure(y)}"/>'
    return "".join(found) + (knot if found else "")


def tree(key: str, title: str, description: str, trunk: Branch) -> Drawing:
    """The whole tree. `key` makes the ids on the page unique.

    It is as wide as it needs to be: the page lets it scroll where there is no room,
    and the list beside it leads.
    """
    laid = _lay(trunk, 0)
    columns = _deepest(laid) + 1
    wide = columns * _COLUMN + (columns - 1) * _GAP
    return Drawing(
        f'<svg class="tree of-{columns}" viewBox="-5 0 {figure(wide + 10)}'
        f' {figure(laid.height + 8)}" width="{figure(wide + 10)}"'
        f' height="{figure(laid.height + 8)}" role="img"'
        f' aria-labelledby="{words(key)}-t {words(key)}-d">'
        f'<title id="{words(key)}-t">{words(title)}</title>'
        f'<desc id="{words(key)}-d">{words(description)}</desc>'
        f"{_drawn(laid, laid.y)}</svg>"
    )
