"""What one can take part in is gathered from all parts; each shows its own."""

from datetime import date, timedelta

import pytest
from django.http import HttpResponse

from handslag.domain.voices.rules import Way
from handslag.web.public import cached
from handslag.web.public.voices import taking_part
from handslag.web.public.voices.parts import Chance
from tests.make import voices

pytestmark = pytest.mark.django_db
HERE = "/lundby/delta/"


@pytest.fixture
def part(monkeypatch):
    """A part with something open now and something soon, and a page of each."""

    def chances(municipality: str, today: date):
        assert municipality == "lundby"
        yield Chance("/lundby/delta/b/", "Vandring", "15 mars", today + timedelta(13))
        yield Chance("/lundby/delta/a/", "Enkät", "till 9 mars", today)

    def page(request, municipality, slug):
        return HttpResponse(f"{request.method} {municipality} {slug}")

    monkeypatch.setattr(taking_part, "CHANCES", (chances,))
    monkeypatch.setattr(taking_part, "PAGES", {Way.DIALOGUE: page})


def test_nothing_to_take_part_in_is_said(words, municipality):
    assert "Inget är öppet just nu." in words(HERE)
    assert "Nothing is open just now." in words(f"/en{HERE}")


def test_what_is_open_comes_before_what_comes_soon(words, municipality, part):
    page = words(HERE)
    assert "Det finns ett sätt att göra sig hörd just nu." in page
    assert page.index("Enkät") < page.index("Snart") < page.index("Vandring")


def test_each_way_of_being_heard_is_shown_by_its_own_part(
    visitor, coordinator, municipality, part
):
    slug = voices.occasion(coordinator, municipality).slug
    walk = voices.occasion(coordinator, municipality, title="Runda", way=Way.WALK).slug
    assert visitor.get(f"{HERE}{slug}/").content.decode() == f"GET lundby {slug}"
    assert visitor.post(f"{HERE}{slug}/").content.decode() == f"POST lundby {slug}"
    assert visitor.get(f"{HERE}{walk}/").status_code == 404
    assert visitor.get(f"{HERE}finns-inte/").status_code == 404


def test_an_answer_from_a_foreign_page_reaches_no_part(
    visitor, coordinator, municipality, part
):
    slug = voices.occasion(coordinator, municipality).slug
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert visitor.post(f"{HERE}{slug}/", headers=foreign).status_code == 403


def test_what_is_made_up_says_so_and_is_kept_from_search_engines(
    get, municipality, monkeypatch
):
    made_up = Chance("/a/", "Enkät", "nu", date(2026, 3, 1), is_example=True)
    cached.clear()
    monkeypatch.setattr(taking_part, "CHANCES", (lambda _where, _today: [made_up],))
    page = get(HERE)
    assert page["X-Robots-Tag"] == "noindex"
    assert "Påhittat för demonstrationen" in page.content.decode()
