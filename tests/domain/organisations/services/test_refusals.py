import pytest

from handslag.domain.organisations import services
from handslag.domain.organisations.rules import NotAllowedError
from handslag.domain.organisations.services.refusals import SENTENCES

pytestmark = pytest.mark.django_db


def test_every_refusal_has_a_sentence():
    codes = [
        "address_taken",
        "already_appointed",
        "already_ended",
        "already_tied",
        "code_taken",
        "ends_before_it_begins",
        "kind_comes_with_the_installation",
        "kinds_cannot_be_tied",
        "name_missing",
        "no_outline",
        "no_position",
        "no_squares",
        "outline_elsewhere",
        "place_lies_elsewhere",
        "squares_too_large",
        "too_many_points",
    ]
    assert sorted(SENTENCES) == codes
    assert services.sentence(NotAllowedError("name_missing")) == "Skriv ett namn."
