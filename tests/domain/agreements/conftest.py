"""An agreement between the municipality and its police, as a draft and settled."""

import pytest

from handslag.domain.agreements.models import Agreement
from tests.make import agreements as make_agreements


@pytest.fixture
def written(coordinator, municipality, police) -> Agreement:
    """A draft with all that it must have."""
    return make_agreements.agreement(coordinator, municipality, police)


@pytest.fixture
def settled(coordinator, municipality, police) -> Agreement:
    """2023–2026, approved by both, prolonged until further notice."""
    return make_agreements.settled(coordinator, municipality, police)
