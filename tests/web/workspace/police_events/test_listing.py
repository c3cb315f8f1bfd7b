import json
from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import system
from handslag.domain.police_events.services import take_in
from tests.domain.police_events.test_services import one

LIST = "/arbete/handelsenotiser/"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def told(*events, after=timedelta(0)):
    body = json.dumps(events).encode()
    take_in(system("test"), body, now=NOW + after, dry=False)


def said(browser, query=""):
    answer = browser.get(LIST + query)
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def test_before_anything_is_fetched_it_says_how_to_begin(at_work):
    assert "Inget hämtas från polisen." in said(at_work)


def test_each_event_leads_to_the_police_and_what_it_is_not_is_said(at_work):
    told(one(), one(2, kind="Sammanfattning natt"))
    page = said(at_work)
    assert "Polisen berättar om 1 händelse." in page
    assert "https://polisen.se/aktuellt/handelser/2026/mars/1/" in page
    for words in (
        "ingen statistik",
        "mitten av ett område",
        "Källa: Polisen",
        "räknas inte",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?typ=Stöld", {"Stöld"}),
        ("?manad=2026-03", {"Stöld", "Rån"}),
        ("?manad=2026-02", set()),
        ("?manad=2026-13&typ=", {"Stöld", "Rån"}),
        ("?manad=0000-01", {"Stöld", "Rån"}),
    ],
)
def test_they_are_narrowed_by_type_and_month(at_work, query, shown):
    told(one(), one(2, kind="Stöld"))
    page = said(at_work, query)
    assert {kind for kind in ("Stöld", "Rån") if f">{kind} <" in page} == shown


def test_that_the_police_changed_something_is_said(at_work):
    told(one())
    told(one(summary="Kortare."), after=timedelta(hours=1))
    assert "polisen har ändrat sin text, 2 mars 2026 kl. 11.00" in said(at_work)


def test_nobody_sees_those_of_another_municipality(away):
    told(one())
    assert "Ingen händelse finns här." in said(away)
