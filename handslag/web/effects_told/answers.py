"""Whether something helped, seen in what surveys answer."""

from django.utils.translation import gettext as _

from handslag.core.deadlines import months_after
from handslag.domain.analysis.figures.answered import Answered
from handslag.domain.analysis.rules import Stage
from handslag.domain.analysis.rules.effects import Planned
from handslag.domain.series.rules import Rhythm
from handslag.statistics.verdicts import Desired, verdict
from handslag.web.effects_told.figures import held_against_nothing, long, source_of
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.facts import facts_of
from handslag.web.words.methods import Counted as CountedBox
from handslag.web.words.methods import counted as counted_box
from handslag.web.words.verdicts import Told, told


def how_far(plan: Planned, found: Answered) -> str:
    """From the day when it begins."""
    if found.stage is Stage.UNDER_WAY:
        until = months_after(plan.begins, 12 * plan.after)
        return _(
            "It is judged by the latest survey that closes before %(day)s. It is too early"
            " to judge."
        ) % {"day": swedish_date(until)}
    if found.then is None:
        return _("It cannot be judged: no published survey asked before it began.")
    if found.now is None:
        return _("It cannot be judged: no published survey has asked since it began.")
    if found.is_unlike:
        return _("It cannot be judged: the two surveys were made in different areas.")
    return _("It was asked before and after.")


def verdicts(found: Answered, desired: Desired) -> list[Told]:
    """Whether the share has changed; nothing before the time is over."""
    if found.change is None or found.then is None or found.now is None:
        return []
    facts = facts_of(found.change, before=found.then.share, after=found.now.share)
    return [held_against_nothing(told(verdict(found.change, desired), facts))]


def box(plan: Planned, found: Answered) -> CountedBox:
    """How the verdict was reached."""
    return counted_box(
        "difference of estimates, Satterthwaite",
        n=sum(one.n for one in found.surveys),
        period="–".join(swedish_date(one.asked_until) for one in found.surveys),
        source=source_of(plan),
    )


def when(plan: Planned) -> str:
    """Which surveys."""
    return _(
        "The last survey in the %(before)s before %(day)s, and the latest in the %(after)s"
        " after"
    ) % {
        "before": long(Rhythm.YEAR, plan.before),
        "after": long(Rhythm.YEAR, plan.after),
        "day": swedish_date(plan.begins),
    }


def could_show(least: float | None) -> str:
    """How much the share must change to be told from chance."""
    if least is None:
        return _("It cannot be said: no published survey has asked yet.")
    return _("A change of at least %(n)s percentage points, in four cases of five.") % {
        "n": number(round(100 * least, 1))
    }
