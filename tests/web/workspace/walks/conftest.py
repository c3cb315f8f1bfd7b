"""A housing company that is tied to the municipality, and its coordinator's browser."""

from datetime import date

import pytest
from django.test import Client

from handslag.core.access import Role
from handslag.domain.organisations.models import Kind, Organisation, Relation, Tie
from tests import make


@pytest.fixture
def housing(municipality) -> Organisation:
    company = make.organisation("Lundbybostäder", kind=Kind.HOUSING_COMPANY)
    Relation.objects.create(
        lower=company, upper=municipality, kind=Tie.OWNED_BY, valid_from=date(2020, 1, 1)
    )
    return company


@pytest.fixture
def asked(signed_in, housing) -> Client:
    """The browser of the one who is asked."""
    browser: Client = signed_in(make.member(housing, Role.COORDINATOR))
    return browser
