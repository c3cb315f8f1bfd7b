"""You said, we did, it became: what anyone can read of an occasion, and what not."""

from datetime import date

import pytest
from django.urls import reverse

from handslag.core.access import ANYONE
from handslag.domain.evidence.rules import Finding, Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.promises import services as promises
from handslag.domain.voices import queries, services
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.rules import Meant
from tests import make
from tests.make import voices
from tests.make.voices import NOW

pytestmark = pytest.mark.django_db
HERE = "/lundby/ni-sa/"
TOLD = Told(date(2026, 3, 1), "webbplatsen", "Lamporna byts i april.")


@pytest.fixture
def row(coordinator, municipality):
    """An occasion that everyone can read of."""
    voices.theme()
    words = {"said": "Det är för mörkt.", "became": "Det är ljust.", "people": 84}
    made = voices.heard(coordinator, municipality, how_to_read="Bara de som kom.", **words)
    return services.publish_occasion(coordinator, made, now=NOW)


def code(actor, of: Occasion, n: int, text: str = "Mörkt.") -> None:
    for _ in range(n):
        said = voices.voice(actor, of, text)
        services.code_voice(actor, said, themes=["LJUS"], place=None, revision=0, now=NOW)


def test_nothing_is_there_before_somebody_has_been_asked(words, municipality):
    assert "Ingen har blivit tillfrågad än." in words(HERE)
    assert "Nobody has been asked yet." in words(f"/en{HERE}")


def test_the_first_sentence_says_how_often_there_was_an_answer(
    words, coordinator, municipality, row
):
    assert "inte fått svar än" in words(HERE)
    for nr in range(3):
        another = voices.heard(coordinator, municipality, title=f"{nr}", said="Något.")
        services.publish_occasion(coordinator, another, now=NOW)
        services.tell(coordinator, another, TOLD, now=NOW)
    page = words(HERE)
    assert "Tre av fyra gånger ni sa något har ni fått svar." in page
    assert "Inget svar än" in page


def test_the_page_says_what_was_said_done_and_became_of_it(words, coordinator, row):
    services.tell(coordinator, row, TOLD, now=NOW)
    page = words(f"{HERE}{row.slug}/")
    for said in (
        "Det är för mörkt.",
        "84 deltog",
        "Lamporna byts i april.",
        "Det är ljust.",
        "Bara de som kom.",
        "Den 1 mars 2026 fick ni veta",
    ):
        assert said in page
    assert "You were told on 1 March 2026" in words(f"/en{HERE}{row.slug}/")


def test_only_quotes_are_read_by_others(words, coordinator, row):
    hidden = voices.voice(coordinator, row, "Grannen skriker.")
    shown = voices.voice(coordinator, row, "Tänd lampan.")
    services.quote(coordinator, shown, is_quote=True, now=NOW)
    page = words(f"{HERE}{row.slug}/")
    assert "Tänd lampan." in page
    assert hidden.text not in page


def test_what_fewer_than_five_spoke_of_is_not_counted(words, coordinator, row):
    code(coordinator, row, 4)
    page = words(f"{HERE}{row.slug}/")
    assert "Belysning" not in page
    code(coordinator, row, 1)
    assert "Belysning 5" in words(f"{HERE}{row.slug}/")


def test_the_answers_of_a_few_are_not_counted(words, coordinator, row):
    for nr in range(5):
        assert "Var det så ni menade?" not in words(f"{HERE}{row.slug}/")
        left = services.leave_address(row, f"a{nr}@example.se", language="sv", now=NOW)
        services.say_meant(ANYONE, queries.letter_token(left), Meant.PARTLY)
    assert "Delvis 5" in words(f"{HERE}{row.slug}/")


def test_what_was_taken_back_says_so_and_what_was_never_shown_does_not(
    words, coordinator, municipality, row
):
    never = voices.heard(coordinator, municipality, title="Aldrig", said="Hemligt.")
    assert "Hemligt." not in words(f"{HERE}{never.slug}/", 404)
    services.take_back_occasion(coordinator, row, now=NOW)
    page = words(f"{HERE}{row.slug}/", 410)
    assert "tog tillbaka den 2 mars 2026" in page
    assert "Det är för mörkt." not in page
    assert row.title not in words(HERE)
    services.publish_occasion(coordinator, row, now=NOW)
    assert "Det är för mörkt." in words(f"{HERE}{row.slug}/")


def test_a_reason_for_silence_stands_where_the_answer_would(words, coordinator, row):
    services.close_occasion(coordinator, row, why="Frågan är länsstyrelsens.", now=NOW)
    page = words(f"{HERE}{row.slug}/")
    assert "Inget svar gavs. Skälet: Frågan är länsstyrelsens." in page
    assert "Lämna en adress" not in page


def test_a_page_can_be_looked_at_before_it_is_public(
    words, coordinator, municipality, visitor
):
    row = voices.heard(coordinator, municipality, said="Det är för mörkt.")
    token = queries.preview_token(row)
    page = words(f"{HERE}forhand/{token}/")
    assert "Sidan är inte publik." in page
    assert "Det är för mörkt." in page
    assert visitor.get(f"{HERE}forhand/{token}/")["X-Robots-Tag"] == "noindex"
    assert "för mörkt" not in words(f"{HERE}forhand/{token[:-2]}xx/", 404)


def test_what_is_made_up_says_so_and_is_kept_from_search_engines(
    get, coordinator, municipality
):
    row = voices.heard(coordinator, municipality, said="Mörkt.", is_example=True)
    services.publish_occasion(coordinator, row, now=NOW)
    for address in (HERE, f"{HERE}{row.slug}/"):
        page = get(address)
        assert page["X-Robots-Tag"] == "noindex"
        assert "Ingen har sagt det här." in page.content.decode()


def test_a_promise_and_what_it_rests_on_lead_to_each_other(
    words, get, coordinator, municipality, police, approved, row
):
    finding = Finding(
        source="medborgardialog",
        statement="31 av 84 nämner belysningen.",
        visibility=Visibility.PUBLIC,
        n=84,
    )
    evidence = services.cite(coordinator, row, finding, now=NOW)
    set_ = make.promise_set(coordinator, municipality, police)
    draft = make.promise_draft(municipality, evidence=(evidence.pk,))
    promises.add_promise(coordinator, set_, draft)
    approved(set_=set_)
    page = get(f"{HERE}{row.slug}/").content.decode()
    assert 'href="/lundby/loften/2026/1/"' in page
    assert reverse("public:finding", args=[evidence.public_id]) in page
    promise = get("/lundby/loften/2026/1/").content.decode()
    assert f'href="{HERE}{row.slug}/"' in promise
    services.take_back_occasion(coordinator, row, now=NOW)
    assert row.slug not in get("/lundby/loften/2026/1/").content.decode()


def test_the_municipality_leads_to_it_when_there_is_something(words, coordinator, row):
    assert "Ni sa – vi gjorde – det blev så" in words("/lundby/")
    services.take_back_occasion(coordinator, row, now=NOW)
    assert "Ni sa" not in words("/lundby/")
