"""The start page says which problems wait for their causes."""

from handslag.domain.picture.services.causes import finish_analysis
from tests.make import causes as made
from tests.web.pages import opened


def test_a_prioritised_problem_waits_for_its_analysis(at_work, coordinator, municipality):
    problem = made.prioritised(municipality, title="Cykelstölder")
    assert opened(at_work, "/arbete/").says("Ta reda på varför det händer: Cykelstölder")
    made.cause(coordinator, problem)
    page = opened(at_work, "/arbete/")
    assert page.says("Fortsätt med orsaksanalysen: Cykelstölder")
    finish_analysis(coordinator, problem)
    assert not opened(at_work, "/arbete/").says("Cykelstölder")


def test_nothing_waits_for_who_may_not_write(reading, municipality):
    made.prioritised(municipality, title="Cykelstölder")
    assert not opened(reading, "/arbete/").says("Cykelstölder")
