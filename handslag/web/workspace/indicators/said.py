"""What a figure of an indicator says, in words and signs."""

from decimal import Decimal

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _

from handslag.domain.series.figures import Reading, Told
from handslag.domain.series.models import Indicator, Series
from handslag.domain.series.rules import Credit, Rhythm, Source, State
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.series import SIGNS, SOURCES, STATES


def unit_of(indicator: Indicator) -> str:
    """The unit as it is shown, with what it is divided by."""
    if not indicator.per:
        return indicator.series.unit
    facts = {"unit": indicator.series.unit, "n": number(indicator.per)}
    return _("%(unit)s per %(n)s inhabitants") % facts


def period_of(reading: Reading, rhythm: str) -> str:
    """The period in few letters: 2024, 2023–2024, March 2024."""
    first, last = reading.starts, reading.ends
    if rhythm == Rhythm.YEAR:
        return str(last.year)
    if rhythm == Rhythm.TWO_YEARS:
        return f"{first.year}–{last.year}"
    if rhythm == Rhythm.MONTH:
        return date_words(first, "M Y")
    return _("Q%(n)s %(year)s") % {"n": (first.month + 2) // 3, "year": first.year}


def amount(value: Decimal | float) -> str:
    """At most one decimal."""
    rounded = Decimal(str(value)).quantize(Decimal("0.1"))
    return number(rounded)


def sign_of(reading: Reading) -> str:
    """The number, or the sign of why there is none."""
    if reading.missing_year is not None:
        return SIGNS[State.MISSING]
    if reading.amount is not None:
        return amount(reading.amount)
    return SIGNS[reading.state]


def state_of(reading: Reading) -> str:
    """The state in words, with what is preliminary."""
    if reading.missing_year is not None:
        facts = {"year": reading.missing_year}
        return _("the inhabitants of %(year)s are not held here") % facts
    said = str(STATES[reading.state])
    return _("%(state)s, preliminary") % {"state": said} if reading.is_preliminary else said


def last_said(indicator: Indicator, told: Told) -> str:
    """The latest period in a sentence, and the one before it: counts, and no verdict."""
    if not told.own:
        return _("No values are held yet.")
    last = told.own[-1]
    rhythm = indicator.series.rhythm
    facts = {
        "period": period_of(last, rhythm),
        "n": sign_of(last),
        "unit": unit_of(indicator),
        "state": state_of(last),
    }
    if last.amount is None:
        return _("%(period)s: %(state)s.") % facts
    before = next((one for one in reversed(told.own[:-1]) if one.amount is not None), None)
    said = _("%(period)s: %(n)s %(unit)s.") % facts
    if last.is_preliminary:
        said = _("%(period)s: %(n)s %(unit)s, preliminary.") % facts
    if before is None:
        return said
    then = {"period": period_of(before, rhythm), "n": sign_of(before)}
    return f"{said} {_('%(period)s: %(n)s.') % then}"


def goal_said(indicator: Indicator) -> str:
    """The next goal values, by day."""
    goals = [
        f"{amount(one.value)} ({swedish_date(one.by)})" for one in indicator.goals.all()
    ]
    return " · ".join(goals)


def source_of(series: Series) -> str:
    """Who is named under the figures of a series."""
    return series.attribution or str(SOURCES[Source(series.source)])


def attribution(indicator: Indicator, told: Told) -> str:
    """Whose figures these are. What was divided here is not said to be the source's."""
    source = source_of(indicator.series)
    if told.credit is Credit.DERIVED:
        return _("Calculated by Handslag with data from %(source)s") % {"source": source}
    return _("Source: %(source)s") % {"source": source}
