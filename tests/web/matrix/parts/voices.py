"""The addresses of occasions and voices, and what each of the cast is answered there.

How many spoke is for all who work there; the words are for those who listen.
"""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices.models import Occasion
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
}
PUBLIC_ROWS = {
    "public:take-part": public(),
    "public:take-part-in": public(HIDDEN),
}

Words = Mapping[str, object]


def build(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """An occasion with one voice."""
    row = Occasion.objects.filter(home=municipality).first()
    row = row or make.heard(writer, municipality, said="Det är mörkt.")
    voice = row.voices.first() or make.voice(writer, row)
    return {"key": row.public_id, "voice": voice.public_id, "slug": row.slug}
