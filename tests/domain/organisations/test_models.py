from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from handslag.core.access import Role
from handslag.domain.organisations.models import (
    Kind,
    Membership,
    Organisation,
    Place,
    PlaceKind,
    Relation,
    Slug,
    Tie,
)
from tests import make

pytestmark = pytest.mark.django_db


def test_the_database_itself_refuses_what_must_never_be(municipality, police, today):
    person = make.person()
    wrong: list[Membership | Relation | Slug | Place | Organisation] = [
        Relation(lower=police, upper=police, kind=Tie.SERVES),
        Relation(lower=police, upper=municipality, kind=Tie.SERVES),
        Relation(
            lower=police,
            upper=municipality,
            kind=Tie.SERVES,
            valid_from=today,
            valid_to=today - timedelta(days=1),
        ),
        Membership(
            person=person,
            organisation=municipality,
            role=Role.READER,
            since=today,
            until=today - timedelta(days=1),
        ),
        Membership(person=person, organisation=municipality, role="king", since=today),
        Slug(organisation=municipality, slug="annan", since=today),
        Slug(organisation=police, slug="lundby", since=today),
        Place(within=municipality, kind=PlaceKind.PARK, name="Parken", lon=15.0),
        Organisation(kind=Kind.MUNICIPALITY, name="", short_name=""),
        Organisation(
            kind=Kind.MUNICIPALITY, name="En", short_name="En", code=municipality.code
        ),
    ]
    for row in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()
