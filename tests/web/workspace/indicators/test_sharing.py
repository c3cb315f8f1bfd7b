"""A definition that is offered, and taken into use by another municipality."""

import pytest

from handslag.core.access import Role
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules import Direction, IndicatorDraft
from handslag.domain.series.services import make_indicator, offer_indicator
from tests import make

LIST = "/arbete/indikatorer/"


@pytest.fixture
def theirs(db) -> Indicator:
    """One of another municipality, not offered yet."""
    home = make.municipality("Norrby kommun")
    draft = IndicatorDraft(
        name="Vuxna ute",
        shows="Hur många kvällar vuxna har varit ute.",
        direction=Direction.UP,
        unit="kvällar",
        responsible="Samordnaren",
    )
    return make_indicator(make.member(home, Role.COORDINATOR), home, draft)


def test_what_is_offered_is_listed_and_taken_with_goals_of_ones_own(
    at_work, reading, municipality, theirs
):
    address = f"{LIST}{theirs.public_id}/ta-i-bruk/"
    assert at_work.get(address).status_code == 404
    offer_indicator(make.member(theirs.home, Role.COORDINATOR), theirs, offered=True)
    assert "Vuxna ute" in at_work.get(LIST).content.decode()
    assert reading.post(address, {"responsible": "x"}).status_code == 403
    assert at_work.post(address, {"responsible": ""}).status_code == 422
    at_work.post(address, {"responsible": "Trygghetssamordnaren"})
    ours = Indicator.objects.get(home=municipality)
    assert (ours.taken_from, ours.responsible) == (theirs, "Trygghetssamordnaren")
    assert ours.series_id != theirs.series_id
    assert at_work.get(address).status_code == 404


def test_offered_and_no_more_from_its_page(at_work, coordinator, municipality):
    draft = IndicatorDraft(
        name="Vandringar",
        shows="Hur många.",
        direction=Direction.UP,
        unit="vandringar",
        responsible="Samordnaren",
    )
    ours = make_indicator(coordinator, municipality, draft)
    address = f"{LIST}{ours.public_id}/"
    assert "Erbjud definitionen till andra" in at_work.get(address).content.decode()
    at_work.post(f"{address}dela/", {"offered": "yes"})
    assert "Sluta erbjuda definitionen" in at_work.get(address).content.decode()
    at_work.post(f"{address}dela/", {"offered": "no"})
    ours.refresh_from_db()
    assert not ours.is_offered
