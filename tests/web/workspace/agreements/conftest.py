"""An agreement as a draft, and one that is settled."""

import pytest

from handslag.domain.agreements.models import Agreement
from tests.make import agreements as made


@pytest.fixture
def written(coordinator, municipality, police) -> Agreement:
    return made.agreement(coordinator, municipality, police)


@pytest.fixture
def settled(coordinator, municipality, police) -> Agreement:
    return made.settled(coordinator, municipality, police)
