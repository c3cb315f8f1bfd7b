from handslag.domain.plans.queries.chain import (
    broken,
    chain_of,
    reasons_of,
    silent_voices,
    voices_behind,
)
from handslag.domain.plans.queries.content import Content, content
from handslag.domain.plans.queries.grants import grant_measures, grants_of, grants_seen_by
from handslag.domain.plans.queries.law import PlanFacts, deadlines, facts_for_law
from handslag.domain.plans.queries.plans import (
    current_plans,
    follow_up_of,
    frozen_problems,
    goal_of,
    goals_of,
    listed,
    measure_of,
    measures_of,
    measures_to_promise,
    plan_of,
    plans_in_work,
    problems_in,
    visible_to,
    writer_ids,
)
from handslag.domain.plans.queries.readiness import Readiness, what_stops

__all__ = [
    "Content",
    "PlanFacts",
    "Readiness",
    "broken",
    "chain_of",
    "content",
    "current_plans",
    "deadlines",
    "facts_for_law",
    "follow_up_of",
    "frozen_problems",
    "goal_of",
    "goals_of",
    "grant_measures",
    "grants_of",
    "grants_seen_by",
    "listed",
    "measure_of",
    "measures_of",
    "measures_to_promise",
    "plan_of",
    "plans_in_work",
    "problems_in",
    "reasons_of",
    "silent_voices",
    "visible_to",
    "voices_behind",
    "what_stops",
    "writer_ids",
]
