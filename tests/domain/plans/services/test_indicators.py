import json

import pytest

from handslag.core.access import Role
from handslag.core.periods import parse
from handslag.core.refusals import NotAllowedError
from handslag.domain.plans import services
from handslag.domain.plans.models import Indicator
from handslag.domain.plans.rules.drafts import GoalDraft, IndicatorDraft
from handslag.domain.series.models import Indicator as Followed
from tests import make
from tests.make import plans as make_plans
from tests.make.followed import followed


@pytest.fixture
def walks(coordinator, municipality):
    return followed(coordinator, municipality)


@pytest.fixture
def tied(coordinator, municipality, walks):
    """A draft whose goal is read from what is followed."""
    plan = make_plans.whole(coordinator, municipality)
    Indicator.objects.update(followed=walks)
    return plan


def test_a_plan_is_read_from_what_its_own_municipality_follows(
    coordinator, municipality, walks
):
    other = make.municipality("Ängby kommun")
    theirs = followed(make.member(other, Role.COORDINATOR), other)
    plan = make_plans.whole(coordinator, municipality)
    goal = plan.goals.get()
    for wanted in (theirs.pk, -1):
        draft = IndicatorDraft("Vandringar", followed=wanted)
        with pytest.raises(NotAllowedError, match=r"plan\.followed_by_another"):
            services.save_goal(
                coordinator,
                goal,
                GoalDraft(goal.problem_id, goal.text, indicators=(draft,)),
                revision=1,
            )
    own = IndicatorDraft("Vandringar", followed=walks.pk)
    again = GoalDraft(goal.problem_id, goal.text, indicators=(own, own))
    services.save_goal(coordinator, goal, again, revision=1)
    assert [one.followed for one in goal.indicators.all()] == [walks, walks]


def test_the_decision_keeps_what_it_was_to_be_read_from(coordinator, tied, walks):
    decided = make_plans.decide(coordinator, tied)
    Followed.objects.update(name="Något annat")
    Indicator.objects.update(followed=None)
    (problem,) = json.loads(make_plans.text(decided))["problems"]
    (indicator,) = problem["goals"][0]["indicators"]
    assert indicator["followed"] == {
        "id": str(walks.public_id),
        "name": "Trygghetsvandringar",
    }
    (goal,) = make_plans.public("lundby").plan.problems[0].goals
    assert goal.indicators[0].followed == str(walks.public_id)


def test_the_next_plan_is_read_from_the_same(coordinator, municipality, tied, walks):
    decided = make_plans.decide(coordinator, tied)
    after = services.succeed(
        coordinator,
        decided,
        name="Åtgärdsplan 2028-2029",
        period=parse("2028-2029"),
        picture=make_plans.freeze_picture(make_plans.picture(municipality)),
        now=make_plans.NOW,
    )
    assert after.goals.get().indicators.get().followed == walks
