"""The addresses of dialogues, and what each of the cast is answered there.

Dialogues are the municipality's: its police see none of them in their own workspace.
"""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.organisations.models import Organisation
from tests.make import dialogues as make
from tests.make.photos import picture
from tests.web.matrix.row import (
    EVERYONE_READS,
    HIDDEN,
    HIDDEN_READ,
    READS,
    REFUSED,
    WRITES,
    public,
    row,
)

SEEN = row(READS, READS, HIDDEN_READ, READS, READS, HIDDEN_READ, about_others=HIDDEN_READ)
LED = row(REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
PLANNED = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, WRITES)

ROWS = {
    "workspace:dialogues": EVERYONE_READS,
    "workspace:new-dialogue": PLANNED,
    "workspace:dialogue": SEEN,
    "workspace:dialogue-words": LED,
    "workspace:invite-to-dialogue": LED,
    "workspace:cite-dialogue": LED,
    "workspace:new-dialogue-meeting": LED,
    "workspace:dialogue-meeting": LED,
    "workspace:call-off-dialogue-meeting": LED,
    "workspace:dialogue-notes": LED,
    "workspace:dialogue-held": LED,
    "workspace:dialogue-minutes": LED,
    "workspace:dialogue-minutes-file": SEEN,
    "workspace:release-dialogue": LED,
    "workspace:withdraw-dialogue": LED,
}
PUBLIC_ROWS = {
    "public:dialogue-calendar": public(HIDDEN_READ),
    "public:give-back-place": public(WRITES),
}

Words = Mapping[str, object]


def build(writer: Actor, home: Organisation, _police: Organisation) -> Words:
    """A dialogue with a meeting and its minutes."""
    found = Dialogue.objects.filter(occasion__home=home).first()
    found = found or make.dialogue(writer, home)
    if found.minutes is None:
        services.keep_minutes(writer, found, "protokoll.png", picture())
    return {
        "key": found.public_id,
        "meeting": found.meetings.all()[0].public_id,
        "slug": found.occasion.slug,
        "token": "inte-en-lank",
    }
