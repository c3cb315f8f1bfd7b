"""A poster for each place: a tagged PDF whose code opens the form there."""

import page as validation
import pytest

from handslag.core.access import Role
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.web.ui.codes import square_code
from tests import make
from tests.make import incidents as made
from tests.web.pages import opened


@pytest.fixture
def at_work(db, signed_in):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    Place.objects.create(within=municipality, name="Torg #1 *nu*", kind=PlaceKind.SQUARE)
    return signed_in(make.member(municipality, Role.COORDINATOR))


def test_each_place_has_a_poster_that_holds_to_the_standard(at_work):
    page = opened(at_work, "/arbete/affischer/")
    assert page.says("Torg #1 *nu*")
    posters = [link for link in page.links if link.startswith("/arbete/affischer/")]
    assert len(posters) == 4  # two languages each of the municipality and the place
    for address in posters:
        answer = at_work.get(address)
        assert answer["Content-Type"] == "application/pdf"
        found = validation.validate_pdf_bytes(
            answer.content, profile=validation.ValidationProfile.PDF_UA_1
        )
        assert list(found.failures) == []


def test_the_code_is_drawn_of_the_address_and_nothing_else():
    one, other = (square_code(f"https://h.example/x/?plats={n}") for n in (1, 2))
    assert one != other
    assert one == square_code("https://h.example/x/?plats=1")
    assert one.startswith("<svg")
    assert "<path" in one
