"""Trees, triangles and the year for the style page: made-up content."""

from datetime import date
from typing import Any

from django.utils.dates import MONTHS_3
from django.utils.translation import pgettext

from handslag.web.answers import capital
from handslag.web.ui.charts import way_bar
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.ui.trees import Branch, tree
from handslag.web.ui.triangles import CornerMark, triangle
from handslag.web.ui.wheel import Arc, Mark, wheel
from handslag.web.words.picture import LEVELS as LEVEL_WORDS
from handslag.web.words.picture import TRENDS

Sample = dict[str, Any]


def grown() -> Sample:
    """A problem, two causes, and what explains the first."""
    unseen = pgettext("sample", "Nobody has an eye on the square after eight")
    dark = pgettext("sample", "Half of the lamps are out")
    idle = pgettext("sample", "The youth centre is closed at weekends")
    soon = pgettext("sample", "situational, short term")
    late = pgettext("sample", "social, long term")
    problem = pgettext("sample", "Vandalism in the square")
    trunk = Branch(
        problem,
        branches=(
            Branch(unseen, f"1 · {soon}", branches=(Branch(dark, f"1.1 · {soon}"),)),
            Branch(idle, f"2 · {late}", "broken"),
        ),
    )
    below = [{"number": "1.1", "text": dark, "hint": soon}]
    return {
        "drawing": tree(
            "trad",
            problem,
            pgettext("sample", "Three causes in two layers. All of it stands in the list."),
            trunk,
        ),
        "lines": [
            {"number": "1", "text": unseen, "hint": soon, "lines": below},
            {"number": "2", "text": idle, "hint": late},
        ],
    }


def cornered() -> Sample:
    """Two corners of which something is said, and one that is dark."""
    names = (
        pgettext("sample", "Those who do it"),
        pgettext("sample", "What is exposed"),
        pgettext("sample", "Those who could prevent it"),
    )
    causes = [pgettext("sample", "two causes"), pgettext("sample", "one cause"), ""]
    dark = pgettext("sample", "not lit yet")
    return {
        "drawing": triangle(
            "triangel",
            pgettext("sample", "The crime triangle"),
            pgettext("sample", "Nothing is said of those who could prevent it."),
            [
                CornerMark(name, hint or dark, 2 - at, bool(hint))
                for at, (name, hint) in enumerate(zip(names, causes, strict=True))
            ],
            pgettext("sample", "Here it happens"),
        ),
        "corners": [
            {"name": name, "words": hint} for name, hint in zip(names, causes, strict=True)
        ],
    }


def turned() -> Sample:
    """A year with three things that come back, and a day by law."""
    council = pgettext("sample", "The council meets")
    return {
        "drawing": wheel(
            [
                Arc(1, date(2026, 1, 7), date(2026, 4, 30), "knowledge"),
                Arc(2, date(2026, 1, 20), date(2026, 1, 31), "council"),
                Arc(3, date(2026, 11, 15), date(2027, 1, 10), "dialogue"),
            ],
            [Mark(date(2026, 7, 1), "law"), Mark(date(2026, 12, 31), "other")],
            today=date(2026, 11, 22),
            months=[str(name) for name in MONTHS_3.values()],
            centre=[pgettext("sample", "Lundby"), swedish_date(date(2026, 11, 22))],
            label=pgettext("sample", "A made-up year. The list beside it says the same."),
        ),
        "kinds": [
            {"code": "knowledge", "text": pgettext("sample", "The survey is out")},
            {"code": "council", "text": council},
            {"code": "dialogue", "text": pgettext("sample", "Residents are asked")},
        ],
        "marks": [{"code": "law", "text": pgettext("sample", "a day by law")}],
    }


WAYS = tuple((way.value, word) for way, word in TRENDS.items())
LEVELS = tuple((level.value, word) for level, word in LEVEL_WORDS.items())


def glances() -> dict[str, object]:
    """Three problems of a picture: both see it, one sees it, nobody has judged it."""
    rows = [
        (pgettext("sample", "Mopeds on the walking paths"), "up", "high", "together"),
        (pgettext("sample", "Broken windows in the centre"), "down", "medium", "police"),
        (pgettext("sample", "Fraud by telephone"), "", "low", ""),
    ]
    seen_by = {
        "together": pgettext("sample", "both"),
        "police": pgettext("sample", "only the police"),
    }
    problems = [
        {
            "id": "sample",
            "title": title,
            "glance": {
                "way": way,
                "way_words": capital(str(dict(WAYS)[way])) if way else "",
                "level": level,
                "level_words": dict(LEVELS)[level],
                "side": side,
                "seen_by": seen_by.get(side, ""),
            },
        }
        for title, way, level, side in rows
    ]
    return {"groups": [("sample", pgettext("sample", "What is prioritised"), problems)]}


def yards() -> list[dict[str, object]]:
    """On the way, not measured, and past the goal."""
    name, unit = pgettext("sample", "Share who feel unsafe"), pgettext("sample", "percent")
    return [
        {
            "name": name,
            "value": number(reached) if reached else "",
            "unit": unit if reached else pgettext("sample", "not measured yet"),
            "bar": way_bar(30, 20, reached),
            "wanted": pgettext("sample", "From 30 to 20 percent, by 31 December 2027."),
            "href": "#loften" if reached else "",
        }
        for reached in (27, None, 18)
    ]
