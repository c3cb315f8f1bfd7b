"""The addresses of results. A survey is there for those who listen alone."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Selection
from tests.make import surveys as make
from tests.make.surveys import SAFE
from tests.web.matrix.parts.fielding import HEARD
from tests.web.matrix.row import HIDDEN, WRITES, row

TYPED = row(HIDDEN, WRITES, HIDDEN, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)

ROWS = {
    "workspace:survey-results": HEARD,
    "workspace:survey-inhabitants": TYPED,
}

Words = Mapping[str, object]


def build(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A survey of a sample that nobody has answered yet."""
    drawn = Survey.objects.filter(home=municipality, selection=Selection.DRAWN).first()
    if drawn is None:
        drawn = make.survey(writer, municipality, (SAFE,), selection=Selection.DRAWN)
        make.stratum(drawn, 1, 1)
    return {"key": drawn.public_id}
