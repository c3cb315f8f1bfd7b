"""The addresses of occasions and voices, and what each of the cast is answered there.

How many spoke is for all who work there; the words are for those who listen.
"""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices import services
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.queries import preview_token
from handslag.domain.voices.rules import VoiceState
from tests.make import voices as make
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

REFUSED_READ = "refused/wrong way"
# Occasions are the municipality's: its police see none of it in their own workspace.
SEEN = row(READS, READS, HIDDEN_READ, READS, READS, HIDDEN_READ, about_others=HIDDEN_READ)
HEARD = row(
    REFUSED_READ,
    READS,
    HIDDEN_READ,
    REFUSED_READ,
    REFUSED_READ,
    HIDDEN_READ,
    about_others=HIDDEN_READ,
)
LISTENED = row(REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
SENT = row(
    "wrong way/refused",
    "wrong way/in",
    "wrong way/hidden",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)

ROWS = {
    "workspace:occasions": EVERYONE_READS,
    "workspace:occasion": SEEN,
    "workspace:voices-of": HEARD,
    "workspace:code-next": HEARD,
    "workspace:code-voice": LISTENED,
    "workspace:quote-voice": SENT,
    "workspace:new-occasion": row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, WRITES),
    "workspace:edit-occasion": LISTENED,
    "workspace:hear-voices": LISTENED,
    "workspace:cite-occasion": LISTENED,
    "workspace:tie-findings": LISTENED,
    "workspace:places-of": LISTENED,
    "workspace:held-voices": HEARD,
    "workspace:tell-occasion": LISTENED,
    "workspace:publish-occasion": LISTENED,
    "workspace:take-back-occasion": LISTENED,
    "workspace:close-occasion": LISTENED,
    "workspace:step-occasion": SENT,
}
HELD_ROWS = {"workspace:decide-voice": LISTENED}
PUBLIC_ROWS = {
    "public:take-part": public(),
    "public:take-part-in": public(HIDDEN),
    "public:you-said": public(),
    "public:what-you-said": public(),
    "public:leave-address": public(WRITES),
    "public:meant": public("in/in"),
    "public:preview-said": public(),
}

Words = Mapping[str, object]


def build(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A public occasion with one voice that can be read."""
    row = Occasion.objects.filter(home=municipality, slug__startswith="samtal").first()
    row = row or make.heard(writer, municipality, said="Det är mörkt.")
    services.publish_occasion(writer, row, now=make.NOW)
    voice = row.voices.filter(state=VoiceState.OPEN).first() or make.voice(writer, row)
    return {
        "key": row.public_id,
        "voice": voice.public_id,
        "slug": row.slug,
        "token": preview_token(row),
    }


def build_held(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """The same, with words that wait for a decision."""
    words = build(writer, municipality, police)
    row = Occasion.objects.get(public_id=str(words["key"]))
    held = make.voice(writer, row, "Anna Svensson stör.")
    return {**words, "voice": held.public_id}
