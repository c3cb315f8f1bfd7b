"""Every municipality can be found: by name, by place, by county."""

import pytest

from handslag.domain.organisations.models import Kind, PlaceKind
from handslag.domain.organisations.services.public import make_findable
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    for name, code in [("Örebro län", "18"), ("Uppsala län", "03")]:
        make.organisation(name, Kind.COUNTY, code)
    degerfors = make.municipality("Degerfors kommun", "1862")
    others = [
        make.municipality("Örebro kommun", "1880"),
        make.municipality("Östhammar kommun", "0382"),
    ]
    make.place(degerfors, "Svartå", PlaceKind.LOCALITY)
    make_findable([degerfors, *others])
    make.retold(degerfors)


def page(visitor, query: str = "") -> str:
    answer = visitor.get(f"/kommuner/{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_all_are_listed_by_county(visitor, places):
    shown = page(visitor)
    assert "1 av 3 kommuner har löften här." in shown
    assert "De är återgivna från offentliga källor." in shown
    order = ["Uppsala län</h2>", "Östhammar</a>", "Örebro län</h2>", "Degerfors</a>"]
    places_of = [shown.index(words) for words in order]
    assert places_of == sorted(places_of)


def test_one_county_can_be_chosen(visitor, places):
    shown = page(visitor, "?lan=18")
    assert "Vilka kommuner i Örebro län har gett löften?" in shown
    assert "Degerfors</a>" in shown
    assert "Östhammar</a>" not in shown


def test_a_county_that_is_not_there_leads_on(visitor, places):
    assert "Det finns inget sådant län." in page(visitor, "?lan=99")


@pytest.mark.parametrize(
    ("typed", "answers"),
    [("ostammar", "Östhammar"), ("DEGERFORS", "Degerfors"), ("svartå", "Degerfors")],
)
def test_a_municipality_is_found_by_its_name_or_a_place_in_it(
    visitor, places, typed, answers
):
    shown = page(visitor, f"?q={typed}")
    found = shown[shown.index('id="traffar"') : shown.index('id="karta"')]
    assert f">{answers} <span>" in found
    assert 'name="robots" content="noindex"' in shown


def test_words_that_nothing_answers_to_say_what_to_do(visitor, places):
    shown = page(visitor, "?q=xyzzy")
    assert "Ingen kommun svarar på det." in shown
    assert "Degerfors</a>" in shown


def test_what_is_typed_comes_back_safely(visitor, places):
    shown = page(visitor, "?q=%22%3E%3Cscript%3E")
    assert "<script>" not in shown.replace('<script src="', "")
    assert "&quot;&gt;&lt;script&gt;" in shown
