"""Trees, triangles and the year for the style page: made-up content."""

from datetime import date
from typing import Any

from django.utils.dates import MONTHS_3
from django.utils.translation import pgettext

from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.ui.trees import Branch, tree
from handslag.web.ui.triangles import CornerMark, triangle
from handslag.web.ui.wheel import Arc, Mark, wheel

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
