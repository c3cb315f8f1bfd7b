import pytest

from handslag.core.access import Role
from handslag.domain.analysis.queries.homes import analysed_by, chosen
from handslag.domain.incidents.queries import sight_of
from tests import make
from tests.make import incidents


@pytest.fixture
def seen(municipality, police, today):
    incidents.desk(municipality)
    housing = make.organisation("Bostadsbolaget")
    incidents.group(municipality, police, housing, since=today)

    def by(organisation):
        actor = make.member(organisation, Role.ANALYST)
        return analysed_by(sight_of(actor, today=today))

    return {"own": by(municipality), "police": by(police), "housing": by(housing)}


def test_ones_own_are_counted_whole(seen, municipality):
    (one,) = seen["own"]
    assert (one.home.pk, one.shared_only) == (municipality.pk, False)
    assert one.area == int(municipality.code)


def test_an_authority_in_the_group_counts_what_is_shared(seen):
    (one,) = seen["police"]
    assert one.shared_only


def test_who_is_no_authority_counts_nothing(seen):
    assert seen["housing"] == []


def test_the_one_asked_for_is_chosen_and_else_ones_own(seen, municipality):
    (one,) = seen["own"]
    for key in (str(one.home.key), "", "nonsense"):
        assert chosen(seen["own"], key, frozenset({municipality.pk})) == one
    assert chosen([], "", frozenset()) is None
