"""The living style page: every part of the pages, in every state, with its line."""

from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from handslag.web.requests import WorkRequest
from handslag.web.ui.charts import Point, series_chart
from handslag.web.ui.marks import HANDSHAKE, VERDICTS
from handslag.web.ui.numbers import number, percent


class SampleForm(forms.Form):
    """One field of each kind."""

    heading = forms.CharField(
        label=gettext_lazy("Heading"),
        help_text=gettext_lazy("One sentence that says what you promise."),
        max_length=80,
    )
    wording = forms.CharField(
        label=gettext_lazy("The promise in plain words"), widget=forms.Textarea
    )
    day = forms.DateField(
        label=gettext_lazy("Follow-up"),
        help_text=gettext_lazy("Year-month-day, for example 2026-11-14."),
        error_messages={"invalid": gettext_lazy("Write a date, for example 2026-11-14.")},
        required=False,
    )
    number = forms.IntegerField(label=gettext_lazy("How many?"), required=False)
    owner = forms.ChoiceField(
        label=gettext_lazy("Who owns it?"),
        choices=[
            ("municipality", gettext_lazy("The municipality")),
            ("police", gettext_lazy("The police")),
        ],
        widget=forms.RadioSelect,
    )
    season = forms.ChoiceField(
        label=gettext_lazy("When?"),
        choices=[
            ("", gettext_lazy("All year")),
            ("dark", gettext_lazy("The dark season")),
        ],
        required=False,
    )
    beyond = forms.BooleanField(
        label=gettext_lazy("This goes beyond what we always do"),
        help_text=gettext_lazy("A promise should add something."),
        required=False,
    )


def _table() -> dict[str, object]:
    return {
        "id": "tabell",
        "caption": _("Targets against outcome"),
        "columns": [
            {"text": _("Promise")},
            {"text": _("Target"), "num": True},
            {"text": _("Outcome"), "num": True},
            {"text": _("Verdict")},
        ],
        "rows": [
            [
                {"text": _("Safety walks"), "href": "#tabell"},
                number(4),
                number(5),
                {"verdict": "kept"},
            ],
            [
                {"text": _("Traffic controls"), "href": "#tabell"},
                number(1052),
                number(738),
                {"verdict": "ongoing"},
            ],
        ],
    }


def _chart() -> dict[str, object]:
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
            _("Share who feel unsafe in the centre late at night, 2021–2026"),
            _("27, 30, 34, 33 and 31 percent; 2023 was not measured."),
            years,
            said=percent,
            goal=0.25,
        ),
        "caption": _("Share who feel unsafe, with 95 percent uncertainty"),
        "columns": [_("Year"), _("Share"), _("Between")],
        "rows": [
            [point.label, percent(point.estimate), f"{percent(low)}–{percent(high)}"]
            if point.estimate is not None
            and (low := point.lower) is not None
            and (high := point.upper) is not None
            else [point.label, _("not measured"), ""]
            for point in years
        ],
    }


def _wrong() -> SampleForm:
    return SampleForm({"heading": "", "wording": "Vi ska", "day": "i november"})


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """All of it on one page."""
    return render(
        request,
        "arbete/style.html",
        {
            "verdicts": VERDICTS,
            "sides": HANDSHAKE,
            "form": SampleForm(auto_id="rätt_%s"),
            "wrong": _wrong(),
            "table": _table(),
            "chart": _chart(),
            "day": date(2026, 11, 14),
        },
    )
