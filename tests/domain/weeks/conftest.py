"""A group of a municipality, its police and a housing company."""

from datetime import date

import pytest

from handslag.domain.incidents.models import Group
from handslag.domain.organisations.models import Kind, Organisation
from tests import make
from tests.make import incidents


@pytest.fixture
def housing(municipality) -> Organisation:
    company = make.organisation("Lundbybostäder", kind=Kind.HOUSING_COMPANY)
    company.contact_email = "kontakt@example.org"
    company.save()
    return company


@pytest.fixture
def group(municipality, police, housing) -> Group:
    return incidents.group(municipality, police, housing, since=date(2026, 1, 1))
