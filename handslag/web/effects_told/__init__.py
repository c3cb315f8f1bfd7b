"""Whether something helped, in words: the same for those who work and for everyone."""

from collections.abc import Mapping
from datetime import date

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.domain.analysis.figures.answered import Answered
from handslag.domain.analysis.figures.effects import Counted, judged
from handslag.domain.analysis.rules import Part, Seen, Stage, Wanted
from handslag.domain.analysis.rules.effects import Planned
from handslag.statistics.verdicts import Around, Desired, Measured, verdict
from handslag.web.answers import joined
from handslag.web.effects_told import answers, figures
from handslag.web.ui.templatetags.ui import number, percent, swedish_date
from handslag.web.words.analysis import BESIDE
from handslag.web.words.facts import Facts
from handslag.web.words.incidents import TOPS
from handslag.web.words.methods import Counted as CountedBox
from handslag.web.words.methods import counted as counted_box
from handslag.web.words.verdicts import Told, told

NEARLY_ALL = 0.95
_DESIRED: Mapping[Wanted, Desired] = {Wanted.FEWER: "down", Wanted.MORE: "up"}


Found = Counted | Answered


def how_far(plan: Planned, found: Found) -> str:
    """Where it stands, before anything is said of whether it helped."""
    if found.stage is Stage.CALLED_OFF:
        return _("Called off: nothing is judged.")
    if found.stage is Stage.PLANNED:
        return _("It begins %(day)s. Then the plan is fixed.") % {
            "day": swedish_date(plan.begins)
        }
    if isinstance(found, Answered):
        return answers.how_far(plan, found)
    if plan.seen is Seen.FIGURES:
        return figures.how_far(plan, found)
    if found.stage is Stage.UNDER_WAY:
        return ngettext(
            "%(n)s month of %(all)s has been counted since it began. It is too early to"
            " judge.",
            "%(n)s months of %(all)s have been counted since it began. It is too early"
            " to judge.",
            len(found.after),
        ) % {"n": number(len(found.after)), "all": number(found.months_after)}
    return _("All months have been counted.")


def verdicts(plan: Planned, found: Found) -> list[Told]:
    """Whether it helped, and whether it moved; nothing before the time is over."""
    desired = _DESIRED[plan.wanted]
    if isinstance(found, Answered):
        return answers.verdicts(found, desired)
    result = judged(found, has_ring=bool(plan.ring))
    if result is None:
        return []
    effect = result.effect
    if isinstance(effect, Measured):
        return [figures.by_itself(found, effect, desired)]
    before, after = found.total(Part.AREA)
    facts = Facts(
        before=before,
        after=after,
        change=effect.estimate,
        low=effect.lower,
        high=effect.upper,
        mde=effect.mde,
        expected=effect.expected,
        area=_beside(plan),
    )
    said = [figures.with_break(told(verdict(effect, desired), facts), found)]
    if result.ring is not None:
        said.append(told(verdict(Around(result.ring)), Facts()))
    return said


def _beside(plan: Planned) -> str:
    if plan.seen is Seen.REPORTS:
        return plan.comparison or _("the rest of the municipality")
    return str(BESIDE[plan.beside])


def box(plan: Planned, found: Found) -> CountedBox:
    """How the verdict was reached."""
    if isinstance(found, Answered):
        return answers.box(plan, found)
    if plan.seen is Seen.FIGURES:
        return figures.box(plan, found)
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
    seen = _of_reports(plan) if plan.seen is Seen.REPORTS else _of_indicator(plan)
    return [
        *seen,
        (_("What the figures could show"), could_show(plan)),
        (_("Planned"), swedish_date(plan.planned_on)),
    ]


def _of_indicator(plan: Planned) -> list[tuple[str, str]]:
    said = answers if plan.seen is Seen.ANSWERS else figures
    return [
        (_("What is followed"), plan.indicator),
        (_("Where"), plan.place),
        (_("Compared with"), str(BESIDE[plan.beside])),
        (pgettext("effect", "When"), said.when(plan)),
    ]


def _of_reports(plan: Planned) -> list[tuple[str, str]]:
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
    ]


def could_show(plan: Planned) -> str:
    """How much it must change to be told from chance."""
    if plan.seen is Seen.ANSWERS:
        return answers.could_show(plan.least)
    least, wanted = plan.least, plan.wanted
    if least is None:
        return _("It cannot be said: too few events or months are known.")
    if wanted is Wanted.FEWER and least > NEARLY_ALL:
        return _("Nothing: not even if all of it went away could that be seen.")
    share = {"share": percent(least)}
    if wanted is Wanted.MORE:
        return _("A rise of at least %(share)s, in four cases of five.") % share
    return _("A fall of at least %(share)s, in four cases of five.") % share
