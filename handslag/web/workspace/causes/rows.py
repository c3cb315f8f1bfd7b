"""The tree as a list one can work in: each cause with its words and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handslag.core.access import Actor
from handslag.domain.picture.models import Cause
from handslag.domain.picture.queries import may_read
from handslag.domain.picture.queries.causes import nodes
from handslag.domain.picture.rules.causes import (
    DEEPEST,
    CauseKind,
    Horizon,
    Perspective,
    Step,
    read,
)
from handslag.web.words.causes import HORIZONS, KINDS, SEEN_FROM, STEPS
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class StepButton:
    """A way to move a cause. `focus`: the one that was pressed last, on this cause."""

    code: str
    name: Text
    focus: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One cause in the list."""

    cause: Cause
    number: str
    hints: tuple[str, ...]
    rests_on: tuple[str, ...]
    is_social: bool
    steps: tuple[StepButton, ...]
    has_room: bool  # something may hang under it
    is_touched: bool  # it was just added, moved or worded
    focus: bool  # the link takes the focus, since no button does
    rows: "list[Row]" = field(default_factory=list)


def rows_of(
    actor: Actor, causes: Sequence[Cause], *, touched: str = "", step: str = ""
) -> list[Row]:
    """The causes in order, each with those that explain it.

    `touched` is the one that was just changed, `step` how it was moved: the focus
    stays where the hand was.
    """
    by_key = {one.pk: one for one in causes}
    found: dict[int, Row] = {}
    tops: list[Row] = []
    for placed in read(nodes(causes)):
        cause = by_key[placed.key]
        is_touched = str(cause.public_id) == touched
        buttons = _buttons(placed.steps, step if is_touched else "")
        row = Row(
            cause=cause,
            number=placed.number,
            hints=_hints(cause),
            rests_on=_rests_on(actor, cause),
            is_social=cause.kind == CauseKind.SOCIAL,
            steps=buttons,
            has_room=placed.depth < DEEPEST,
            is_touched=is_touched,
            focus=is_touched and not any(one.focus for one in buttons),
        )
        found[placed.key] = row
        (tops if placed.parent is None else found[placed.parent].rows).append(row)
    return tops


def _buttons(steps: frozenset[Step], pressed: str) -> tuple[StepButton, ...]:
    """Every step that can be taken. If the pressed one no longer can, its opposite."""
    there = [one for one in Step if one in steps]
    focus = pressed if pressed in there else _OPPOSITE.get(pressed, "")
    return tuple(StepButton(one.value, STEPS[one], one == focus) for one in there)


def _rests_on(actor: Actor, cause: Cause) -> tuple[str, ...]:
    """What the findings say, of those that this person may read."""
    cited = [one.evidence for one in cause.citations.all()]
    return tuple(one.statement for one in cited if may_read(actor, one))


_OPPOSITE = {"up": "down", "down": "up", "in": "out", "out": "in"}


def _hints(cause: Cause) -> tuple[str, ...]:
    said = [
        str(KINDS[CauseKind(cause.kind)]),
        str(HORIZONS[Horizon(cause.horizon)]),
        _("seen from %(perspective)s")
        % {"perspective": SEEN_FROM[Perspective(cause.perspective)]},
    ]
    if cause.is_internal:
        said.append(pgettext("cause", "internal"))
    return tuple(said)
