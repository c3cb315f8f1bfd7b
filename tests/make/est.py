"""EST pictures, written and frozen."""

from handslag.core.access import Actor
from handslag.domain.weeks import services
from handslag.domain.weeks.models import EstPassage, EstPicture
from handslag.domain.weeks.rules.words import Heading
from tests.make.weeks import NOW


def write(actor: Actor, picture: EstPicture, heading: Heading, words: str) -> EstPassage:
    """The first words under a heading."""
    return services.write_passage(actor, picture, heading, words, revision=0, now=NOW)


def frozen(actor: Actor, picture: EstPicture, *, is_read: bool = False) -> EstPicture:
    return services.freeze_picture(
        actor, picture, revision=picture.revision, is_read=is_read, now=NOW
    )
