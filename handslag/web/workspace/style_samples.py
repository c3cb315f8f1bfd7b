"""What the style page shows: made-up content, and the line that makes each part."""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import pgettext, pgettext_lazy

from handslag.web.forms import LockForm
from handslag.web.ui.charts import Goal, Point, series_chart, sparkline
from handslag.web.ui.maps import Dot, Shape, draw
from handslag.web.ui.numbers import number, percent

Sample = dict[str, Any]


# One row for each way a promise can stand.
PROMISES: tuple[Sample, ...] = (
    {
        "title": pgettext_lazy(
            "sample", "At least four safety walks, in the centre and by the lake"
        ),
        "side": "together",
        "verdict": "kept",
        "value": 5,
        "goal": 4,
        "words": pgettext_lazy("sample", "of at least 4 walks"),
    },
    {
        "title": pgettext_lazy(
            "sample", "One traffic check a week on the roads you pointed out"
        ),
        "side": "police",
        "verdict": "ongoing",
        "value": 38,
        "goal": 52,
        "words": pgettext_lazy("sample", "of at least 52 controls"),
        "late": pgettext_lazy("sample", "6 fewer than planned by now"),
    },
    {
        "title": pgettext_lazy("sample", "The path by the river is lit before October"),
        "side": "municipality",
        "owner": pgettext_lazy("sample", "The municipality, with the housing company"),
        "verdict": "with_reservation",
        "words": pgettext_lazy("sample", "Done 11 September, one lamp post is missing"),
    },
    {
        "title": pgettext_lazy(
            "sample", "At most 20 percent of the answers say that it is unsafe"
        ),
        "side": "together",
        "verdict": "not_kept",
        "value": 31,
        "goal": 20,
        "scale": 100,
        "words": pgettext_lazy("sample", "percent, at most 20 promised"),
    },
    {
        "title": pgettext_lazy("sample", "Between 10 and 12 evenings with night walkers"),
        "side": "others",
        "owner": pgettext_lazy("sample", "The association of parents"),
        "verdict": "exceeded",
        "value": 13,
        "goal": 10,
        "upper": 12,
        "words": pgettext_lazy("sample", "evenings, 10 to 12 promised"),
    },
    {
        "title": pgettext_lazy(
            "sample", "Whoever has reported a crime hears from us within a week"
        ),
        "side": "police",
        "verdict": "not_reported",
        "late": pgettext_lazy("sample", "Should have been reported 30 September"),
    },
)


class SampleForm(LockForm):
    """One field of each kind."""

    heading = forms.CharField(
        label=pgettext_lazy("sample", "Heading"),
        help_text=pgettext_lazy("sample", "One sentence that says what you promise."),
        max_length=80,
    )
    wording = forms.CharField(
        label=pgettext_lazy("sample", "The promise in plain words"), widget=forms.Textarea
    )
    day = forms.DateField(
        label=pgettext_lazy("sample", "Next follow-up"),
        help_text=pgettext_lazy("sample", "Year, month and day, for example 2026-11-14."),
        error_messages={
            "invalid": pgettext_lazy("sample", "Write a date, for example 2026-11-14.")
        },
        required=False,
    )
    count = forms.IntegerField(label=pgettext_lazy("sample", "How many?"), required=False)
    owner = forms.ChoiceField(
        label=pgettext_lazy("sample", "Who owns it?"),
        choices=[
            ("municipality", pgettext_lazy("sample", "The municipality")),
            ("police", pgettext_lazy("sample", "The police")),
        ],
        widget=forms.RadioSelect,
    )
    season = forms.ChoiceField(
        label=pgettext_lazy("sample", "When?"),
        choices=[
            ("", pgettext_lazy("sample", "All year")),
            ("dark", pgettext_lazy("sample", "The dark season")),
        ],
        required=False,
    )
    beyond = forms.BooleanField(
        label=pgettext_lazy("sample", "This goes beyond what we always do"),
        help_text=pgettext_lazy("sample", "A promise should add something."),
        required=False,
    )


def form(state: str) -> SampleForm:
    """A fresh form; one with several faults ("fel"); one that two people wrote in
    ("samtidigt"). Nothing that was typed is gone."""
    if state == "fel":
        return SampleForm(
            {
                "revision": "3",
                "wording": pgettext("sample", "We will"),
                "day": pgettext("sample", "in November"),
            }
        )
    if state == "samtidigt":
        overtaken = SampleForm(
            {
                "revision": "3",
                "heading": pgettext("sample", "At least four safety walks"),
                "wording": pgettext("sample", "We will walk together in the dark season."),
                "owner": "police",
            }
        )
        overtaken.overtaken(4)
        return overtaken
    return SampleForm(initial={"revision": 3})


def links() -> list[Sample]:
    return [
        {
            "label": pgettext("sample", "You said"),
            "text": pgettext(
                "sample", "”One takes a detour around the station when it is dark.”"
            ),
            "href": "#kedjan",
            "link": pgettext("sample", "the survey 2025"),
        },
        {
            "label": pgettext("sample", "We saw"),
            "text": pgettext("sample", "41 reports of dark paths in three months."),
        },
        {
            "label": pgettext("sample", "Cause"),
            "text": pgettext("sample", "The view is blocked and the lamps are out."),
        },
        {
            "label": pgettext("sample", "Goal"),
            "text": pgettext("sample", "Fewer than 25 percent feel unsafe in 2027."),
        },
    ]


def events() -> list[Sample]:
    return [
        {
            "day": date(2026, 11, 14),
            "text": pgettext("sample", "Fifth walk: 17 people, 9 findings."),
            "href": "#handelser",
            "link": pgettext("sample", "What the municipality does about them"),
        },
        {
            "day": date(2026, 9, 3),
            "text": pgettext("sample", "Fourth walk. The target is reached."),
        },
        {
            "stated": pgettext("sample", "spring 2026"),
            "text": pgettext("sample", "Decided and signed by both parties."),
        },
    ]


def claims() -> list[Sample]:
    return [
        {
            "side": "municipality",
            "heading": pgettext("sample", "The municipality: 5"),
            "text": pgettext(
                "sample", "Counts every walk, also the one that was held on the web."
            ),
        },
        {
            "side": "police",
            "heading": pgettext("sample", "The police: 4"),
            "text": pgettext("sample", "Counts the walks where the police took part."),
        },
    ]


def steps() -> list[Sample]:
    return [
        {"text": pgettext("sample", "Draft"), "state": "past"},
        {
            "text": pgettext("sample", "Asked"),
            "state": "past",
            "hint": pgettext("sample", "2 March"),
        },
        {
            "text": pgettext("sample", "Approval"),
            "state": "now",
            "hint": pgettext("sample", "the police have not answered"),
        },
        {"text": pgettext("sample", "Published"), "state": "ahead"},
        {"text": pgettext("sample", "Followed up"), "state": "ahead"},
    ]


def things() -> list[Sample]:
    return [
        {
            "href": "#vagar",
            "text": pgettext("sample", "Answer: shall Lundby 2027 be published?"),
            "drawing": sparkline([3, 5, None, 4, 2]),
            "hint": pgettext("sample", "asked 2 March"),
        },
        {
            "href": "#vagar",
            "text": pgettext("sample", "Follow up the promises of 2026"),
            "late": pgettext("sample", "should have been done 30 September"),
        },
        {
            "href": "#vagar",
            "text": pgettext("sample", "Three links are missing in the chain"),
            "parts": (
                (pgettext("sample", "Problems without a measure"), 2),
                (pgettext("sample", "Measures that answer no cause"), 1),
            ),
        },
        {
            "text": pgettext("sample", "The police write their part"),
            "hint": pgettext("sample", "you can only wait"),
        },
    ]


def table() -> Sample:
    return {
        "id": "tabellen",
        "caption": pgettext("sample", "Target against outcome, Lundby 2026"),
        "columns": [
            {"text": pgettext("sample", "Promise")},
            {"text": pgettext("sample", "Target"), "num": True},
            {"text": pgettext("sample", "Outcome"), "num": True},
            {"text": pgettext("sample", "Verdict")},
        ],
        "rows": [
            [
                {"text": pgettext("sample", "Safety walks"), "href": "#tabeller"},
                number(4),
                number(5),
                {"verdict": "kept"},
            ],
            [
                {"text": pgettext("sample", "Traffic controls"), "href": "#tabeller"},
                number(1052),
                number(738.5),
                {"verdict": "ongoing"},
            ],
        ],
    }


def chart() -> Sample:
    years = [
        Point("2021", 0.27, 0.23, 0.31),
        Point("2022", 0.30, 0.26, 0.34),
        Point("2023", None),
        Point("2024", 0.34, 0.30, 0.38),
        Point("2025", 0.33, 0.29, 0.37),
        Point("2026", 0.31, 0.27, 0.35),
    ]
    return {
        "drawing": series_chart(
            "otrygga",
            pgettext(
                "sample", "Share who feel unsafe in the centre late at night, 2021 to 2026"
            ),
            pgettext("sample", "27, 30, 34, 33 and 31 percent; 2023 was not measured."),
            years,
            said=percent,
            goal=Goal(0.25, pgettext("sample", "goal 25 percent")),
        ),
        "caption": pgettext("sample", "Share who feel unsafe, with 95 percent uncertainty"),
        "columns": [
            pgettext("sample", "Year"),
            pgettext("sample", "Share"),
            pgettext("sample", "Between"),
        ],
        "rows": [_measured(point) for point in years],
    }


def _measured(point: Point) -> list[str]:
    if point.estimate is None or point.lower is None or point.upper is None:
        return [point.label, pgettext("sample", "not measured"), ""]
    between = f"{percent(point.lower)}–{percent(point.upper)}"
    return [point.label, percent(point.estimate), between]


def shares() -> list[Sample]:
    return [
        {
            "label": pgettext("sample", "The centre"),
            "estimate": 0.31,
            "lower": 0.27,
            "upper": 0.35,
            "n": 612,
        },
        {
            "label": pgettext("sample", "By the lake"),
            "estimate": 0.12,
            "lower": 0.05,
            "upper": 0.24,
            "n": 41,
        },
    ]


def pictured() -> Sample:
    """Four made-up municipalities."""
    outlines = {
        "Lundby": ("M4 6 58 2 62 50 30 58 2 52Z", "on"),
        "Sjövik": ("M58 2 112 8 118 46 88 60 62 50Z", "some"),
        "Norrby": ("M2 52 30 58 62 50 66 96 20 100Z", ""),
        "Västerö": ("M62 50 88 60 118 46 116 92 66 96Z", "on"),
    }
    shapes = [
        Shape(outline, name, href="#kartor", mark=mark)
        for name, (outline, mark) in outlines.items()
    ]
    return {
        "drawing": draw([*shapes, Dot(90, 78, 3, "Torget", verdict="kept")], "0 0 120 104"),
        "label": pgettext(
            "sample", "Made-up municipalities, coloured by whether they have promises."
        ),
        "places": [{"href": "#kartor", "text": name} for name in outlines],
        "legend": [
            {"mark": "on", "text": pgettext("sample", "has promises now")},
            {"mark": "some", "text": pgettext("sample", "has had promises")},
            {"mark": "", "text": pgettext("sample", "none known")},
        ],
    }


def pages() -> Any:
    return Paginator(range(100), 20).page(2)


def wordings() -> tuple[str, str]:
    return (
        pgettext(
            "sample", "We will make at least three safety walks in the centre during 2026."
        ),
        pgettext(
            "sample",
            "We will make at least four safety walks, in the centre and by the lake.",
        ),
    )
