"""Which month a page is about, and the ways to the others."""

from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as date_words

from handslag.domain.incidents.rules.release import month_after, month_of, months_before
from handslag.web.requests import WorkRequest

SHOWN = 12
FIRST = 4  # the others stand behind "Earlier months"
BEGINS = 7  # until this day of a month the one before says more


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A way to one month; `is_here`: the page is about it."""

    query: str
    text: str
    is_here: bool


def month_asked(request: WorkRequest) -> date:
    """The month in the address bar; else this one or, when it has just begun, the last."""
    here = month_of(request.today)
    try:
        asked = date.fromisoformat(f"{request.GET.get('manad', '')}-01")
    except ValueError:
        return here if request.today.day > BEGINS else months_before(here, 1)
    return min(asked, here)


def links(month: date, today: date) -> list[MonthLink]:
    """The last twelve months and, if it is older, the one that the page is about."""
    latest = [months_before(month_of(today), number) for number in range(SHOWN)]
    shown = latest if month in latest else [*latest, month]
    return [
        MonthLink(f"manad={one:%Y-%m}", named(one), is_here=one == month) for one in shown
    ]


def named(month: date) -> str:
    return date_words(month, "F Y")


def is_going_on(month: date, today: date) -> bool:
    return month_after(month) > today
