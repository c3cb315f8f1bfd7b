"""How many know the promise, drawn: a sentence, a chart over the waves, its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handslag.domain.surveys.published.awareness import Awareness, Knowing
from handslag.web.ui.charts import Point, series_chart
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.templatetags.ui import number, percent


@dataclass(frozen=True, slots=True)
class Known:
    """What is shown of it."""

    sentence: str
    drawing: Drawing
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    caption: str
    is_example: bool


def known(awareness: Awareness) -> Known | None:
    """Nothing where nobody has been asked, or nothing of it is public."""
    measured = awareness.measured
    if not measured:
        return None
    sentence, title = _sentence(awareness), _("Know the citizen promise")
    points = [
        Point(str(one.ended.year), 100 * one.share, 100 * one.lower, 100 * one.upper)
        for one in measured
    ]
    return Known(
        sentence=sentence,
        drawing=series_chart(
            "kanner", title, sentence, points, said=lambda value: percent(value / 100)
        ),
        columns=[
            _("Measured until"),
            _("Know it"),
            pgettext("knowing", "Between"),
            pgettext("knowing", "Answers"),
            pgettext("knowing", "Response rate"),
        ],
        rows=[_row(one) for one in measured],
        caption=title,
        is_example=any(one.is_example for one in measured),
    )


def _row(one: Knowing) -> list[str]:
    rate = percent(one.answered / one.invited) if one.invited else "–"
    ends = f"{percent(one.lower)}–{percent(one.upper)}"
    return [one.ended.isoformat(), percent(one.share), ends, number(one.n), rate]


def _sentence(awareness: Awareness) -> str:
    now = awareness.measured[-1]
    facts = {
        "share": percent(now.share),
        "year": now.ended.year,
        "lower": percent(now.lower),
        "upper": percent(now.upper),
    }
    said = _("%(share)s knew the promise in %(year)s, between %(lower)s and %(upper)s.")
    said %= facts
    if len(awareness.measured) == 1:
        return f"{said} " + _("This is the first measurement: one gives no trend.")
    then = awareness.measured[-2]
    before = _("In %(year)s it was %(share)s.") % {
        "year": then.ended.year,
        "share": percent(then.share),
    }
    return f"{said} {before} {_change(awareness)}".strip()


def _change(awareness: Awareness) -> str:
    if awareness.change is None:
        return ""
    by, lower, upper = (number(round(100 * one)) for one in awareness.change)
    facts = {"by": by, "lower": lower, "upper": upper}
    if awareness.is_certain:
        said = _(
            "The change is certain: %(by)s percentage points, between %(lower)s and"
            " %(upper)s."
        )
    else:
        said = _(
            "The change may be chance: %(by)s percentage points, between %(lower)s and"
            " %(upper)s."
        )
    return said % facts
