"""Where the records of the catalogue take place."""

import pytest

from handslag.domain.organisations.services import found_all
from handslag.domain.organisations.shipped import sweden
from tests.domain.promises.records import IMPORTER, municipalities


@pytest.fixture
def places(db) -> None:
    """Six municipalities without police of their own."""
    municipalities()


@pytest.fixture
def country(db, today) -> None:
    """The municipalities and the police that come with the installation."""
    found_all(IMPORTER, sweden(), today=today)
