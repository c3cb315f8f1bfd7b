"""Priority: scored by each party, agreed by both with a reason."""

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.refusals import NotAllowedError
from handslag.domain.picture import services
from handslag.domain.picture.rules.words import Priority
from tests.make import picture as pictures


@pytest.fixture
def problem(joint, coordinator, finding):
    return pictures.problem(coordinator, joint, finding)


def agree(actor, problem, *, reason="Det ökar.", revision=1):
    return services.agree_priority(
        actor, problem, Priority.PRIORITISED, reason=reason, revision=revision
    )


def test_one_scores_for_ones_own_party_only(
    problem, coordinator, liaison_officer, municipality, police, now
):
    with pytest.raises(ForbiddenError):
        services.score(coordinator, problem, party=police, value=4, now=now)
    services.score(coordinator, problem, party=municipality, value=4, now=now)
    services.score(coordinator, problem, party=municipality, value=2, now=now)
    assert [row.value for row in problem.scores.all()] == [2]


def test_they_agree_when_both_have_scored_and_say_why(
    problem, coordinator, liaison_officer, municipality, police, now
):
    services.score(coordinator, problem, party=municipality, value=4, now=now)
    with pytest.raises(NotAllowedError, match="not_scored_by_all"):
        agree(coordinator, problem)
    services.score(liaison_officer, problem, party=police, value=2, now=now)
    with pytest.raises(NotAllowedError, match="priority_without_reason"):
        agree(coordinator, problem, reason=" ")
    agreed = agree(coordinator, problem)
    assert (agreed.priority, agreed.priority_reason) == ("prioritised", "Det ökar.")


def test_a_problem_that_somebody_changed_is_read_again_before_it_is_agreed(
    problem, coordinator, municipality, liaison_officer, police, now
):
    services.score(coordinator, problem, party=municipality, value=4, now=now)
    services.score(liaison_officer, problem, party=police, value=2, now=now)
    services.save_problem(
        liaison_officer, problem, pictures.problem_draft(title="Nytt"), revision=1
    )
    with pytest.raises(NotAllowedError, match="problem_changed_meanwhile"):
        agree(coordinator, problem)


def test_an_own_picture_is_neither_scored_nor_prioritised(coordinator, municipality, now):
    own = pictures.own(coordinator, municipality, municipality)
    problem = pictures.problem(coordinator, own)
    with pytest.raises(NotAllowedError, match="does_not_score"):
        services.score(coordinator, problem, party=municipality, value=4, now=now)
    with pytest.raises(NotAllowedError, match="own_has_no_priority"):
        agree(coordinator, problem)


def test_a_small_municipality_that_writes_alone_agrees_with_itself(
    coordinator, municipality, finding
):
    alone = pictures.joint(coordinator, municipality)
    problem = pictures.problem(coordinator, alone, finding)
    assert agree(coordinator, problem).priority == Priority.PRIORITISED
