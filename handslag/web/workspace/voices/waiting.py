"""What waits for somebody who listens: answers that are owed, words, voices to code."""

from collections.abc import Iterator

from django.urls import reverse

from handslag.core.access import Act
from handslag.domain.voices import queries
from handslag.web.answers import capital, joined
from handslag.web.requests import WorkRequest
from handslag.web.workspace.voices import said
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """One line for each occasion where something waits. One query."""
    if not request.actor.where(Act.LISTEN):
        return
    for one in queries.unfinished(request.actor):
        yield Thing(
            reverse("workspace:occasion", args=[one.occasion.public_id]),
            one.occasion.title,
            hint=capital(joined(said.waits(one))),
            late=said.owed_since(one, request.today),
            urgent=one.is_owed or bool(one.held),
        )
