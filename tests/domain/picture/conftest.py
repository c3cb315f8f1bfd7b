"""The cast of pictures: a joint one that is ready to be frozen, and what it cites."""

import pytest

from handslag.domain.evidence.models import Evidence
from handslag.domain.picture.models import Picture, PictureVersion
from tests import make
from tests.make import picture as pictures


@pytest.fixture
def finding(municipality) -> Evidence:
    """A public finding of the municipality."""
    return make.evidence(municipality)


@pytest.fixture
def joint(coordinator, municipality, police) -> Picture:
    """The joint picture of the municipality and its police, with nothing in it."""
    return pictures.joint(coordinator, municipality, police)


@pytest.fixture
def ready(joint, coordinator, finding) -> Picture:
    """The same, ready to be frozen."""
    return pictures.filled(coordinator, joint, finding)


@pytest.fixture
def version(ready, coordinator) -> PictureVersion:
    """The first version, public."""
    return pictures.frozen(coordinator, ready)
