"""A council in Lundby, and a meeting that was held last week."""

import pytest

from handslag.domain.council.models import Council, Meeting
from tests.make import council as make


@pytest.fixture
def council(coordinator, municipality, police) -> Council:
    return make.council(coordinator, municipality)


@pytest.fixture
def held(coordinator, council) -> Meeting:
    return make.held(coordinator, council)
