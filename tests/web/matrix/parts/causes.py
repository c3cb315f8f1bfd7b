from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.services.causes import add_cause
from tests.make import causes as made
from tests.web.matrix.row import SET_READ, SET_WRITE, row

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
    "workspace:causes": SET_READ,
    "workspace:new-cause": SET_WRITE,
    "workspace:cause-words": SET_WRITE,
    "workspace:cause": SET_WRITE,
    "workspace:remove-cause": SET_WRITE,
    "workspace:move-cause": SENT,
    "workspace:finish-causes": SENT,
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A prioritised problem with a cause."""
    problem = made.prioritised(municipality, police)
    cause = add_cause(writer, problem, made.draft())
    return {
        "key": problem.picture.public_id,
        "problem": problem.public_id,
        "cause": cause.public_id,
    }
