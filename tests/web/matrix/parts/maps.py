from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from tests.web.matrix.row import EVERYONE_READS

ROWS = {"workspace:style-map": EVERYONE_READS}


def build(
    _writer: Actor, _municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    return {"part": "rutor"}
