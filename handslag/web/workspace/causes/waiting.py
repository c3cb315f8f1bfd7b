"""What waits for somebody about causes: prioritised problems without their analysis."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.picture.queries import causes as queries
from handslag.web.requests import WorkRequest
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """An analysis to begin or go on with, in each joint picture that one writes."""
    for problem in queries.unanalysed_for(request.actor):
        keys = [problem.picture.public_id, problem.public_id]
        begun = bool(vars(problem)["begun"])
        text = (
            _("Go on with the cause analysis: %(problem)s")
            if begun
            else _("Ask why it happens: %(problem)s")
        )
        yield Thing(
            reverse("workspace:causes", args=keys),
            text % {"problem": problem.title},
            hint=str(problem.picture.home),
        )
