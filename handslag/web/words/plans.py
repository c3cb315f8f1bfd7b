"""Names and refusals of action plans, the chain and state grants, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.plans.rules.chain import Break
from handslag.domain.plans.rules.words import (
    Aim,
    Approach,
    CarriedOut,
    Direction,
    GrantState,
    Horizon,
    Measures,
    Reached,
    State,
    Status,
    Strategy,
)
from handslag.web.words.text import Text

STATES: Mapping[State, Text] = {
    State.DRAFT: _("Draft"),
    State.DECIDED: _("Decided plan"),
    State.REPLACED: _("Replaced by a later plan"),
}
AIMS: Mapping[Aim, Text] = {
    Aim.REACH: _("Reach a value by a day"),
    Aim.HOLD: _("Hold the level"),
}
MEASURES: Mapping[Measures, Text] = {
    Measures.EFFECT: _("the effect: what becomes of it"),
    Measures.OUTPUT: _("the work: what is done"),
}
DIRECTIONS: Mapping[Direction, Text] = {
    Direction.DOWN: _("Less is better"),
    Direction.UP: _("More is better"),
    Direction.HOLD: _("As now is good enough"),
}
APPROACHES: Mapping[Approach, Text] = {
    Approach.SITUATIONAL: _("Situational: changes the place or the occasion"),
    Approach.SOCIAL: _("Social: changes conditions and behaviour"),
}
APPROACH_NAMES: Mapping[Approach, Text] = {
    Approach.SITUATIONAL: _("situational"),
    Approach.SOCIAL: _("social"),
}
STRATEGIES: Mapping[Strategy, Text] = {
    Strategy.EFFORT: _("make the crime harder to commit"),
    Strategy.RISK: _("make it more likely to be seen"),
    Strategy.REWARD: _("make it pay less"),
    Strategy.PROVOCATION: _("provoke less"),
    Strategy.EXCUSES: _("take away excuses"),
}
HORIZONS: Mapping[Horizon, Text] = {
    Horizon.SHORT: _("the effect shows soon"),
    Horizon.LONG: _("the effect takes years"),
}
STATUSES: Mapping[Status, Text] = {
    Status.PLANNED: _("Not begun"),
    Status.UNDER_WAY: _("Under way"),
    Status.DONE: _("Carried through"),
    Status.STOPPED: _("Stopped"),
}
# The shape and colour that goes with the word: those of a verdict.
STATUS_MARKS: Mapping[Status, str] = {
    Status.PLANNED: "not_begun",
    Status.UNDER_WAY: "ongoing",
    Status.DONE: "kept",
    Status.STOPPED: "cancelled",
}
CARRIED_OUT: Mapping[CarriedOut, Text] = {
    CarriedOut.YES: _("Carried out as planned"),
    CarriedOut.PARTLY: _("Carried out in part"),
    CarriedOut.NO: _("Not carried out"),
    CarriedOut.UNKNOWN: _("Nobody knows yet"),
}
REACHED: Mapping[Reached, Text] = {
    Reached.YES: _("Reached"),
    Reached.PARTLY: _("Reached in part"),
    Reached.NO: _("Not reached"),
    Reached.UNKNOWN: _("Not measured"),
}
RESULT_MARKS: Mapping[str, str] = {
    "yes": "kept",
    "partly": "partly",
    "no": "not_kept",
    "unknown": "unknown",
}
GRANT_STATES: Mapping[GrantState, Text] = {
    GrantState.APPLIED: _("Applied for"),
    GrantState.GRANTED: _("Granted"),
    GrantState.REFUSED: _("Refused"),
    GrantState.ACCOUNTED: _("Accounted for"),
}
# What is missing, as a heading over those that lack it.
BREAKS: Mapping[Break, Text] = {
    Break.PROBLEM_WITHOUT_EVIDENCE: _("Problems that rest on no finding"),
    Break.CAUSE_WITHOUT_GOAL: _("Causes that lead to no goal"),
    Break.PROBLEM_WITHOUT_MEASURE: _("Problems without a measure"),
    Break.MEASURE_WITHOUT_CAUSE: _("Measures that answer no cause"),
    Break.PROMISE_WITHOUT_PROBLEM: _("Promises that answer no problem"),
    Break.PROMISE_WITHOUT_EFFECT: _("Promises whose effect is not measured"),
    Break.ACTIVITY_WITHOUT_OUTCOME: _(
        "Work that is over, and nobody has told what it gave"
    ),
    Break.VOICE_WITHOUT_FEEDBACK: _(
        "Residents who spoke and were not told what came of it"
    ),
}
MENDING: Mapping[Break, Text] = {
    Break.PROBLEM_WITHOUT_EVIDENCE: _("Cite a finding under the problem in the picture."),
    Break.CAUSE_WITHOUT_GOAL: _("Let a measure with a goal answer the cause."),
    Break.PROBLEM_WITHOUT_MEASURE: _("Write a goal and a measure for the problem."),
    Break.MEASURE_WITHOUT_CAUSE: _("Say which cause the measure answers."),
    Break.PROMISE_WITHOUT_PROBLEM: _("Choose the measure or the problem of the promise."),
    Break.PROMISE_WITHOUT_EFFECT: _(
        "Give the promise, or its measure, an effect to measure."
    ),
    Break.ACTIVITY_WITHOUT_OUTCOME: _("Tell in a follow-up what became of it."),
    Break.VOICE_WITHOUT_FEEDBACK: _("Tell those who spoke, and write down that you did."),
}
# The same about one thing, in public, before the reason.
LACKS: Mapping[Break, Text] = {
    Break.PROBLEM_WITHOUT_EVIDENCE: _("The problem rests on no finding."),
    Break.CAUSE_WITHOUT_GOAL: _("The cause leads to no goal."),
    Break.PROBLEM_WITHOUT_MEASURE: _("The problem has no measure."),
    Break.MEASURE_WITHOUT_CAUSE: _("The measure answers no cause."),
    Break.PROMISE_WITHOUT_PROBLEM: _("The promise answers no problem in the picture."),
    Break.PROMISE_WITHOUT_EFFECT: _("The effect of the promise is not measured."),
    Break.ACTIVITY_WITHOUT_OUTCOME: _("It is not told what the work gave."),
    Break.VOICE_WITHOUT_FEEDBACK: _("Those who spoke have not been told what came of it."),
}
REFUSALS: Mapping[str, Text] = {
    "plan.picture_not_frozen": _(
        "The plan must rest on a frozen picture. Freeze the picture first."
    ),
    "plan.picture_of_another": _("That picture belongs to another municipality."),
    "plan.no_goals": _("Write at least one goal."),
    "plan.no_measures": _("Write at least one measure."),
    "plan.goal_not_bounded": _(
        "Give each goal a value to reach by a day, or a level to hold. Missing for: "
        "%(goals)s."
    ),
    "plan.problem_not_in_picture": _(
        "Goals are about problems that the frozen picture gives priority. This one is not: "
        "%(problems)s."
    ),
    "plan.measure_without_owner": _(
        "Say who owns each measure. Missing for: %(measures)s."
    ),
    "plan.chain_broken": _(
        "The chain is broken in %(count)s places. Mend them, or write why they are missing."
    ),
    "plan.decided": _("The plan is decided and stays as it is. Begin the next one."),
    "plan.not_decided": _("The plan is not decided yet, so there is nothing to follow up."),
    "plan.stopped_needs_why": _("Say why the measure is stopped. Residents will read it."),
    "plan.decided_in_future": _("That day has not been yet."),
    "plan.decided_before_picture": _(
        "The decision cannot be older than the picture that the plan rests on."
    ),
    "plan.only_decided_has_successor": _("Only the plan that holds has a next one."),
    "plan.has_draft": _("There is already a draft of the next plan."),
    "plan.goal_of_another": _("That goal belongs to another plan."),
    "plan.indicator_was_read": _(
        "A follow-up has already read that indicator, so it cannot be taken out."
    ),
    "plan.followed_by_another": _(
        "That indicator is followed by another municipality. Choose one of those of the"
        " plan's own."
    ),
    "plan.measure_has_grant": _(
        "A grant pays for that measure, so it cannot be taken out."
    ),
    "plan.follow_up_begun": _("A follow-up is already begun. Finish that one first."),
    "plan.follow_up_published": _("This follow-up is published and stays as it is."),
    "plan.follow_up_says_nothing": _(
        "Say what became of at least one measure or goal first."
    ),
    "plan.follow_up_out_of_time": _(
        "The day of a follow-up lies between the decision and today."
    ),
    "plan.grant_step": _("That has already been answered or accounted for."),
    "plan.grant_answered": _("The application is answered and stays as it is."),
    "plan.grant_needs_amount_and_day": _(
        "Write how much was granted, and by which day it is to be accounted for."
    ),
    "plan.account_incomplete": _(
        "Say what the money was used for, what it gave, and whether it was as meant."
    ),
    "plan.used_more_than_granted": _("No more can be used than was granted."),
}
