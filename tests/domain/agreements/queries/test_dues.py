"""Days by which agreements must be renewed and followed up, and what the law asks."""

from datetime import date

import pytest

from handslag.core.deadlines import Basis
from handslag.domain.agreements import queries
from handslag.domain.agreements.rules.words import Prolongation
from tests import make
from tests.make import agreements as make_agreements

TODAY = date(2026, 3, 2)


def test_an_agreement_is_to_be_renewed_and_followed_up(settled, municipality, police):
    found = {one.kind: one for one in queries.deadlines(homes=None, today=TODAY)}
    renew, told = found["agreement.renew"], found["agreement.follow_up"]
    assert (renew.due_on, renew.basis) == (date(2026, 12, 31), Basis.LAW)
    assert (told.due_on, told.basis) == (date(2025, 1, 1), Basis.AGREEMENT)
    assert (told.home, told.others) == (municipality.pk, (police.pk,))
    assert queries.deadlines(homes=[police.pk], today=TODAY) == []


def test_a_draft_has_no_deadline(written):
    assert queries.deadlines(homes=None, today=TODAY) == []


def test_the_law_check_reads_the_facts(coordinator, municipality, police, settled):
    make_agreements.settled(
        coordinator,
        municipality,
        make.organisation(),
        period="2025",
        prolongation=Prolongation.NONE,
    )
    make_agreements.follow_up(coordinator, settled, date(2026, 2, 1))
    facts = queries.facts_for_law(None, today=TODAY)[municipality.pk]
    assert (facts.in_force, facts.with_police) == (1, True)
    assert facts.earliest_end == date(2026, 12, 31)
    assert facts.latest_follow_up == date(2026, 2, 1)
    assert (facts.missing_purposes, facts.missing_fields) == (0, 0)


def test_one_that_ran_out_is_told_of_when_none_holds(coordinator, municipality, police):
    make_agreements.settled(
        coordinator, municipality, police, period="2025", prolongation=Prolongation.NONE
    )
    facts = queries.facts_for_law([municipality.pk], today=TODAY)[municipality.pk]
    assert (facts.in_force, facts.ran_out) == (0, date(2025, 12, 31))


@pytest.mark.parametrize("count", [1, 4])
def test_however_many_there_are_the_questions_are_few(
    count, coordinator, municipality, police, django_assert_max_num_queries
):
    for year in range(count):
        make_agreements.settled(
            coordinator, municipality, police, period=f"{2020 + year}-{2024 + year}"
        )
    with django_assert_max_num_queries(2):
        assert queries.deadlines(homes=None, today=TODAY)
    with django_assert_max_num_queries(2):
        assert queries.facts_for_law(None, today=TODAY)
