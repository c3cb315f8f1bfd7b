"""A housing company that is tied to the municipality, and its coordinator."""

from datetime import date

import pytest

from handslag.core.access import Actor, Role
from handslag.domain.organisations.models import Kind, Organisation, Relation, Tie
from tests import make


@pytest.fixture
def housing(municipality) -> Organisation:
    company = make.organisation("Lundbybostäder", kind=Kind.HOUSING_COMPANY)
    company.contact_email = "kontakt@example.org"
    company.save()
    Relation.objects.create(
        lower=company, upper=municipality, kind=Tie.OWNED_BY, valid_from=date(2020, 1, 1)
    )
    return company


@pytest.fixture
def caretaker(housing) -> Actor:
    return make.member(housing, Role.COORDINATOR)
