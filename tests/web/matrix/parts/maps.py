from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from tests.web.matrix.row import READS, row

ROWS = {"workspace:style-map": row(*[READS] * 6, about_others=READS)}


def build(
    _writer: Actor, _municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    return {"part": "rutor"}
