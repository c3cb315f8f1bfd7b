"""What each part of the field keeps to itself, planted with words, a file each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handslag.core.access import Actor
from tests.web.leaks.parts import (
    agreements,
    analysis,
    causes,
    connections,
    council,
    desk,
    dialogues,
    evidence,
    incidents,
    picture,
    plans,
    series,
    steps,
    surveys,
    voices,
    walks,
    weeks,
    year,
)
from tests.web.matrix.world import World


@dataclass(frozen=True, slots=True)
class Secrets:
    """`plant` puts a word in all that is not public; `open` says what is, and why.

    `open` names models ("council.Layer") whose words are public or codes.
    """

    plant: Callable[[Actor, World], None]
    open: Mapping[str, str] = field(default_factory=dict)


PARTS: tuple[Secrets, ...] = (
    Secrets(agreements.plant, agreements.OPEN),
    Secrets(analysis.plant),
    Secrets(evidence.plant),
    Secrets(incidents.plant, incidents.OPEN),
    Secrets(plans.plant, plans.OPEN),
    Secrets(causes.plant),
    Secrets(picture.plant),
    Secrets(series.plant, series.OPEN),
    Secrets(connections.plant),
    Secrets(steps.plant),
    Secrets(council.plant, council.OPEN),
    Secrets(desk.plant),
    Secrets(year.plant, year.OPEN),
    Secrets(weeks.plant),
    Secrets(walks.plant, walks.OPEN),
    Secrets(dialogues.plant, dialogues.OPEN),
    Secrets(voices.plant, voices.OPEN),
    Secrets(surveys.plant, surveys.OPEN),
)
