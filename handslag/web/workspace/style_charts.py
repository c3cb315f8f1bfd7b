"""The charts of the style page: made-up numbers, in every state."""

from django.utils.translation import pgettext

from handslag.statistics.counts import poisson_ci
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number

_HOURS = (2, 1, 1, 0, 0, 0, 1, 2, 2, 3, 3, 4, 5, 4, 4, 5, 6, 7, 7, 8, 9, 11, 8, 4)


def drawn() -> list[Chart]:
    """One of each."""
    return [
        _years(),
        _months(),
        _places(),
        _hours(),
        _blocks(),
        _areas(),
        _funnel(),
        _dense(),
    ]


def _years() -> Chart:
    """Three lines with a band, a break, a goal, and four ways of having no number."""
    own: list[float | None] = [41, 38, None, 44, None, 36, None, 29]
    why = {2: ("missing", "–"), 4: ("secret", "s"), 6: ("suppressed", "x")}
    points = []
    for at, value in enumerate(own):
        low, high = (None, None) if value is None else (value * 0.72, value * 1.35)
        state, sign = why.get(at, ("", ""))
        label = str(2019 + at)
        points.append(
            charts.Point(label, value, low, high, state, sign, is_preliminary=at == 7)  # noqa: PLR2004
        )
    county = [charts.Point(p.label, 34 - i) for i, p in enumerate(points)]
    nation = [charts.Point(p.label, 28 + (i % 3)) for i, p in enumerate(points)]
    return charts.line_chart(
        "prov-ar",
        pgettext("sample", "Reported vandalism per 1,000 inhabitants"),
        pgettext("sample", "From 41 to 29, with three years without a number."),
        [
            charts.Line(pgettext("sample", "Lundby"), points),
            charts.Line(pgettext("sample", "The county"), county),
            charts.Line(pgettext("sample", "The nation"), nation),
        ],
        said=number,
        extras=charts.Extras(
            aims=[charts.Aim(7, 30)],
            breaks=[charts.Break(3, pgettext("sample", "The crime code was changed."))],
        ),
    )


def _months() -> Chart:
    """The sum of twelve months as a line over the months as thin bars."""
    months = [3, 2, 4, 3, 5, 6, 8, 7, 4, 3, 2, 2, 2, 1, 3, 3, 4, 5, 6, 5, 3, 2, 1, 2]
    rolling = [sum(months[max(0, i - 11) : i + 1]) for i in range(len(months))]
    points = [
        charts.Point(f"{2024 + i // 12}-{i % 12 + 1:02}", value if i > 10 else None)  # noqa: PLR2004
        for i, value in enumerate(rolling)
    ]
    return charts.line_chart(
        "prov-manader",
        pgettext("sample", "Fires outdoors, twelve months together"),
        pgettext("sample", "From 49 to 37 in twelve months."),
        [charts.Line(pgettext("sample", "Twelve months"), points)],
        said=number,
        extras=charts.Extras(bars=months, bars_name=pgettext("sample", "The month")),
    )


def _places() -> Chart:
    rows = [(pgettext("sample", "Lundby"), 34, 27.0, True)]
    rows += [(pgettext("sample", "Northby"), 11, 14.0, False)]
    rows += [(pgettext("sample", "Southby"), 58, 45.0, False)]
    dots = [
        charts.Dot(name, k / e, ci.lower, ci.upper, n=k, is_own=own, is_weak=k < 20)  # noqa: PLR2004
        for name, k, e, own in rows
        for ci in [poisson_ci(k, e)]
    ]
    dots.append(charts.Dot(pgettext("sample", "Westby"), None, sign="x"))
    return charts.dot_plot(
        "prov-platser",
        pgettext("sample", "Against what was expected"),
        pgettext("sample", "Only Southby lies apart from one."),
        dots,
        said=number,
        mark=charts.Mark(1, pgettext("sample", "as expected")),
    )


def _hours() -> Chart:
    days = [pgettext("sample", "Mon"), pgettext("sample", "Fri"), pgettext("sample", "Sat")]
    table = [[n * weight for n in _HOURS] for weight in (1, 2, 3)]
    highest = max(max(row) for row in table)
    cells = [
        [
            charts.Square(charts.step_of(n, highest), number(n), is_unusual=n >= 27)  # noqa: PLR2004
            for n in row
        ]
        for row in table
    ]
    return charts.matrix(
        "prov-timmar",
        pgettext("sample", "When it happens"),
        pgettext("sample", "Most between 20 and 22 on Saturdays."),
        rows=days,
        columns=[f"{hour:02}" for hour in range(24)],
        cells=cells,
    )


def _blocks() -> Chart:
    cells = [
        [charts.Square(step, number(3 * step)) for step in range(6)],
        [charts.Square(0, "x", is_hidden=True)]
        + [charts.Square(2, "6", is_unusual=step == 3) for step in range(5)],  # noqa: PLR2004
    ]
    return charts.matrix(
        "prov-block",
        pgettext("sample", "When it happens, four hours at a time"),
        pgettext("sample", "Few events: four hours together."),
        rows=[pgettext("sample", "Weekdays"), pgettext("sample", "Weekends")],
        columns=[f"{start:02}–{start + 4:02}" for start in range(0, 24, 4)],
        cells=cells,
    )


def _areas() -> Chart:
    names = [pgettext("sample", "The centre"), pgettext("sample", "Northby")]
    names += [pgettext("sample", "Southby"), pgettext("sample", "Westby")]
    values = ((9, 8, 7, 5), (3, 4, 2, 3), (1, 1, 0, 2), (2, 5, 8, 9))
    lines = [
        charts.Line(name, [charts.Point(str(2023 + i), n) for i, n in enumerate(row)])
        for name, row in zip(names, values, strict=True)
    ]
    return charts.small_multiples(
        "prov-omraden",
        pgettext("sample", "The same, area by area"),
        pgettext("sample", "Falls in the centre, rises in Westby."),
        lines,
        said=number,
    )


def _funnel() -> Chart:
    sizes = (5.0, 10.0, 20.0, 40.0, 80.0, 120.0)
    wide = [(poisson_ci(round(e), e), poisson_ci(round(e), e, level=0.998)) for e in sizes]
    limits = charts.Limits(
        sizes,
        ([a.lower for a, _b in wide], [a.upper for a, _b in wide]),
        ([b.lower for _a, b in wide], [b.upper for _a, b in wide]),
    )
    inside, above = pgettext("sample", "in level"), pgettext("sample", "higher")
    places = [
        charts.Place(pgettext("sample", "Lundby"), 34, 1.26, inside, is_own=True),
        charts.Place(pgettext("sample", "Northby"), 14, 0.79, inside),
        charts.Place(pgettext("sample", "Southby"), 95, 1.52, above),
        charts.Place(pgettext("sample", "Westby"), 61, 0.93, inside),
    ]
    return charts.funnel_plot(
        "prov-tratt",
        pgettext("sample", "Compared with similar municipalities"),
        pgettext("sample", "Lundby lies where chance puts it."),
        places,
        limits,
        said=number,
        size_said=number,
        size_name=pgettext("sample", "Expected"),
    )


def _dense() -> Chart:
    """Two places, one denser, and a border."""
    tops = ((9, 7, 5.0), (26, 12, 3.0))
    steps = [
        [
            max(round(high - ((x - a) ** 2 + (y - b) ** 2) ** 0.5) for a, b, high in tops)
            for x in range(36)
        ]
        for y in range(18)
    ]
    title, near = pgettext("sample", "How dense it lies"), pgettext("sample", "Near")
    names = pgettext("sample", "Lundby"), pgettext("sample", "Northby")
    area = charts.Area(
        [[max(0, one) for one in row] for row in steps],
        (8, "1 km"),
        lines=[[(0, 3), (14, 0), (36, 4)]],
        names=[(x, y, name) for (x, y, _high), name in zip(tops, names, strict=True)],
    )
    rows = [[name, number(high)] for name, (_x, _y, high) in zip(names, tops, strict=True)]
    said = pgettext("sample", "Densest in Lundby.")
    return charts.surface(
        "prov-yta", title, said, area, charts.Table(title, [near, "n"], rows)
    )
