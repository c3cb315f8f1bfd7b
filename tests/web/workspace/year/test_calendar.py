"""The calendar: what is late first, then month by month, as few questions as may be."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from handslag.domain.promises import services as promises
from handslag.domain.year import services
from handslag.web.workspace.year.calendar import late_words
from tests import make
from tests.web.pages import opened

YEAR = "/arbete/aret/"


@pytest.fixture
def later(monkeypatch, now):
    """Ten days after the set for 2026 has ended."""
    then = now.replace(year=2027, month=1, day=10)
    monkeypatch.setattr(timezone, "now", lambda: then)
    return then


def test_with_nothing_to_keep_the_page_says_how_days_come(at_work):
    page = opened(at_work, YEAR)
    assert page.says("Vad ska vara gjort när i Lundby?")
    assert page.says("Ingen dag binder er än.")


def test_a_day_stands_under_its_month_with_what_binds(at_work, published):
    page = opened(at_work, YEAR)
    assert page.says("Inget är sent. Därnäst kommer 31 december 2026")
    assert page.says("December 2026 31 dec Medborgarlöfte 2026 tar slut")
    assert page.says("enligt ett löfte")
    assert f"/arbete/loften/{published.public_id}/" in page.links


def test_what_is_late_stands_first_and_says_how_late(
    published, later, signed_in, coordinator
):
    page = opened(signed_in(coordinator), YEAR)
    assert page.says("En sak är sen.")
    assert page.says("Skulle ha varit gjort 31 dec 2026 Medborgarlöfte 2026 tar slut")
    assert page.says("10 dagar för sent")


def test_one_chooses_by_what_binds(at_work, published, coordinator, municipality):
    services.take_usual(coordinator, municipality)
    assert opened(at_work, YEAR).says("Medborgardialoger")
    law = opened(at_work, f"{YEAR}lundby/?grund=law")
    assert not law.says("Medborgardialoger")
    assert not law.says("31 dec Medborgarlöfte 2026")
    promised = opened(at_work, f"{YEAR}lundby/?grund=promise")
    assert promised.says("31 dec Medborgarlöfte 2026")
    own = opened(at_work, f"{YEAR}lundby/?grund=own_rhythm")
    assert own.says("20 apr–31 maj Medborgardialoger")
    assert own.says("Inget är sent. Därnäst kommer 31 december 2026")


def test_the_police_see_the_days_that_both_keep(signed_in, liaison_officer, published):
    page = opened(signed_in(liaison_officer), YEAR)
    assert page.says("Vad ska vara gjort när i Lundby?")
    assert page.says("31 dec Medborgarlöfte 2026 tar slut")
    assert not page.says("Lägg till något")


def test_another_municipality_is_not_there(away, published):
    assert away.get(f"{YEAR}lundby/").status_code == 404
    assert not opened(away, YEAR).says("Medborgarlöfte 2026")


def test_the_list_costs_the_same_however_long_it_is(
    at_work, coordinator, municipality, police, now, django_assert_max_num_queries
):
    for year in range(2026, 2032):
        set_ = make.promise_set(coordinator, municipality, police, period=str(year))
        promises.add_promise(coordinator, set_, make.promise_draft(municipality))
        promises.ask_for_approval(coordinator, set_, now=now - timedelta(days=60))
    services.take_usual(coordinator, municipality)
    with django_assert_max_num_queries(22):
        page = opened(at_work, YEAR)
    assert page.says("Sex saker är sena.")


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (date(2026, 11, 22), ""),
        (date(2026, 11, 21), "en dag för sent"),
        (date(2026, 9, 23), "60 dagar för sent"),
        (date(2026, 9, 22), "mer än två månader för sent"),
        (date(2025, 11, 23), "mer än elva månader för sent"),
        (date(2025, 11, 22), "mer än ett år för sent"),
        (date(2023, 12, 31), "mer än två år för sent"),
    ],
)
def test_lateness_is_told_as_one_says_it(due_on, said):
    assert late_words(due_on, date(2026, 11, 22)) == said
