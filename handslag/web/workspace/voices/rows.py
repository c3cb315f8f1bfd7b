"""An occasion as a line of a list."""

from datetime import date

from django.urls import reverse

from handslag.domain.voices.queries import Standing
from handslag.web.answers import capital, joined
from handslag.web.workspace.voices import said
from handslag.web.workspace.waiting import Thing


def line_of(at: Standing, today: date) -> Thing:
    """What it was called, how it was held, and what waits."""
    waits = [*said.waits(at)]
    if since := said.owed_since(at, today):
        waits.append(since)
    return Thing(
        reverse("workspace:occasion", args=[at.occasion.public_id]),
        at.occasion.title,
        hint=said.hint(at),
        late=capital(joined(waits)),
    )
