"""The index of a survey: shares by bands, areas, totals; and when there is none."""

from decimal import Decimal

import pytest

from handslag.domain.surveys.figures.police_index import index_of
from handslag.domain.surveys.rules import Question, QuestionKind
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.police_index import Indicator
from tests.make import counted, surveys
from tests.make.counted import chose, many
from tests.make.surveys import SAFE

SPEED = Question(
    "speed",
    QuestionKind.SINGLE,
    {"sv": "Kör bilar för fort?"},
    options=surveys.options("Ja", "Nej"),
    bank="speeding",
)
BANDS = tuple(Decimal(one) for one in (10, 20, 30, 40, 50, 60))
KNOWN = (
    Indicator("fast", "Fort", "Fast", "speeding", "", ("a",), BANDS, is_example=False),
    Indicator("late", "Sent", "Late", "late", "", ("c", "d"), BANDS, is_example=False),
)


def figures_of(actor, home, *areas, is_drawn=True):
    """Of each area: how many answered, of them how many say that cars go too fast. All
    areas have the same number of answers and inhabitants."""
    late = replaced()
    row = surveys.opened(
        actor, home, (SPEED, late), strata=(400,) * len(areas) if is_drawn else ()
    )
    strata = list(row.strata.all())
    for nr, (n, fast) in enumerate(areas):
        stratum = strata[nr] if strata else None
        answers = many(
            (fast, chose(speed="a", safe="d")), (n - fast, chose(speed="b", safe="a"))
        )
        counted.answered(row, answers, stratum=stratum)
    return read(row.document), counted.figures(row)


def replaced():
    return Question(SAFE.key, SAFE.kind, SAFE.words, options=SAFE.options, bank="late")


def test_each_area_and_the_whole_has_points_and_a_total(coordinator, municipality):
    asked, figures = figures_of(coordinator, municipality, (100, 20), (100, 45))
    found = index_of(asked, figures, KNOWN)
    assert found
    first = found.measured[0]
    assert [one and one.points for one in first.areas] == [2, 4]
    assert (first.whole.percent, first.whole.points) == (Decimal("32.5"), 3)
    assert (found.whole, found.totals) == (
        Decimal("3.00"),
        (Decimal("2.00"), Decimal("4.00")),
    )


def test_an_area_where_few_answered_has_no_index(coordinator, municipality):
    asked, figures = figures_of(coordinator, municipality, (29, 20), (100, 45))
    found = index_of(asked, figures, KNOWN)
    assert found
    assert found.totals[0] is None
    assert found.totals[1] == Decimal("4.00")


@pytest.mark.parametrize(
    ("areas", "is_drawn", "why"),
    [(((100, 20),), False, "self_selected"), (((29, 20),), True, "below_base")],
)
def test_there_is_no_index_and_why(coordinator, municipality, areas, is_drawn, why):
    asked, figures = figures_of(coordinator, municipality, *areas, is_drawn=is_drawn)
    found = index_of(asked, figures, KNOWN)
    assert found
    assert (found.refused, found.measured) == (why, ())


def test_a_survey_that_asks_of_no_indicator_has_none(coordinator, municipality):
    asked, figures = figures_of(coordinator, municipality, (100, 20))
    assert index_of(asked, figures, ()) is None
