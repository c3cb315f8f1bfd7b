"""What anyone may see of dialogues that lie ahead."""

from handslag.domain.dialogues.published import coming_dialogues
from handslag.domain.dialogues.rules import Audience
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import Phase
from tests.make import dialogues as make
from tests.make.dialogues import NOW


def test_staff_are_not_asked_in_public_however_their_dialogue_was_opened(
    coordinator, municipality
):
    row = make.dialogue(coordinator, municipality, audience=Audience.STAFF)
    voices.step(coordinator, row.occasion, Phase.OPEN, now=NOW)
    assert not coming_dialogues("lundby", now=NOW)
    make.open_meeting(coordinator, municipality)
    assert len(coming_dialogues("lundby", now=NOW)) == 1
