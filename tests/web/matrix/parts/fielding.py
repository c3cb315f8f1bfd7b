"""The addresses of fieldwork. A survey is there for those who listen alone."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Selection
from tests.make import surveys as make
from tests.make.surveys import SAFE
from tests.web.matrix.row import HIDDEN, HIDDEN_READ, READS, WRITES, row

HEARD = row(
    HIDDEN_READ,
    READS,
    HIDDEN_READ,
    HIDDEN_READ,
    HIDDEN_READ,
    HIDDEN_READ,
    about_others=HIDDEN_READ,
)
SENT = row(
    "wrong way/hidden",
    "wrong way/in",
    *["wrong way/hidden"] * 4,
    about_others="wrong way/hidden",
)
WRITTEN = row(HIDDEN, WRITES, *[HIDDEN] * 4, about_others=HIDDEN)

ROWS = {
    "workspace:survey-sample": HEARD,
    "workspace:survey-drawn-lines": HEARD,
    "workspace:survey-paper": HEARD,
    "workspace:paper-form": HEARD,
    "workspace:survey-type-in": WRITTEN,
    "workspace:survey-fielding": HEARD,
    "workspace:survey-letters": HEARD,
    "workspace:survey-letter-plan": SENT,
    "workspace:make-survey-letters": SENT,
    "workspace:send-survey-letters": SENT,
    "workspace:survey-returned": SENT,
    "workspace:survey-new-code": SENT,
    "workspace:survey-lost-answers": SENT,
    "workspace:survey-strata": SENT,
    "workspace:survey-draw": SENT,
    "workspace:survey-draw-on-paper": SENT,
    "workspace:survey-undo-draw": SENT,
}

Words = Mapping[str, object]


def build(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A survey of a sample that is not drawn yet."""
    drawn = Survey.objects.filter(home=municipality, selection=Selection.DRAWN).first()
    if drawn is None:
        drawn = make.survey(writer, municipality, (SAFE,), selection=Selection.DRAWN)
        make.stratum(drawn, 1, 1)
    return {"key": drawn.public_id, "kind": "letter", "language": "sv"}
