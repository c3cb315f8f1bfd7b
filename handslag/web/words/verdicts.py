"""What a result says, in sentences: the one table of them. Nothing says a figure otherwise.

Counts come before percent, and below twenty events there is no percent. Whole numbers,
or one decimal; shares change by percentage points; an interval is "mellan 24 och 33
procent".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite, isnan

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from handslag.statistics.verdicts import Verdict
from handslag.web.ui import numbers
from handslag.web.words.facts import Facts
from handslag.web.words.text import Text

LEAST = 20  # events, from where a percentage is said


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict in words. `interval` says how unsure, where the text does not."""

    title: str
    text: str
    interval: str
    key: str
    role: str
    icon: str
    goal: str
    goal_said: str

    @property
    def sentence(self) -> str:
        """All of it as plain text, for feeds, letters and files."""
        return " ".join(one for one in (self.title, self.text, self.interval) if one)


GOALS: Mapping[str, Text] = {
    "good": gettext_lazy("In the wanted direction"),
    "bad": gettext_lazy("Against the wanted direction"),
}


def told(found: Verdict, facts: Facts) -> Told:
    """The verdict in the language of the page."""
    title, text = _SENTENCES[found.key, _variant(found)](facts)
    has_interval = found.key in _WITH_INTERVAL and _has_percent(facts)
    return Told(
        title=title,
        text=text,
        interval=_interval(facts) if has_interval else "",
        key=found.key,
        role=found.role,
        icon=found.icon,
        goal=found.goal,
        goal_said=str(GOALS.get(found.goal, "")),
    )


def _variant(found: Verdict) -> str:
    return found.variant if (found.key, found.variant) in _SENTENCES else ""


# Numbers


def _language() -> str:
    return (get_language() or "sv")[:2]


def _number(value: float | None) -> str:
    if value is None or not isfinite(value):
        return "–"
    whole = abs(value) >= 10 or value == int(value)  # noqa: PLR2004 - below it one decimal
    return numbers.number(value, 0 if whole else 1, language=_language())


def _hundredths(share: float | None, decimals: int = 0) -> str:
    """A share as a number of percent: whole, or with a decimal when less than one."""
    if share is None or not isfinite(share):
        return "–"
    decimals = 1 if 0 < abs(share) < 0.01 else decimals  # noqa: PLR2004 - less than one
    return numbers.number(100 * share, decimals, language=_language())


def _percent(share: float | None) -> str:
    sign = f"{numbers.SPACE}%" if _language() == "sv" else "%"
    return _hundredths(share) + sign


def _two(facts: Facts) -> dict[str, str]:
    """Before and after; of two shares the unit is said once."""
    if not facts.is_share:
        return {"before": _number(facts.before), "after": _number(facts.after)}
    decimals = _decimals(facts)
    after = _("%(share)s percent") % {"share": _hundredths(facts.after, decimals)}
    return {"before": _hundredths(facts.before, decimals), "after": after}


def _decimals(facts: Facts) -> int:
    """One where the whole numbers would not add up: from 21 to 29 is not 9 more."""
    before, after, change = (
        round(100 * (one or 0.0)) for one in (facts.before, facts.after, facts.change)
    )
    return 0 if facts.change is None or after - before == change else 1


def _moved(facts: Facts) -> tuple[float | None, float | None, float | None]:
    """Change, low and high as shares of what there was before."""
    ratios = (facts.change, facts.low, facts.high)
    if facts.is_share:
        return ratios
    change, low, high = (None if one is None else one - 1 for one in ratios)
    return change, low, high


def _has_percent(facts: Facts) -> bool:
    """Whether a percentage may be said of it."""
    if facts.is_share:
        return facts.low is not None and facts.high is not None
    base = facts.expected if facts.before is None else facts.before
    known = [one for one in (facts.low, facts.high) if one is not None and isfinite(one)]
    return len(known) == 2 and (base is None or base >= LEAST)  # noqa: PLR2004 - both ends


def _interval(facts: Facts) -> str:
    _change, low, high = _moved(facts)
    names = {"low": _hundredths(low), "high": _hundredths(high)}
    if facts.is_share:
        return _("The change is between %(low)s and %(high)s percentage points.") % names
    return _("The change is between %(low)s and %(high)s percent.") % names


def _from_to(facts: Facts) -> str:
    change, low, high = _moved(facts)
    decimals = _decimals(facts) if facts.is_share else 0
    names = {
        **_two(facts),
        "change": _hundredths(change, decimals) if facts.is_share else _percent(change),
        "low": _hundredths(low, decimals),
        "high": _hundredths(high, decimals) if facts.is_share else _percent(high),
    }
    if facts.before is None and facts.after is None:
        return _("%(change)s a year (uncertainty %(low)s to %(high)s).") % names
    if not _has_percent(facts):
        return _("From %(before)s to %(after)s.") % names
    if facts.is_share:
        return (
            _(
                "From %(before)s to %(after)s (%(change)s percentage points, uncertainty"
                " %(low)s to %(high)s)."
            )
            % names
        )
    return (
        _("From %(before)s to %(after)s (%(change)s, uncertainty %(low)s to %(high)s).")
        % names
    )


_Pair = tuple[str, str]


def _up(facts: Facts) -> _Pair:
    larger = _("The increase is larger than chance usually gives.")
    return _("Certain increase."), f"{_from_to(facts)} {larger}"


def _down(facts: Facts) -> _Pair:
    larger = _("The decrease is larger than chance usually gives.")
    return _("Certain decrease."), f"{_from_to(facts)} {larger}"


def _none(facts: Facts) -> _Pair:
    if facts.before is None and facts.after is None:
        return _("No certain change."), _(
            "How it has developed may be chance. That does not mean that nothing has"
            " changed."
        )
    return _("No certain change."), _(
        "The difference between %(before)s and %(after)s may be chance. That does not mean"
        " that nothing has changed."
    ) % _two(facts)


def _same(facts: Facts) -> _Pair:
    _change, low, high = _moved(facts)
    most = max(abs(low or 0.0), abs(high or 0.0))
    names = {"most": _hundredths(most)}
    if facts.is_share:
        text = _("The change is at most %(most)s percentage points either way.") % names
    else:
        text = _("The change is at most %(most)s percent either way.") % names
    return _("Largely unchanged."), text


def _few(facts: Facts) -> _Pair:
    longer = _("Look at several years together.")
    if facts.mde is None or isnan(facts.mde):
        return _("Too few events to judge."), longer
    first = _(
        "Only a change of about %(mde)s percent could have been told from chance."
    ) % {"mde": _hundredths(min(facts.mde, 1.0))}
    return _("Too few events to judge."), f"{first} {longer}"


def _too_few_answers(facts: Facts) -> _Pair:
    least = {"least": facts.least}
    return _("Too few answers to show (fewer than %(least)s).") % least, ""


def _between(facts: Facts) -> dict[str, str]:
    return {
        "share": _hundredths(facts.change),
        "low": _hundredths(facts.low),
        "high": _hundredths(facts.high),
    }


def _weak(facts: Facts) -> _Pair:
    return _("Uncertain value:"), _(
        "%(share)s percent (between %(low)s and %(high)s)."
    ) % _between(facts)


def _value(facts: Facts) -> _Pair:
    return _("%(share)s percent.") % _between(facts), _(
        "Between %(low)s and %(high)s percent."
    ) % _between(facts)


def _preliminary(facts: Facts) -> _Pair:
    return _("Preliminary figures."), _(
        "About %(share)s percent of the reports are usually registered by now."
    ) % {"share": _hundredths(facts.registered)}


def _report(_facts: Facts) -> _Pair:
    return _("More people report."), _(
        "The reports increase, but the survey does not show that more are exposed. It can"
        " be a good sign."
    )


def _dark(_facts: Facts) -> _Pair:
    return _("Fewer report, though more say that they are exposed."), _(
        "More may go unreported than before."
    )


def _effect_said(facts: Facts, with_percent: str) -> str:
    """How many fewer or more than expected, then what cannot be ruled out."""
    change, low, high = _moved(facts)
    ends = sorted(abs(one) for one in (low, high) if one is not None)
    names = {
        "change": _percent(None if change is None else abs(change)),
        "low": _hundredths(ends[0] if ends else None),
        "high": _hundredths(ends[-1] if ends else None),
        "area": facts.area,
        "count": _number(facts.after),
        "expected": _number(facts.expected),
    }
    if not _has_percent(facts):
        with_percent = _("%(count)s against %(expected)s expected, compared with %(area)s.")
    causes = _("Other causes cannot be ruled out.")
    return f"{with_percent % names} {causes}"


def _effect(facts: Facts) -> _Pair:
    fewer = _("%(change)s fewer than expected (%(low)s–%(high)s), compared with %(area)s.")
    return _("Probably an effect:"), _effect_said(facts, fewer)


def _more(facts: Facts) -> _Pair:
    more = _("%(change)s more than expected (%(low)s–%(high)s), compared with %(area)s.")
    return _("More than expected:"), _effect_said(facts, more)


def _no_effect(facts: Facts) -> _Pair:
    title = _("No certain effect.")
    if facts.mde is None or isnan(facts.mde) or facts.mde >= 1:
        return title, _("There are too few events to show any effect.")
    return title, _("The figures could show effects of at least %(mde)s percent.") % {
        "mde": _hundredths(facts.mde)
    }


def _displaced(_facts: Facts) -> _Pair:
    return _("Signs that it moved to the surroundings."), ""


def _not_displaced(_facts: Facts) -> _Pair:
    return _("No signs that it moved to the surroundings."), ""


def _spread(_facts: Facts) -> _Pair:
    return _("No signs that it moved to the surroundings."), _(
        "There were fewer there too."
    )


def _against(facts: Facts) -> str:
    return _("%(count)s against %(expected)s expected.") % {
        "count": _number(facts.after),
        "expected": _number(facts.expected),
    }


def _hot(facts: Facts) -> _Pair:
    map_ = _("The map shows where reported events gather, not how dangerous a place is.")
    return _("More events here than expected:"), f"{_against(facts)} {map_}"


def _not_hot(facts: Facts) -> _Pair:
    return _("Not more events here than expected:"), _against(facts)


def _again(facts: Facts) -> _Pair:
    return _("It comes back %(where)s:") % {"where": facts.area}, _pairs(facts)


def _not_again(facts: Facts) -> _Pair:
    title = _("It comes back %(where)s no more than chance gives:")
    return title % {"where": facts.area}, _pairs(facts)


def _pairs(facts: Facts) -> str:
    return _("%(count)s pairs of events, against %(expected)s expected.") % {
        "count": _number(facts.after),
        "expected": _number(facts.expected),
    }


def _weekly(facts: Facts) -> Mapping[str, str]:
    return {
        "kind": facts.kind or _("events"),
        "week": str(facts.week or ""),
        "count": _number(facts.after),
        "limit": _number(facts.limit),
    }


def _alarm(facts: Facts) -> _Pair:
    names = _weekly(facts)
    title = _("Unexpectedly many %(kind)s in week %(week)s:") % names
    return title, _("%(count)s, usually at most %(limit)s.") % names


def _no_alarm(facts: Facts) -> _Pair:
    names = _weekly(facts)
    title = _("Not unexpectedly many %(kind)s in week %(week)s:") % names
    return title, _("%(count)s, usually at most %(limit)s.") % names


def _peers(title: Text) -> Callable[[Facts], _Pair]:
    return lambda _facts: (str(title), "")


_SENTENCES: Mapping[tuple[str, str], Callable[[Facts], _Pair]] = {
    ("up", ""): _up,
    ("down", ""): _down,
    ("none", ""): _none,
    ("same", ""): _same,
    ("few", ""): _few,
    ("fewans", ""): _too_few_answers,
    ("weak", ""): _weak,
    ("value", ""): _value,
    ("prelim", ""): _preliminary,
    ("report", ""): _report,
    ("dark", ""): _dark,
    ("effect", "fewer"): _effect,
    ("effect", "more"): _more,
    ("noeffect", ""): _no_effect,
    ("displ", "moved"): _displaced,
    ("displ", "none"): _not_displaced,
    ("displ", "spread"): _spread,
    ("hot", ""): _hot,
    ("hot", "none"): _not_hot,
    ("alarm", ""): _alarm,
    ("alarm", "none"): _no_alarm,
    ("again", ""): _again,
    ("again", "none"): _not_again,
    ("peers", "higher"): _peers(gettext_lazy("Higher than similar municipalities.")),
    ("peers", "lower"): _peers(gettext_lazy("Lower than similar municipalities.")),
    ("peers", "level"): _peers(gettext_lazy("Level with similar municipalities.")),
}
_WITH_INTERVAL = {"none", "few", "noeffect"}
