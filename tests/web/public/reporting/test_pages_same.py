"""Saying the same as several others: only what many have said, and nothing of anyone."""

from datetime import timedelta

import pytest

from handslag.domain.incidents.models import Incident, MeToo
from handslag.domain.incidents.rules import Inside, Known, Occurrence, Where
from handslag.domain.organisations.models import Place, PlaceKind
from tests import make
from tests.make import incidents as made
from tests.web.leaks.reported import FRESH
from tests.web.pages import opened
from tests.web.public.reporting.test_walk import NEW, press


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def square(lundby):
    return Place.objects.create(
        within=lundby, name="Stora torget", kind=PlaceKind.SQUARE, lon=14.437, lat=59.236
    )


def reported(lundby, place, days, inside=Inside.OUTDOORS, category="graffiti"):
    """Reports at a place, so many days before now."""
    where = Where(place=place.public_id, inside=inside, words="bakom kiosken")
    for day in days:
        at = made.NOW - timedelta(days=day)
        made.incident(
            lundby,
            category,
            where=where,
            text="Hemliga ord.",
            when=Occurrence(Known.EXACT, starts=at),
            now=at,
        )


def asked(visitor, place):
    return press(visitor, opened(visitor, NEW), place=str(place.public_id))


ENOUGH = (25, 26, 27, 28, 29)  # days of October, seen from late in November


def test_what_several_reported_is_agreed_with_once(lundby, square, visitor, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.NOW)
    reported(lundby, square, ENOUGH)
    page = asked(visitor, square)
    assert page.says("Är det något av det här?")
    assert page.says("Skadegörelse, Stora torget oktober 2026")
    for secret in ("Hemliga", "kiosken", "Klotter", "5 "):
        assert secret not in page.words.split("Är det något av det här?")[2]
    said = f"same:{square.public_id}/damage/2026-10"
    for _ in range(2):
        thanks = press(visitor, page, said)
    assert thanks.says("Tack. Ni är räknade.")
    assert MeToo.objects.count() == 1
    assert sorted(Incident.objects.values_list("me_too", flat=True)) == [0, 0, 0, 0, 1]
    assert press(visitor, thanks).says("Vad handlar det om?")


def test_trying_teaches_nothing_of_what_few_have_reported(
    lundby, square, visitor, monkeypatch
):
    """Every place is tried before and after reports that are too few, too late, indoors,
    about people or kept by an organisation: the answers are the same."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.NOW)
    said = f"same:{square.public_id}/damage/2026-10"

    def answers():
        tried = [asked(visitor, square), press(visitor, opened(visitor, NEW), said)]
        return [fresh(one.answer.content) for one in tried]

    before = answers()
    reported(lundby, square, ENOUGH[:4])
    assert answers() == before
    reported(lundby, square, (1, 2, 3, 4, 5, 6))
    reported(lundby, square, ENOUGH, inside=Inside.INDOORS)
    reported(lundby, square, ENOUGH, category="outdoors")
    assert answers() == before
    assert not MeToo.objects.exists()
    reported(lundby, square, ENOUGH[:1])  # the fifth: now it shows, so the test can fail
    assert answers() != before


def fresh(body: bytes) -> bytes:
    for pattern in FRESH:
        body = pattern.sub(b"", body)
    return body
