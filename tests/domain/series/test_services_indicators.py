from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.series import queries
from handslag.domain.series.rules import (
    Direction,
    GoalValue,
    IndicatorDraft,
    Origin,
    SeriesDraft,
    Source,
)
from handslag.domain.series.services import (
    change_indicator,
    make_indicator,
    make_series,
    offer_indicator,
    show_indicator,
    take_indicator,
)

DRAFT = IndicatorDraft(
    name="Trygghetsvandringar",
    shows="Hur många vandringar vi har gått.",
    direction=Direction.UP,
    unit="vandringar",
    responsible="Säkerhetssamordnaren",
    baseline=Decimal(2),
    baseline_on=date(2024, 12, 31),
    goals=(
        GoalValue(date(2026, 12, 31), Decimal(4)),
        GoalValue(date(2027, 12, 31), Decimal(6)),
    ),
)
TODAY = date(2026, 3, 2)


@pytest.fixture
def indicator(coordinator, municipality):
    return make_indicator(coordinator, municipality, DRAFT)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "series.no_name"),
        ({"name": "x" * 201}, "series.name_too_long"),
        ({"shows": ""}, "series.shows_nothing"),
        ({"direction": Direction.DEPENDS}, "series.depends_on_what"),
        ({"responsible": " "}, "series.nobody_responsible"),
        ({"origin": Origin.SERIES}, "series.which_series"),
        ({"series": UUID(int=1)}, "series.which_series"),
        ({"paired": UUID(int=1)}, "series.which_pair"),
        ({"unit": ""}, "series.no_unit_or_id"),
        ({"per": 7}, "series.per_how_many"),
        ({"goals": DRAFT.goals[:1] * 2}, "series.two_goals_on_a_day"),
        ({"baseline_on": date(2026, 12, 31)}, "series.goal_before_the_baseline"),
    ],
)
def test_what_could_not_be_followed_is_refused(coordinator, municipality, changed, code):
    with pytest.raises(NotAllowedError) as refused:
        make_indicator(coordinator, municipality, replace(DRAFT, **changed))
    assert refused.value.code == code


def test_what_is_typed_in_has_a_series_of_its_own(indicator, municipality):
    assert (indicator.series.owner, indicator.series.unit) == (municipality, "vandringar")
    assert [one.value for one in indicator.goals.all()] == [4, 6]


def test_two_who_change_it_lose_nothing(coordinator, indicator):
    given = replace(DRAFT, name="Vandringar", goals=DRAFT.goals[1:])
    row = change_indicator(coordinator, indicator, given, revision=1)
    assert (row.name, row.goals.count(), row.revision) == ("Vandringar", 1, 2)
    with pytest.raises(ChangedMeanwhileError):
        change_indicator(coordinator, indicator, DRAFT, revision=1)


def test_a_definition_that_is_shared_keeps_its_tie(coordinator, indicator, elsewhere):
    (home,) = queries.homes_of(elsewhere, today=TODAY)
    assert not queries.offered_to(home.pk)
    with pytest.raises(NotAllowedError) as refused:
        take_indicator(elsewhere, home, indicator, responsible="Samordnaren")
    assert refused.value.code == "series.not_offered"
    offer_indicator(coordinator, indicator, offered=True)
    assert list(queries.offered_to(home.pk)) == [indicator]
    taken = take_indicator(elsewhere, home, indicator, responsible="Samordnaren")
    assert (taken.taken_from, taken.name, taken.home) == (indicator, DRAFT.name, home)
    assert (taken.series.owner, taken.goals.count()) == (home, 0)
    assert not queries.offered_to(home.pk)
    with pytest.raises(NotAllowedError):
        take_indicator(elsewhere, home, indicator, responsible="Samordnaren")


def test_an_official_series_is_shared_as_it_is(coordinator, municipality, elsewhere):
    official = make_series(system("test"), SeriesDraft(Source.KOLADA, "N1", "N", "antal"))
    given = replace(DRAFT, origin=Origin.SERIES, series=official.public_id)
    mine = make_indicator(coordinator, municipality, given)
    offer_indicator(coordinator, mine, offered=True)
    (home,) = queries.homes_of(elsewhere, today=TODAY)
    taken = take_indicator(elsewhere, home, mine, responsible="Samordnaren")
    assert taken.series == official


def test_only_those_who_work_there_see_and_write(
    coordinator, liaison_officer, reader, elsewhere, indicator, municipality
):
    for one in (coordinator, liaison_officer, reader):
        assert queries.indicator_seen_by(one, indicator.public_id, today=TODAY)
    assert not queries.indicators_seen_by(elsewhere, today=TODAY)
    for nobody in (reader, elsewhere):
        with pytest.raises(ForbiddenError):
            change_indicator(nobody, indicator, DRAFT, revision=1)
        with pytest.raises(ForbiddenError):
            show_indicator(nobody, indicator, public=True)
        with pytest.raises(ForbiddenError):
            make_indicator(nobody, municipality, DRAFT)


def test_what_is_shown_makes_the_public_pages_anew(coordinator, indicator, municipality):
    before = municipality.public_revision
    assert show_indicator(coordinator, indicator, public=True).is_public
    municipality.refresh_from_db()
    assert municipality.public_revision == before + 1


def test_a_case_is_not_written_in_an_indicator(coordinator, municipality):
    with pytest.raises(NotAllowedError):
        make_indicator(
            coordinator, municipality, replace(DRAFT, shows="Efter 5000-K123456-26")
        )


def test_a_series_of_another_municipality_is_not_followed(elsewhere, indicator):
    (home,) = queries.homes_of(elsewhere, today=TODAY)
    theirs = indicator.series
    given = replace(DRAFT, origin=Origin.SERIES, series=theirs.public_id)
    with pytest.raises(NotAllowedError) as refused:
        make_indicator(elsewhere, home, given)
    assert refused.value.code == "series.which_series"
    assert theirs.pk not in {one.pk for one in queries.series_held(elsewhere, today=TODAY)}
