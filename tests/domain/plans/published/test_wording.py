import json

from handslag.core.access import system
from handslag.core.approvals.services import freeze
from handslag.core.approvals.verification import findings
from handslag.domain.plans.published.wording import read
from tests.make import plans as make_plans


def test_a_decision_from_before_indicators_were_followed_is_read_and_verified(
    coordinator, municipality
):
    plan = make_plans.decide(coordinator, make_plans.whole(coordinator, municipality))
    content = json.loads(make_plans.text(plan))
    for problem in content["problems"]:
        for goal in problem["goals"]:
            for indicator in goal["indicators"]:
                del indicator["followed"]
    older = freeze(
        system("test"), subject_kind="plan", subject_id=plan.public_id, content=content
    )
    (problem,) = read(json.loads(older.content)).problems
    assert problem.goals[0].indicators[0].followed == ""
    assert not list(findings())
