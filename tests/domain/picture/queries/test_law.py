"""What the law asks of pictures: renewed at least every second year."""

from datetime import UTC, date, datetime

import pytest

from handslag.core.access import Role
from handslag.core.deadlines import Basis
from handslag.domain.picture import queries
from tests import make
from tests.make import picture as pictures


def test_a_picture_must_be_renewed_within_two_years(
    ready, coordinator, municipality, police, today
):
    pictures.frozen(coordinator, ready, now=datetime(2024, 1, 5, tzinfo=UTC))
    pictures.frozen(coordinator, ready, now=datetime(2026, 2, 28, 23, 30, tzinfo=UTC))
    (deadline,) = queries.deadlines(homes=None, today=today)
    assert deadline.due_on == date(2028, 3, 1)  # it was past midnight in Stockholm
    assert (deadline.kind, deadline.basis) == ("picture.update", Basis.LAW)
    assert (deadline.home, deadline.others) == (municipality.pk, (police.pk,))
    assert deadline.path.endswith(f"{ready.public_id}/")
    assert queries.deadlines(homes=[police.pk], today=today) == []


def test_the_law_check_knows_the_latest_version(version, municipality, today):
    facts = queries.facts_for_law(None, today=today)[municipality.pk]
    assert (facts.number, facts.frozen_on) == (1, date(2026, 2, 10))
    assert facts.has_all_parts


def test_a_municipality_without_version_is_not_among_the_facts(joint, municipality, today):
    assert municipality.pk not in queries.facts_for_law({municipality.pk}, today=today)


@pytest.mark.parametrize("size", [1, 6])
def test_the_cost_does_not_grow_with_the_municipalities(
    django_assert_max_num_queries, coordinator, today, size
):
    for number in range(size):
        home = make.municipality(f"Ort{number} kommun")
        actor = make.member(home, Role.COORDINATOR)
        picture = pictures.filled(actor, pictures.joint(actor, home), make.evidence(home))
        pictures.frozen(actor, picture)
    with django_assert_max_num_queries(2):
        assert len(queries.deadlines(homes=None, today=today)) == size
    with django_assert_max_num_queries(2):
        assert len(queries.facts_for_law(None, today=today)) == size
