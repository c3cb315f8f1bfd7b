from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture import services
from handslag.domain.picture.models import Picture
from handslag.domain.picture.queries import joint_of
from handslag.domain.picture.rules.drafts import SourceDraft
from handslag.domain.picture.rules.words import Part, Use
from tests import make
from tests.make import picture as made
from tests.web.matrix.row import (
    EVERYONE_READS,
    HIDDEN,
    REFUSED,
    SET_READ,
    SET_WRITE,
    WRITERS_ANYWHERE,
    WRITES,
    public,
    row,
)

SENT = row(
    "wrong way/refused",
    "wrong way/in",
    "wrong way/in",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)
ROWS = {
    "workspace:pictures": EVERYONE_READS,
    "workspace:new-picture": WRITERS_ANYWHERE,
    "workspace:picture": SET_READ,
    "workspace:picture-words": SET_WRITE,
    "workspace:new-passage": SET_WRITE,
    "workspace:passage": SET_WRITE,
    "workspace:remove-passage": SET_WRITE,
    "workspace:new-problem": SET_WRITE,
    "workspace:problem": SET_READ,
    "workspace:edit-problem": SET_WRITE,
    "workspace:problem-figures": row(
        "in/refused",
        "in/hidden",
        "in/hidden",
        "in/refused",
        "in/refused",
        HIDDEN,
        about_others=HIDDEN,
    ),
    "workspace:move-problem": SENT,
    "workspace:close-problem": SET_WRITE,
    "workspace:reopen-problem": SENT,
    "workspace:remove-problem": SET_WRITE,
    "workspace:new-source": SET_WRITE,
    "workspace:source": SET_WRITE,
    "workspace:scores": SET_WRITE,
    "workspace:priorities": row(
        "in/refused",
        "in/hidden",
        "in/hidden",
        "in/refused",
        "in/refused",
        HIDDEN,
        about_others=HIDDEN,
    ),
    "workspace:merge": SET_WRITE,
    "workspace:freeze": SET_WRITE,
    "workspace:picture-versions": SET_READ,
    "workspace:picture-version": SET_READ,
    "workspace:compare-pictures": SET_READ,
    "workspace:publish-picture": SENT,
    "workspace:take-back-picture": SET_WRITE,
    "public:picture": public(),
    "public:picture-version": public(),
    "public:compare-pictures": public(),
}
# What one side sees is not there for the other, until it is shared.
OWN_ROWS = {
    "workspace:share-picture": row(
        REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A joint picture with two versions, and one of everything in it."""
    picture = joint_of(municipality) or made.joint(writer, municipality, police)
    picture.problems.update(unsupported_why="Nytt för i år.")
    made.filled(writer, picture, make.evidence(municipality))
    note = services.add_source(writer, picture, SourceDraft(Use.USED, "Polisens enkät"))
    for _ in range(2):
        made.frozen(writer, picture)
    return {**_words(picture), "source": note.public_id}


def _words(picture: Picture) -> Mapping[str, object]:
    fresh = picture.problems.latest("pk")
    return {
        "key": picture.public_id,
        "problem": fresh.public_id,
        "passage": picture.passages.earliest("pk").public_id,
        "part": Part.EXTENT,
        "number": 1,
        "other": 2,
    }


def build_own(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """What the municipality sees, and has not shared."""
    return {"key": made.own(writer, municipality, municipality).public_id}
