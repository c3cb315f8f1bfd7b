"""A reporter of a housing company, in a municipality that receives reports."""

from collections.abc import Callable

import pytest
from django.test import Client

from handslag.core.access import Actor, Role
from handslag.domain.incidents.services.training import pass_training
from handslag.domain.organisations.models import Kind, Organisation, Tie
from tests import make
from tests.make import incidents as made


@pytest.fixture
def housing(municipality) -> Organisation:
    made.desk(municipality)
    company = make.organisation("Lundbyhem", Kind.HOUSING_COMPANY)
    make.relation(company, Tie.OWNED_BY, municipality)
    return company


@pytest.fixture
def reporter(housing, now) -> Actor:
    """Someone who has read the ten things."""
    actor = make.member(housing, Role.REPORTER)
    pass_training(actor, now=now)
    return actor


@pytest.fixture
def outdoors(signed_in: Callable[[Actor], Client], reporter: Actor) -> Client:
    """The reporter's browser."""
    return signed_in(reporter)
