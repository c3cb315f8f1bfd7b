"""A plan's indicators beside what is followed: chosen, filled in, decided, read."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.domain.plans import services
from handslag.domain.plans.models import Indicator
from handslag.domain.plans.rules.words import Direction
from handslag.domain.series.figures import followed as figures_of
from handslag.domain.series.rules import Direction as Way
from handslag.domain.series.rules import Origin, State
from handslag.domain.series.services import show_indicator
from handslag.web.workspace.plans.followed import known_by, suggested, told_of
from tests.make import plans as made
from tests.make.followed import followed
from tests.web.pages import opened, sent

PLANS, FIRST = "/arbete/atgardsplan/", "matt-0-"


@pytest.fixture
def walks(coordinator, municipality):
    return followed(coordinator, municipality, (State.MISSING, 3, 5))


@pytest.fixture
def plan(coordinator, municipality):
    return made.whole(coordinator, municipality)


def goal_page(plan) -> str:
    return f"{PLANS}{plan.public_id}/mal/{plan.goals.get().public_id}/"


def new_goal(browser, plan, **typed):
    fields = {f"{FIRST}{name}": value for name, value in typed.items()}
    return sent(browser, f"{PLANS}{plan.public_id}/mal/nytt/", text="Fler ser", **fields)


def test_what_is_left_empty_is_taken_from_where_it_is_followed(at_work, plan, walks):
    new_goal(at_work, plan, followed=str(walks.public_id))
    row = Indicator.objects.get(followed=walks)
    assert (row.name, row.unit) == ("Trygghetsvandringar", "vandringar")
    assert (row.baseline, row.target, row.by) == (
        Decimal("2.5"),
        Decimal(6),
        date(2027, 12, 31),
    )
    assert (row.direction, row.direction_why) == (Direction.UP, "Fler platser blir sedda.")


def test_what_was_typed_stays_as_typed(at_work, plan, walks):
    typed = {"name": "Egna ord", "unit": "st", "baseline_stated": "få", "target": "3"}
    new_goal(at_work, plan, followed=str(walks.public_id), direction="hold", **typed)
    row = Indicator.objects.get(followed=walks)
    assert (row.name, row.unit, row.baseline_stated) == ("Egna ord", "st", "få")
    assert (row.baseline, row.target, row.by) == (None, Decimal(3), None)
    assert (row.direction, row.direction_why) == (Direction.HOLD, "")


def test_where_it_depends_a_person_says_which_way_is_good(
    at_work, coordinator, municipality, plan
):
    depends = followed(
        coordinator,
        municipality,
        direction=Way.DEPENDS,
        direction_why="Fler kan våga anmäla.",
    )
    page = new_goal(at_work, plan, followed=str(depends.public_id), target="7")
    assert page.status == 422
    assert page.says("Ange åt vilket håll som är bra här")
    kept = page.form(having="text").fields
    assert (kept["text"], kept[f"{FIRST}target"]) == (["Fler ser"], ["7"])
    assert kept[f"{FIRST}followed"] == [str(depends.public_id)]
    assert not Indicator.objects.filter(followed=depends).exists()


def test_without_indicators_there_is_nothing_to_choose(at_work, plan):
    assert f"{FIRST}followed" not in opened(at_work, goal_page(plan)).form().names


@pytest.mark.parametrize(
    ("values", "day", "words", "number"),
    [
        ((3, 5), date(2025, 1, 1), "2024: 5 vandringar, preliminärt. 2023: 3.", 5),
        ((3, 5), date(2024, 12, 30), "2023: 3 vandringar.", 3),
        ((3, State.SECRET), date(2025, 1, 1), "2024: sekretess: källan får inte", None),
        ((3, State.SUPPRESSED), date(2025, 1, 1), "2024: undertryckt: för få", None),
        ((3,), date(2023, 5, 1), "där ingen period hade tagit slut 1 maj 2023", None),
    ],
)
def test_a_follow_up_is_told_what_was_known_that_day(
    coordinator, municipality, values, day, words, number
):
    told = figures_of(followed(coordinator, municipality, values))
    assert words in known_by(told, day)
    assert suggested(told, day) == number


def test_the_number_stands_in_the_field_until_somebody_has_saved(
    at_work, coordinator, plan, walks
):
    Indicator.objects.update(followed=walks)
    decided = made.decide(coordinator, plan)
    begun = services.begin_follow_up(coordinator, decided, on=made.NOW.date(), now=made.NOW)
    here = f"{PLANS}{plan.public_id}/uppfoljning/{begun.public_id}/"
    page = opened(at_work, here)
    assert page.says(
        "Följs i ”Trygghetsvandringar”. 2025: 5 vandringar, preliminärt. 2024: 3."
    )
    assert page.form(having="summary").fields["mal-1-matt-0"] == ["5"]
    sent(at_work, here, summary="Inte mätt.", **{"mal-1-matt-0": ""})
    page = opened(at_work, here)
    assert page.form(having="summary").fields["mal-1-matt-0"] == [""]


def test_few_reports_are_no_more_told_here_than_anywhere(coordinator, municipality, plan):
    few = followed(coordinator, municipality, (8, 3))
    few.origin = Origin.INCIDENTS
    few.save()
    Indicator.objects.update(followed=few)
    told = told_of(plan, Indicator.objects.all())[few.pk]
    assert [suggested(told, date(year, 6, 1)) for year in (2024, 2025)] == [10, None]
    assert "undertryckt" in known_by(told, date(2025, 6, 1))


def test_the_page_leads_there_and_back_for_those_who_may(
    at_work, coordinator, signed_in, liaison_officer, plan, walks
):
    Indicator.objects.update(followed=walks)
    there, back = (
        f"/arbete/indikatorer/{walks.public_id}/",
        f"{PLANS}{plan.public_id}/",
    )
    assert there in opened(at_work, back).links
    page = opened(at_work, there)
    assert page.says("Används i")
    assert back in page.links
    assert not opened(signed_in(liaison_officer), there).says("Används i")


def test_everyone_is_led_to_what_everyone_may_read(client, coordinator, plan, walks):
    Indicator.objects.update(followed=walks)
    made.decide(coordinator, plan)
    there = f"/lundby/indikatorer/{walks.public_id}/"
    assert there not in opened(client, "/lundby/atgardsplan/").links
    show_indicator(coordinator, walks, public=True)
    assert there in opened(client, "/lundby/atgardsplan/").links


def test_more_that_is_followed_asks_no_more_questions(
    at_work, coordinator, municipality, plan, walks, django_assert_num_queries
):
    goal = plan.goals.get()
    Indicator.objects.update(followed=walks)
    here = f"{PLANS}{plan.public_id}/"
    opened(at_work, here)
    with CaptureQueriesContext(connection) as before:
        opened(at_work, here)
    other = followed(coordinator, municipality, name="Annat")
    for _ in range(3):
        Indicator.objects.create(goal=goal, followed=other, name="Annat")
    with django_assert_num_queries(len(before)):
        opened(at_work, here)
