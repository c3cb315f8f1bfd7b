import pytest

from handslag.domain.organisations import services
from handslag.domain.organisations.models import (
    Organisation,
)

pytestmark = pytest.mark.django_db


def revision(organisation: Organisation) -> int:
    return Organisation.objects.get(pk=organisation.pk).public_revision


def test_publishing_raises_the_revision_of_each_organisation_once(municipality, police):
    services.bump_public(municipality, police, municipality)

    assert (revision(municipality), revision(police)) == (1, 1)
