"""When in the week it happens."""

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.analysis.figures.when import LEAST, When, when
from handslag.domain.evidence.rules import Confidence
from handslag.web.answers import joined
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart, Square
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.methods import Counted
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked

SURE = 0.05
MOST_NAMED = 3


def answer(asked: Asked) -> Answer:
    """The busiest hours, and those that stand out from their day and their hour."""
    found = when(asked.question, today=asked.today)
    title = _("When does it happen?")
    return Answer(
        title=title,
        sentence=_sentence(found),
        chart=_chart(title, found) if found.known else None,
        more=_more(found),
        counted=Counted(
            method=_(
                "Weekday against hour. What is known only as an interval is shared over"
                " its hours (aoristic analysis). A cell stands out when chance, its weekday"
                " and its hour explain it in fewer than five cases of a hundred, with all"
                " cells looked at together."
            ),
            n=found.known,
            period=asked.period,
            source=asked.source,
        ),
        limits=_(
            "It shows when something was seen and reported, not when it is dangerous to go"
            " out."
        ),
        sure=Confidence.MEDIUM if found.known >= LEAST else Confidence.LOW,
    )


def _sentence(found: When) -> str:
    if found.known < LEAST:
        return _(
            "Too few events of which the hour is known: %(n)s. At least %(least)s are"
            " needed."
        ) % {
            "n": number(found.known),
            "least": number(LEAST),
        }
    assert found.busiest is not None  # noqa: S101 - there are enough
    day, column = found.busiest
    return _("Most happens on %(day)s between %(from)s and %(to)s.") % {
        "day": _days()[day],
        "from": number(column * found.hours),
        "to": number((column + 1) * found.hours),
    }


def _days() -> list[str]:
    return [
        _("Mondays"),
        _("Tuesdays"),
        _("Wednesdays"),
        _("Thursdays"),
        _("Fridays"),
        _("Saturdays"),
        _("Sundays"),
    ]


def _more(found: When) -> list[str]:
    if found.known < LEAST or found.cells is None:
        return []
    unknown = found.total - found.known
    said = []
    marked = _marked(found)
    if marked:
        names = [_named(found, day, column) for day, column in marked[:MOST_NAMED]]
        said.append(
            _("More than the weekday and the hour explain: %(cells)s.")
            % {"cells": joined(names)}
        )
    else:
        said.append(_("No hour stands out beyond what the weekday and the hour explain."))
    if unknown:
        said.append(
            ngettext(
                "Of %(n)s event the hour is not known; it is not in the picture.",
                "Of %(n)s events the hour is not known; they are not in the picture.",
                unknown,
            )
            % {"n": number(unknown)}
        )
    return said


def _named(found: When, day: int, column: int) -> str:
    return _("%(day)s %(from)s–%(to)s") % {
        "day": _days()[day],
        "from": f"{column * found.hours:02}",
        "to": f"{(column + 1) * found.hours:02}",
    }


def _marked(found: When) -> list[tuple[int, int]]:
    """The cells with certainly more than expected, the clearest first."""
    cells = found.cells
    if cells is None:
        return []
    clear = (cells.p_fdr < SURE) & (cells.estimate > 1)
    rows = [(int(day), int(column)) for day, column in zip(*clear.nonzero(), strict=True)]
    return sorted(rows, key=lambda at: float(cells.p[at]))


def _chart(title: str, found: When) -> Chart:
    highest = float(found.table.max())
    marked = set(_marked(found))
    cells = [
        [
            Square(
                charts.step_of(float(value), highest),
                number(round(float(value))),
                is_unusual=(day, column) in marked,
            )
            for column, value in enumerate(row)
        ]
        for day, row in enumerate(found.table)
    ]
    wide = found.hours
    names = [
        f"{start:02}" if wide == 1 else f"{start:02}–{start + wide:02}"
        for start in range(0, 24, wide)
    ]
    return charts.matrix(
        "nar",
        title,
        _sentence(found),
        rows=[str(WEEKDAYS_ABBR[day]) for day in WEEKDAYS],
        columns=names,
        cells=cells,
    )
