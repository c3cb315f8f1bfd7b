from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from handslag.core.access import ForbiddenError, system
from handslag.domain.organisations import queries, services
from handslag.domain.organisations.models import (
    Kind,
    Relation,
    Tie,
)
from handslag.domain.organisations.rules import NotAllowedError, holds
from tests import make

INSTALLATION = system("test")

pytestmark = pytest.mark.django_db


def test_a_district_comes_to_serve_a_second_municipality_and_stops(
    administrator, municipality, police, today
):
    neighbour = make.municipality()
    tie = services.relate(INSTALLATION, police, Tie.SERVES, neighbour, valid_from=today)

    assert queries.police_for(neighbour, today=today) == police
    assert queries.police_for(municipality, today=today) == police
    services.end_relation(INSTALLATION, tie, last_day=today)
    assert queries.police_for(neighbour, today=today) == police
    assert queries.police_for(neighbour, today=today + timedelta(days=1)) is None


@pytest.mark.parametrize("first", [None, date(2026, 1, 1)])
def test_two_organisations_are_not_tied_twice_at_a_time(municipality, first):
    district = make.police_district()
    services.relate(
        INSTALLATION,
        district,
        Tie.SERVES,
        municipality,
        valid_from=first,
        valid_to=date(2026, 6, 30),
    )

    with pytest.raises(NotAllowedError, match="already_tied"):
        services.relate(
            INSTALLATION, district, Tie.SERVES, municipality, valid_from=date(2026, 6, 30)
        )
    services.relate(
        INSTALLATION, district, Tie.SERVES, municipality, valid_from=date(2026, 7, 1)
    )
    assert Relation.objects.count() == 2


def test_a_tie_that_the_field_does_not_know_is_refused(municipality, police, coordinator):
    with pytest.raises(NotAllowedError, match="kinds_cannot_be_tied"):
        services.relate(INSTALLATION, municipality, Tie.SERVES, police)
    with pytest.raises(NotAllowedError, match="ends_before_it_begins"):
        services.relate(
            INSTALLATION,
            make.organisation("Rådet", Kind.COUNCIL),
            Tie.COVERS,
            municipality,
            valid_from=date(2026, 2, 1),
            valid_to=date(2026, 1, 1),
        )
    with pytest.raises(ForbiddenError):
        services.relate(
            coordinator,
            make.organisation("Rådet", Kind.COUNCIL),
            Tie.COVERS,
            municipality,
        )


def test_a_tie_is_not_ended_before_it_began_nor_a_second_time(municipality, today):
    district = make.police_district()
    tie = services.relate(
        INSTALLATION, district, Tie.SERVES, municipality, valid_from=today
    )

    with pytest.raises(NotAllowedError, match="ends_before_it_begins"):
        services.end_relation(INSTALLATION, tie, last_day=today - timedelta(days=1))
    services.end_relation(INSTALLATION, tie, last_day=today)
    with pytest.raises(NotAllowedError, match="already_ended"):
        services.end_relation(INSTALLATION, tie, last_day=today + timedelta(days=1))


class TiesOverTime(TestCase):
    """However ties are made and ended, at most one of them holds on any day."""

    spans = st.lists(
        st.tuples(
            st.none() | st.dates(date(2026, 1, 1), date(2026, 2, 1)),
            st.none() | st.dates(date(2026, 1, 1), date(2026, 2, 1)),
        ),
        max_size=6,
    )

    @settings(max_examples=25, deadline=None)
    @given(spans)
    def test_no_day_has_two_ties_of_one_kind(self, spans):
        district, municipality = make.police_district(), make.municipality()
        for starts, ends in spans:
            try:
                services.relate(
                    INSTALLATION,
                    district,
                    Tie.SERVES,
                    municipality,
                    valid_from=starts,
                    valid_to=ends,
                )
            except NotAllowedError:
                continue
        ties = list(Relation.objects.filter(lower=district))
        for count in range(-1, 33):
            day = date(2026, 1, 1) + timedelta(days=count)
            holding = [tie for tie in ties if holds(tie.valid_from, tie.valid_to, day)]
            assert len(holding) <= 1
            found = queries.police_for(municipality, today=day)
            assert found == (district if holding else None)
