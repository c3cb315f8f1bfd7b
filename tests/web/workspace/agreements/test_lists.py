"""The list with its warnings, and the first agreement made with one press."""

import pytest

from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.words import Prolongation
from handslag.domain.organisations.rules import Kind, Tie
from tests import make
from tests.make import agreements as made
from tests.web.pages import opened, sent

LIST = "/arbete/overenskommelser/"


def test_the_first_one_is_made_with_one_press(at_work, municipality, police):
    """It begins at once: nothing holds yet that it would come after."""
    page = sent(at_work, f"{LIST}ny/")
    assert page.says("Utkastet är gjort. Läs igenom det och ändra.")
    row = Agreement.objects.get()
    assert str(row.starts) == "2026-01-01"
    assert page.says("Parterna kan få frågan om att godkänna den.")
    assert [one.organisation for one in row.parties.all()] == [municipality, police]


def test_a_period_that_cannot_be_read_keeps_what_was_typed(at_work, municipality, police):
    page = sent(at_work, f"{LIST}ny/", name="Vår", period_stated="några år")
    assert page.status == 422
    assert page.says("Skriv perioden så att vi kan läsa dagarna: 2027–2030.")
    assert page.form(having="name").fields["name"] == ["Vår"]


def test_a_landlord_may_be_party(at_work, municipality, police):
    landlord = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    make.relation(landlord, Tie.OWNED_BY, municipality)
    chosen = [str(one.public_id) for one in (municipality, police, landlord)]
    page = sent(at_work, f"{LIST}ny/", parties=chosen)
    assert page.says("Lundbybostäder")


def test_the_list_says_what_holds_and_warns(at_work, settled, coordinator, municipality):
    made.settled(
        coordinator,
        municipality,
        make.organisation("Föreningen"),
        period="2024-2025",
        prolongation=Prolongation.NONE,
    )
    page = opened(at_work, LIST)
    assert page.says("En överenskommelse gäller nu.")
    assert page.says("Den har löpt ut och inget har ersatt den.")
    assert page.says("Skulle ha följts upp senast 1 januari 2025.")


def test_others_see_nothing_of_it(away, settled):
    assert not opened(away, LIST).says(settled.name)


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_asks_few_questions(
    count, at_work, coordinator, municipality, police, django_assert_max_num_queries
):
    for year in range(count):
        made.agreement(coordinator, municipality, police, period=f"{2027 + year}")
    with django_assert_max_num_queries(8):
        at_work.get(LIST)


def test_an_annex_hangs_below_its_agreement(at_work, settled):
    page = sent(at_work, f"{LIST}ny/?till={settled.public_id}", name="Trafiken")
    assert page.says("Trafiken")
    annex = Agreement.objects.get(name="Trafiken")
    assert annex.parent == settled
    assert opened(at_work, f"{LIST}{settled.public_id}/").says("Operativa bilagor")
