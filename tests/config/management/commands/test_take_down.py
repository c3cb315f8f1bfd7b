"""`manage.py take_down ADDRESS`: for a municipality that is not here itself."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests import make

ADDRESS = "https://handslag.example/lundby/loften/2024/"


def run(*options: str) -> str:
    out = io.StringIO()
    call_command("take_down", *options, stdout=out)
    return out.getvalue().strip()


def test_a_summary_is_taken_down_and_shown_again(municipality, client):
    make.retold(municipality, period="2024")
    assert run(ADDRESS) == "Den är borttagen."
    assert client.get("/lundby/loften/2024/").status_code == 410
    assert run("/lundby/loften/2024/1/", "--put-back") == "Den visas igen."
    assert client.get("/lundby/loften/2024/").status_code == 200


@pytest.mark.parametrize("address", ["", "lundby", "/lundby/", "/lundby/loften/1999/"])
def test_an_address_without_promises_is_said(address, municipality):
    with pytest.raises(CommandError, match="Det finns inga löften på den adressen"):
        run(address)


def test_the_words_of_the_parties_are_not_taken_down(published):
    with pytest.raises(CommandError, match="ingen sammanfattning"):
        run("/lundby/loften/2026/")
