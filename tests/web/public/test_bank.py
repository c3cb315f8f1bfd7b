"""Löftesbanken: found, chosen, counted and read without a script."""

import pytest

from handslag.core.access import system
from handslag.domain.organisations.models import Kind
from handslag.domain.promises.models import ActivityType
from handslag.domain.promises.rules.words import Verdict
from handslag.domain.promises.services import publishing
from handslag.domain.vocabulary.models import Kind as TermKind
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def country():
    make.organisation("Örebro län", Kind.COUNTY, "18")
    make.term(TermKind.FOCUS, "TRAFIK", "trafik", "traffic")
    make.term(TermKind.FOCUS, "UNGA", "unga", "young people")
    make.term(TermKind.ACTIVITY, "kontroll", "kontroll", "control")
    degerfors = make.municipality("Degerfors kommun", "1862", population=9_000)
    lund = make.municipality("Lund kommun", "1281", population=130_000)
    make.retold(
        degerfors,
        "Fler kontroller av mopeder.",
        "Bilar som kör för fort stoppas.",
        period="2024",
        focus="TRAFIK",
        outcomes={0: Verdict.KEPT},
    )
    make.retold(lund, "Ungdomar får någonstans att vara.", period="2020", focus="UNGA")


@pytest.fixture
def read(visitor):
    def page(query: str = "", front: str = "") -> str:
        answer = visitor.get(f"{front}/loftesbanken/{query}")
        assert answer.status_code == 200
        return str(answer.content.decode())

    return page


def test_all_promises_are_there_with_what_became_of_them(read, country):
    page = read()
    assert "Tre löften från hela Sverige. <strong>Ett är hållet</strong>." in page
    assert "Om två säger underlaget inget." in page
    assert '<a href="/degerfors/loften/2024/1/">Fler kontroller av mopeder.</a>' in page
    assert page.index("mopeder") < page.index("Ungdomar")
    assert "Sammanfattning, hämtad 20 januari 2026" in page


def test_the_filters_say_how_many_each_choice_would_leave(read, country):
    page = read("?fokus=TRAFIK")
    assert "Två löften svarar på det." in page
    assert '<option value="TRAFIK" selected>Trafik (2)</option>' in page
    assert '<option value="UNGA">Unga (1)</option>' in page
    assert '<option value="18">Örebro län (2)</option>' in page
    assert "Färre än 10 000 invånare (2)".replace(" 000", " 000") in page.replace(
        "\u00a0", " "
    ).replace("\u202f", " ")
    assert 'href="?"' in page


def test_a_choice_is_taken_away_without_the_others(read, country):
    page = read("?fokus=TRAFIK&utfall=kept&q=moped")
    assert 'href="?q=moped&amp;utfall=kept"' in page
    assert 'href="?q=moped&amp;fokus=TRAFIK"' in page
    assert 'href="?fokus=TRAFIK&amp;utfall=kept"' in page


def test_misspelt_words_are_found(read, country):
    assert "Fler kontroller av mopeder." in read("?q=mopedr")
    assert "Ungdomar får någonstans att vara." in read("?q=UNGDOMRA")


def test_an_empty_answer_says_what_to_do(read, country):
    page = read("?q=xyzzy&fokus=UNGA")
    assert "Inget löfte svarar på allt det." in page
    assert '<a class="btn second" href="/loftesbanken/">Visa alla löften</a>' in page
    assert 'value="xyzzy"' in page


def test_a_page_that_is_not_there_leads_back(read, country):
    assert "Listan är kortare." in read("?sida=9")
    assert "Listan är kortare." not in read("?sida=%C3%A5")


def test_the_pages_keep_what_was_asked(read, municipality):
    make.retold(municipality, *(f"Löfte {n}." for n in range(45)))
    page = read("?utfall=unknown&sida=2")
    assert 'rel="prev" href="?utfall=unknown&amp;sida=1"' in page
    assert 'rel="next" href="?utfall=unknown&amp;sida=3"' in page
    assert "Sida 2 av 3" in page


def test_the_kind_of_activity_is_a_filter(read, country, municipality, now):
    set_ = make.retold(municipality, "Vi kontrollerar cyklar.", period="2023")
    ActivityType.objects.create(promise=set_.promises.get(), code="kontroll")
    publishing.publish(system("import"), set_, make.frozen(set_), now=now)
    page = read("?aktivitet=kontroll")
    assert "Ett löfte svarar på det." in page
    assert "Vi kontrollerar cyklar." in page


def test_a_summary_is_kept_from_search_engines(read, country):
    assert '<meta name="robots" content="noindex">' in read()


def test_the_parties_own_words_are_not(read, published):
    assert "noindex" not in read()
    assert '<meta name="robots" content="noindex">' in read("?q=vandring")


def test_the_file_has_the_same_choice(read, country):
    page = read("?fokus=TRAFIK&utfall=kept&q=moped")
    assert "/api/v1/promises.csv?q=moped&amp;focus=TRAFIK&amp;verdict=kept" in page


def test_in_english_the_promises_stay_swedish_and_are_marked_so(read, country):
    page = read(front="/en")
    assert "Three promises from all over Sweden." in page
    assert '<h3 lang="sv"><a href="/en/degerfors/loften/2024/1/">Fler kontroller' in page
    assert "Traffic (2)" in page


@pytest.mark.parametrize(
    "query",
    [
        "?q=%00",
        "?q=%27%22%29%3B--",
        "?q=" + "a" * 5000,
        "?fokus=" + "%C3%A5" * 500,
        "?sida=99999999999999999999",
        "?sida=-1",
        "?utfall=kept&utfall=unknown",
        "?lan=%F0%9F%92%A9",
        "?q=AND+OR+NOT+NEAR(",
        "?q=%FF",
    ],
)
def test_whatever_is_typed_gives_a_page(read, country, query):
    read(query)


@pytest.mark.parametrize("query", ["", "?utfall=unknown&fokus=TRAFIK", "?q=mopedr&lan=18"])
def test_a_page_costs_at_most_eight_queries(
    read, country, query, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        read(query)
