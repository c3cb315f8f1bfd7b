"""A whole walk: from the frozen picture to the decision that everyone can read."""

import pytest

from handslag.domain.plans.models import Plan
from tests.make import plans as made
from tests.web.pages import opened, sent

PLANS = "/arbete/atgardsplan/"


@pytest.mark.django_db
def test_without_a_frozen_picture_it_is_said_what_comes_first(at_work):
    assert opened(at_work, f"{PLANS}ny/").says("Frys lägesbilden först.")


def test_a_plan_that_holds_the_level_is_made_and_decided(at_work, municipality):
    picture = made.picture(municipality)
    made.cause(made.problem(picture))
    made.freeze_picture(picture)
    typed = {"name": "Plan", "period_stated": "2026-2027", "aim": "hold", "fill": "on"}
    sent(at_work, f"{PLANS}ny/", **typed)
    plan = Plan.objects.get()
    here = f"{PLANS}{plan.public_id}/"
    assert opened(at_work, f"{here}besluta/").says("Problem som inte vilar på något")
    start = opened(at_work, "/arbete/")
    assert start.says("En länk saknas i kedjan Problem som inte vilar på något underlag: 1")
    assert "/arbete/kedjan/" in start.links
    reason = "Underlaget samlas in i höst."
    sent(at_work, f"{here}skal/", **{"skal-0": reason})
    facts = {"board": "Kommunstyrelsen", "decider": "Kommunstyrelsen"}
    sent(at_work, f"{here}besluta/", decided_on="2026-02-16", **facts)
    page = opened(at_work, "/lundby/atgardsplan/")
    assert page.says("Planen har en åtgärd mot ett problem.")
    assert page.says(reason)
