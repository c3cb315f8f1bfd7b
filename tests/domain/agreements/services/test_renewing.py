"""The next agreement, and one that is ended before its time."""

from datetime import date

import pytest

from handslag.core.periods import parse
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements import queries, services
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.force import Force, standing
from handslag.domain.agreements.rules.words import State
from tests.make import agreements as make_agreements


def force(row: Agreement, day: date) -> Force:
    found = queries.with_days(Agreement.objects.all()).get(pk=row.pk)
    return standing(queries.term_of(found), day).force


@pytest.fixture
def renewed(settled, coordinator, now) -> Agreement:
    return services.renew(
        coordinator,
        settled,
        name="Samverkansöverenskommelse 2027-2030",
        period=parse("2027-2030"),
        changes="Fler mål.",
        now=now,
    )


def test_the_next_one_takes_over_all_that_stood(settled, renewed):
    old, new = queries.content(settled), queries.content(renewed)
    for part in ("purposes", "fields", "problems", "statutes", "vision", "prolongation"):
        assert new[part] == old[part]
    assert [one["text"] for one in new["goals"]] == [one["text"] for one in old["goals"]]
    assert new["goals"][0]["id"] != old["goals"][0]["id"]
    texts = [[line["text"] for line in party["commitments"]] for party in new["parties"]]
    assert texts == [
        ["Lundby kommun har en kontakt."],
        ["Lokalpolisområde Lundby har en kontakt."],
    ]
    assert new["together"][0]["text"] == "Vi möts."
    assert new["changes"] == "Fler mål."
    assert renewed.state == State.DRAFT


def test_the_earlier_one_holds_until_the_next_begins_to(settled, renewed, coordinator):
    assert force(settled, date(2027, 6, 1)) is Force.PROLONGED
    make_agreements.settle(renewed, coordinator)
    assert force(settled, date(2026, 12, 31)) is Force.IN_FORCE
    assert force(settled, date(2027, 1, 1)) is Force.REPLACED
    assert force(renewed, date(2027, 1, 1)) is Force.IN_FORCE


def test_an_agreement_has_one_successor(settled, renewed, coordinator, now):
    with pytest.raises(NotAllowedError, match="already_renewed"):
        services.renew(
            coordinator, settled, name="En till", period=parse("2027"), changes="", now=now
        )


def test_it_is_ended_early_with_a_reason(settled, coordinator, now):
    day = date(2026, 6, 30)
    with pytest.raises(NotAllowedError, match="ending_needs_reason"):
        services.end_early(coordinator, settled, on=day, reason=" ", now=now)
    services.end_early(coordinator, settled, on=day, reason="Polisen delas om.", now=now)
    assert force(settled, day) is Force.IN_FORCE
    assert force(settled, date(2026, 7, 1)) is Force.ENDED_EARLY
    with pytest.raises(NotAllowedError, match="not_from_ended"):
        services.end_early(coordinator, settled, on=day, reason="Igen.", now=now)
