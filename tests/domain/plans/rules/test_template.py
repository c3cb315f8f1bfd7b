from handslag.domain.picture.rules.causes import CauseKind, Corner, Perspective
from handslag.domain.picture.rules.suggestions import Facts
from handslag.domain.plans.rules import template
from handslag.domain.plans.rules.measuring import Yardstick, is_bounded
from handslag.domain.plans.rules.template import Known, Sentences
from handslag.domain.plans.rules.words import Aim, Approach

WORDS = Sentences(
    reach="Mindre av: %(problem)s",
    hold="Inte mer av: %(problem)s",
    indicator="Händelser: %(problem)s",
    unit="händelser per år",
    level="Nivån i lägesbilden",
    why_down="Färre händelser är bättre.",
    without_cause="Åtgärd mot: %(problem)s",
    activities={"belysning": "belysning"},
)
DARK = Facts(1, Perspective.SITUATIONAL, CauseKind.SITUATIONAL, Corner.GUARDIAN)
IDLE = Facts(2, Perspective.OFFENDER, CauseKind.SOCIAL, Corner.OFFENDER)


def _measures(*causes):
    known = Known(7, "Skadegörelse", causes)
    return template.measures(known, WORDS, goal=3, owner=9, until=None)


def test_every_cause_of_the_problem_is_answered_by_few_measures():
    made = _measures(DARK, IDLE)
    assert {cause for one in made for cause in one.causes} == {1, 2}
    assert len(made) == 2
    assert {one.kind for one in made} == {Approach.SITUATIONAL, Approach.SOCIAL}
    assert all(one.goal == 3 and one.owner == 9 for one in made)


def test_a_problem_without_causes_gets_one_measure_that_answers_none():
    (made,) = _measures()
    assert (made.title, made.causes) == ("Åtgärd mot: Skadegörelse", ())


def test_to_hold_the_level_is_bounded_from_the_start_and_to_reach_wants_a_number():
    def bounded(aim):
        made = template.goal(Known(7, "Skadegörelse"), WORDS, aim=aim, by=None)
        rows = [Yardstick(one.baseline, one.baseline_stated) for one in made.indicators]
        return is_bounded(aim, rows)

    assert bounded(Aim.HOLD)
    assert not bounded(Aim.REACH)
