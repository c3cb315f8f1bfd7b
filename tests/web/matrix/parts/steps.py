from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from tests.web.matrix.row import EVERYONE_READS, SET_READ, SET_WRITE

ROWS = {
    "workspace:steps": EVERYONE_READS,
    "workspace:steps-of": SET_READ,
    "workspace:mark-step": SET_WRITE,
}


def build(
    _writer: Actor, _municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    return {"sign": "method"}
