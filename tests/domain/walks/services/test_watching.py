"""Evening places are judged in words; areas that keep watch are counted, not households."""

from datetime import date

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.walks import queries, services
from handslag.domain.walks.rules import (
    FlagDraft,
    FlagLevel,
    Focus,
    Watch,
    WatchDraft,
    Zone,
)
from tests.refusing import code_of

CELLS = {(Focus.SAFETY, Zone.NIGHT): (FlagLevel.LACKING, "Inga värdar efter midnatt.")}
FLAG = FlagDraft("Centrum", date(2026, 2, 20), CELLS)


def test_an_evening_place_is_judged_and_judged_anew(coordinator, municipality):
    flag = services.begin_flag(coordinator, municipality, FLAG)
    better = FlagDraft(
        "Centrum", FLAG.walked_on, {(Focus.SAFETY, Zone.NIGHT): (FlagLevel.WORKS, "")}
    )
    services.save_flag(coordinator, flag, better, revision=0)
    (seen,) = queries.flags_seen_by(coordinator)
    assert [(one.focus, one.zone, one.level) for one in seen.cells.all()] == [
        ("safety", "23-02", "works")
    ]
    with pytest.raises(ChangedMeanwhileError):
        services.save_flag(coordinator, flag, FLAG, revision=0)
    nameless = FlagDraft(" ", FLAG.walked_on)
    refused = code_of(lambda: services.begin_flag(coordinator, municipality, nameless))
    assert refused == "walks.flag_without_area"


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (WatchDraft(Watch.BOATS, 2027, 3), "walks.watch_year"),
        (WatchDraft(Watch.BOATS, 1980, 3), "walks.watch_year"),
        (WatchDraft(Watch.BOATS, 2026, 3, 4), "walks.watch_new"),
        (WatchDraft(Watch.BOATS, 2026, -1), "walks.watch_new"),
        (WatchDraft(Watch.BOATS, 2026, 3, 1, "Hos Kim"), "walks.answer_may_name_somebody"),
    ],
)
def test_a_count_is_of_a_year_that_has_begun_and_of_areas(
    coordinator, municipality, today, draft, code
):
    def count() -> None:
        services.count_watch(coordinator, municipality, draft, today=today)

    assert code_of(count) == code


def test_a_place_is_counted_once_a_year_and_can_be_corrected(
    coordinator, municipality, today
):
    draft = WatchDraft(Watch.NEIGHBOURS, 2025, 12, 2, "Bruket")
    row = services.count_watch(coordinator, municipality, draft, today=today)

    def once_more() -> None:
        services.count_watch(coordinator, municipality, draft, today=today)

    assert code_of(once_more) == "walks.counted_already"
    mended = WatchDraft(Watch.NEIGHBOURS, 2025, 13, 3, "Bruket")
    services.save_watch(coordinator, row, mended, revision=0, today=today)
    (seen,) = queries.watches_seen_by(coordinator)
    assert (seen.areas, seen.new) == (13, 3)
    with pytest.raises(ChangedMeanwhileError):
        services.save_watch(coordinator, row, mended, revision=0, today=today)


def test_nobody_elsewhere_judges_counts_or_sees(
    coordinator, elsewhere, municipality, today
):
    services.begin_flag(coordinator, municipality, FLAG)
    draft = WatchDraft(Watch.NEIGHBOURS, 2025, 12)
    services.count_watch(coordinator, municipality, draft, today=today)
    assert not queries.flags_seen_by(elsewhere)
    assert not queries.watches_seen_by(elsewhere)
    with pytest.raises(ForbiddenError):
        services.begin_flag(elsewhere, municipality, FLAG)
    with pytest.raises(ForbiddenError):
        services.count_watch(elsewhere, municipality, draft, today=today)
