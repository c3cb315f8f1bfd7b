"""A target in words: "minst 4 trygghetsvandringar per år"."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Protocol

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.promises.rules.targets import WHOLE_PERIOD
from handslag.domain.promises.rules.words import Direction, Op
from handslag.web.ui import numbers
from handslag.web.words.promises import DIRECTIONS

PERCENT = ("procent", "percent")
NUMBERED = frozenset({Op.MIN, Op.EXACT, Op.MAX, Op.AVG_MIN, Op.RANGE, Op.SUBSET})


class Target(Protocol):
    """A target as it is frozen, or as it stands in the rows."""

    @property
    def op(self) -> str: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def per(self) -> str | None: ...
    @property
    def direction(self) -> str: ...
    @property
    def least_share(self) -> Decimal | None: ...


def in_words(target: Target) -> str:
    """What is promised: "minst 4 trygghetsvandringar per år"."""
    lacks_number = target.low is None and target.op in NUMBERED
    said = _way if lacks_number else _SENTENCES[Op(target.op)]
    return " ".join(said(target).split())


def _way(target: Target) -> str:
    """Without a number: what is counted, and which way is good."""
    if target.op == Op.RANGE and target.high is not None:
        return _("at most %(count)s") % {"count": f"{said(target.high)} {target.unit}"}
    is_ceiling = target.op == Op.MAX and target.direction == Direction.UP
    way = str(DIRECTIONS[Direction.DOWN if is_ceiling else Direction(target.direction)])
    return f"{target.unit}: {way[:1].lower()}{way[1:]}"


def aimed_at(target: Target, needed: Decimal | None = None) -> str:
    """What stands beside the number reached: "av minst 4 trygghetsvandringar".

    `needed`: what it comes to in the whole period, when that is another number.
    """
    said_alone = _min if target.op == Op.SUBSET else in_words
    words = {"target": " ".join(said_alone(target).split())}
    if needed is None or needed == target.low:
        return _("of %(target)s") % words
    return _("of %(count)s in the period (%(target)s)") % {**words, "count": said(needed)}


def said(value: Decimal | float) -> str:
    """A number as it is written in the language of the page."""
    return numbers.number(value, language=(get_language() or "sv")[:2])


def _how_many(target: Target) -> str:
    return "…" if target.low is None else said(target.low)


def _per(target: Target) -> str:
    per = target.per or ""
    return "" if per in WHOLE_PERIOD else _("per %(unit)s") % {"unit": per}


def _counted(target: Target) -> str:
    """ "4 trygghetsvandringar per år" """
    return f"{_how_many(target)} {target.unit} {_per(target)}"


def _min(target: Target) -> str:
    return _("at least %(count)s") % {"count": _counted(target)}


def _max(target: Target) -> str:
    return _("at most %(count)s") % {"count": _counted(target)}


def _average(target: Target) -> str:
    return _("on average at least %(count)s") % {"count": _counted(target)}


def _range(target: Target) -> str:
    high = "…" if target.high is None else said(target.high)
    return f"{_how_many(target)}–{high} {target.unit} {_per(target)}"


def _subset(target: Target) -> str:
    return _("of which at least %(count)s") % {"count": _counted(target)}


def _each(target: Target) -> str:
    return _("%(count)s %(unit)s for each %(occasion)s") % {
        "count": _how_many(target),
        "unit": target.unit,
        "occasion": target.per or _("occasion"),
    }


def _all(target: Target) -> str:
    if target.low is None:
        return _("all %(unit)s") % {"unit": target.unit}
    if target.unit.startswith(PERCENT):
        return f"{said(target.low)} {target.unit}"
    return _("%(count)s percent of %(unit)s") % {
        "count": said(target.low),
        "unit": target.unit,
    }


def _within(target: Target) -> str:
    limit = _("within %(limit)s") % {"limit": f"{_how_many(target)} {target.unit}"}
    if target.least_share is None:
        return limit
    return _("%(limit)s in at least %(share)s percent of the cases") % {
        "limit": limit,
        "share": said(target.least_share * 100),
    }


def _prompt(target: Target) -> str:
    return _("promptly: %(unit)s") % {"unit": target.unit}


def _several(target: Target) -> str:
    return _("several %(unit)s") % {"unit": f"{target.unit} {_per(target)}"}


def _always(target: Target) -> str:
    return _("every time: %(unit)s") % {"unit": target.unit}


def _on_request(target: Target) -> str:
    return _("when someone asks: %(unit)s") % {"unit": target.unit}


_SENTENCES: Mapping[Op, Callable[[Target], str]] = {
    Op.MIN: _min,
    Op.EXACT: _counted,
    Op.MAX: _max,
    Op.AVG_MIN: _average,
    Op.RANGE: _range,
    Op.SUBSET: _subset,
    Op.EACH: _each,
    Op.ALL: _all,
    Op.WITHIN: _within,
    Op.PROMPT: _prompt,
    Op.SEVERAL: _several,
    Op.ALWAYS: _always,
    Op.ON_REQUEST: _on_request,
}
