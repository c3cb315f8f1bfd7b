"""An address is left for one letter; the letter's link asks, and three buttons answer."""

import pytest

from handslag.domain.voices import queries, services
from handslag.domain.voices.models import LeftAddress
from tests.make import voices
from tests.make.voices import NOW

pytestmark = pytest.mark.django_db
HERE = "/lundby/ni-sa/"


@pytest.fixture
def row(coordinator, municipality):
    made = voices.heard(coordinator, municipality, said="Det är för mörkt.")
    return services.publish_occasion(coordinator, made, now=NOW)


@pytest.fixture
def send(visitor):
    """Fill in the form of a page, with its token, and send it."""

    def sent(address: str, **given: str):
        page = visitor.get(address)
        token = page.context["form"]["token"].value()
        return visitor.post(address, {"token": token, **given})

    return sent


def test_an_address_is_left_once_and_the_answer_does_not_tell(send, row):
    address = f"{HERE}{row.slug}/brev/"
    for _twice in range(2):
        page = send(address, email="Nagon@example.se").content.decode()
        assert "Ni får höra av oss" in page
    left = LeftAddress.objects.get()
    assert (left.email, left.language) == ("nagon@example.se", "sv")


def test_what_is_no_address_is_named_and_kept(send, row):
    page = send(f"{HERE}{row.slug}/brev/", email="nagon")
    assert page.status_code == 422
    assert "Skriv en e-postadress" in page.content.decode()
    assert 'value="nagon"' in page.content.decode()


def test_an_address_is_left_where_anyone_can_read_and_it_is_not_over(
    visitor, coordinator, municipality, row
):
    hidden = voices.heard(coordinator, municipality, title="Dolt")
    assert visitor.get(f"{HERE}{hidden.slug}/brev/").status_code == 404
    services.close_occasion(coordinator, row, why="Ingen kom.", now=NOW)
    assert visitor.get(f"{HERE}{row.slug}/brev/").status_code == 404


def test_a_form_of_somebody_elses_page_leaves_nothing(visitor, row):
    foreign = {"Sec-Fetch-Site": "cross-site"}
    answer = visitor.post(f"{HERE}{row.slug}/brev/", {"email": "a@b.se"}, headers=foreign)
    assert answer.status_code == 403
    assert not LeftAddress.objects.exists()


def test_opening_the_letters_link_answers_nothing_and_a_button_does(send, visitor, row):
    left = services.leave_address(row, "a@example.se", language="sv", now=NOW)
    address = f"{HERE}svar/{queries.letter_token(left)}/"
    assert "Var det så ni menade?" in visitor.get(address).content.decode()
    left.refresh_from_db()
    assert left.meant == ""
    for meant in ("no", "yes"):
        assert "Tack för ert svar" in send(address, meant=meant).content.decode()
    row.refresh_from_db()
    assert (row.meant_yes, row.meant_no) == (1, 0)


def test_a_link_that_is_too_old_says_so(visitor, row):
    left = services.leave_address(row, "a@example.se", language="sv", now=NOW)
    token = queries.letter_token(left)
    left.delete()
    assert visitor.get(f"{HERE}svar/{token}/").status_code == 410
    assert visitor.get(f"{HERE}svar/inget/").status_code == 410
