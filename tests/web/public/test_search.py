"""One search for all: municipalities and promises together."""

import pytest

from handslag.config.schedule import index_documents
from handslag.core.search import services as search
from handslag.domain.organisations.services.public import make_findable
from tests import make
from tests.make import agreements as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def degerfors():
    one = make.municipality("Degerfors kommun", "1862")
    make_findable([one])
    make.retold(one, "Tända lampor vid ån.", "Fler lampor i parken.")
    return one


def page(visitor, query: str) -> str:
    answer = visitor.get(f"/sok/{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_name_gives_the_municipality_and_its_promises(visitor, degerfors):
    shown = page(visitor, "?q=degerfros")
    assert '<a href="/degerfors/">Degerfors' in shown
    assert "Tända lampor vid ån." in shown
    assert "En kommun och två löften svarar." in shown


def test_a_word_gives_the_promises(visitor, degerfors):
    shown = page(visitor, "?q=lampor")
    assert "Inga kommuner" not in shown
    assert "två löften svarar" in shown.casefold()


def test_an_agreement_is_found_by_its_kind_its_place_and_a_word_in_it(
    visitor, coordinator, municipality, police
):
    made.settled(coordinator, municipality, police)
    link = 'href="/lundby/overenskommelse/2023-2026/"><bdi lang="sv">Samverkansöverens'
    for words in ("samverkansöverenskommelse+lundby", "trygghetsvandringar", "otrygghet"):
        assert link in page(visitor, f"?q={words}")
    assert "Ett dokument svarar." in page(visitor, "?q=trygghetsvandringar")
    (hit,) = search.find("lundby", kind="document")
    search.remove("document", hit.subject)
    assert index_documents(made.NOW) == 1
    assert search.find("lundby", kind="document")


def test_nothing_found_says_what_to_try(visitor, degerfors):
    shown = page(visitor, "?q=xyzzy")
    assert "Pröva en kommuns namn" in shown


def test_without_words_there_is_only_the_question(visitor, degerfors):
    shown = page(visitor, "")
    assert "Vad letar du efter?" in shown
    assert "svarar" not in shown


def test_more_than_fit_lead_on_to_the_bank(visitor, degerfors):
    make.retold(degerfors, *(f"Nya lampor nummer {n}." for n in range(12)), period="2025")
    assert 'href="/loftesbanken/?q=lampor">Visa alla 14 i Löftesbanken' in page(
        visitor, "?q=lampor"
    )
