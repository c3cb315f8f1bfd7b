"""A decided plan is found by its words."""

import json

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.search import services as search
from handslag.domain.organisations.published import DOCUMENT
from handslag.domain.plans.models import Plan
from handslag.domain.plans.published.wording import read

CALLED = "åtgärdsplan plan"


def index_plan(plan: Plan) -> None:
    """Let it be found by its problems, goals and measures."""
    if plan.version is None:
        return
    wording = read(json.loads(plan.version.content))
    words = [
        CALLED,
        wording.home,
        wording.introduction,
        *(problem.title for problem in wording.problems),
        *(goal.text for problem in wording.problems for goal in problem.goals),
        *(f"{one.title} {one.text} {one.owner}" for one in wording.measures),
    ]
    search.index(DOCUMENT, _key(plan), title=wording.name, text=" ".join(words))


@transaction.atomic
def index_missing(actor: Actor) -> int:
    """Let what was published before there was this search be found. Run each night."""
    require_system(actor)
    there = search.known(DOCUMENT)
    rows = Plan.objects.filter(version__isnull=False).select_related("version")
    missing = [row for row in rows if _key(row) not in there]
    for row in missing:
        index_plan(row)
    return len(missing)


def _key(row: Plan) -> str:
    return f"plan-{row.public_id}"
