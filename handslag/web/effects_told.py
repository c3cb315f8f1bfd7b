"""Whether something helped, in words: the same for those who work and for everyone."""

from collections.abc import Mapping
from datetime import date

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.domain.analysis.figures.effects import Counted, judged
from handslag.domain.analysis.rules import Part, Stage, Wanted
from handslag.domain.analysis.rules.effects import Planned
from handslag.statistics.verdicts import Around, Desired, verdict
from handslag.web.answers import joined
from handslag.web.ui.templatetags.ui import number, percent, swedish_date
from handslag.web.words.facts import Facts
from handslag.web.words.incidents import TOPS
from handslag.web.words.methods import Counted as CountedBox
from handslag.web.words.methods import counted as counted_box
from handslag.web.words.verdicts import Told, told

NEARLY_ALL = 0.95
_DESIRED: Mapping[Wanted, Desired] = {Wanted.FEWER: "down", Wanted.MORE: "up"}


def how_far(plan: Planned, found: Counted) -> str:
    """Where it stands, before anything is said of whether it helped."""
    if found.stage is Stage.CALLED_OFF:
        return _("Called off: nothing is judged.")
    if found.stage is Stage.PLANNED:
        return _("It begins %(day)s. Then the plan is fixed.") % {
            "day": swedish_date(plan.begins)
        }
    if found.stage is Stage.UNDER_WAY:
        return ngettext(
            "%(n)s month of %(all)s has been counted since it began. It is too early to"
            " judge.",
            "%(n)s months of %(all)s have been counted since it began. It is too early"
            " to judge.",
            len(found.after),
        ) % {"n": number(len(found.after)), "all": number(found.months_after)}
    return _("All months have been counted.")


def verdicts(plan: Planned, found: Counted) -> list[Told]:
    """Whether it helped, and whether it moved; nothing before the time is over."""
    result = judged(found, has_ring=bool(plan.ring))
    if result is None:
        return []
    effect = result.effect
    before, after = found.total(Part.AREA)
    facts = Facts(
        before=before,
        after=after,
        change=effect.estimate,
        low=effect.lower,
        high=effect.upper,
        mde=effect.mde,
        expected=effect.expected,
        area=plan.comparison or _("the rest of the municipality"),
    )
    said = [told(verdict(effect, _DESIRED[plan.wanted]), facts)]
    if result.ring is not None:
        said.append(told(verdict(Around(result.ring)), Facts()))
    return said


def box(found: Counted) -> CountedBox:
    """How the verdict was reached."""
    months = found.months
    return counted_box(
        "ratio of ratios",
        n=sum(found.total(Part.AREA)) + sum(found.total(Part.COMPARISON)),
        period=_between(months[0].month, months[-1].month) if months else "",
        source=_("Reports to the municipality"),
    )


def _between(first: date, last: date) -> str:
    return f"{date_words(first, 'F Y')}–{date_words(last, 'F Y')}"


def facts_of(plan: Planned) -> list[tuple[str, str]]:
    """The plan in words, as it was fixed."""
    return [
        (
            _("What is counted"),
            joined([str(TOPS[one]).lower() for one in plan.tops]),
        ),
        (
            _("Where"),
            _("%(place)s and %(n)s metres around")
            % {"place": plan.place, "n": number(plan.metres)},
        ),
        (
            _("Where it may move to"),
            _("%(n)s metres beyond") % {"n": number(plan.ring)}
            if plan.ring
            else _("not looked at"),
        ),
        (_("Compared with"), plan.comparison or _("the rest of the municipality")),
        (
            pgettext("effect", "When"),
            _("%(before)s months before %(month)s and %(after)s after it")
            % {
                "before": number(plan.before),
                "after": number(plan.after),
                "month": date_words(plan.begins, "F Y"),
            },
        ),
        (_("What the figures could show"), could_show(plan.least, plan.wanted)),
        (_("Planned"), swedish_date(plan.planned_on)),
    ]


def could_show(least: float | None, wanted: Wanted) -> str:
    """How much it must change to be told from chance."""
    if least is None:
        return _("It cannot be said: too few events or months are known.")
    if wanted is Wanted.FEWER and least > NEARLY_ALL:
        return _("Nothing: not even if all of it went away could that be seen.")
    share = {"share": percent(least)}
    if wanted is Wanted.MORE:
        return _("A rise of at least %(share)s, in four cases of five.") % share
    return _("A fall of at least %(share)s, in four cases of five.") % share
