"""A question to two parties, and a link for one of them."""

import pytest

from handslag.core.approvals.models import Round
from tests.core.approvals.cast import Made, coordinator, link_for, round_of


@pytest.fixture
def round_(db) -> Round:
    return round_of(coordinator())


@pytest.fixture
def made(round_, now) -> Made:
    return link_for(round_, now)
