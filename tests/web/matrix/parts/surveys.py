"""The addresses where surveys are written: only those who listen there come to them."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules.documents import read
from handslag.web.asking.trying import link_of
from tests.make import surveys as make
from tests.make.surveys import SAFE, SEX
from tests.web.matrix.row import HIDDEN, HIDDEN_READ, READS, REFUSED, WRITES, public, row

REFUSED_READ = "refused/wrong way"
HIDDEN_SENT = "wrong way/hidden"
ALL = row(REFUSED_READ, READS, READS, REFUSED_READ, REFUSED_READ, READS)
NEW = row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, WRITES)
READ = row(
    HIDDEN_READ,
    READS,
    HIDDEN_READ,
    HIDDEN_READ,
    HIDDEN_READ,
    HIDDEN_READ,
    about_others=HIDDEN_READ,
)
WRITTEN = row(HIDDEN, WRITES, HIDDEN, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)
SENT = row(
    HIDDEN_SENT,
    "wrong way/in",
    HIDDEN_SENT,
    HIDDEN_SENT,
    HIDDEN_SENT,
    HIDDEN_SENT,
    about_others=HIDDEN_SENT,
)

ROWS = {
    "workspace:surveys": ALL,
    "workspace:new-survey": NEW,
    "workspace:survey": READ,
    "workspace:survey-days": WRITTEN,
    "workspace:survey-frame": WRITTEN,
    "workspace:new-survey-question": READ,
    "workspace:survey-bank": WRITTEN,
    "workspace:begin-survey": SENT,
    "workspace:survey-question": WRITTEN,
    "workspace:move-survey-question": SENT,
    "workspace:remove-survey-question": WRITTEN,
    "workspace:new-survey-section": WRITTEN,
    "workspace:survey-section": WRITTEN,
    "workspace:move-survey-section": SENT,
    "workspace:remove-survey-section": SENT,
    "workspace:survey-flow": READ,
    "workspace:survey-preview": READ,
    "workspace:survey-quotas": WRITTEN,
    "workspace:next-survey-wave": WRITTEN,
    "workspace:open-survey": WRITTEN,
    "workspace:prolong-survey": WRITTEN,
    "workspace:close-survey": WRITTEN,
}
# Whoever has the link; nothing is written, whatever is sent.
PUBLIC_ROWS = {"public:try-survey": public(WRITES)}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A draft with two questions."""
    found = Survey.objects.filter(home=municipality).first()
    found = found or make.survey(writer, municipality, (SEX, SAFE))
    section = read(found.document).sections[0].key
    link = link_of(found.public_id)
    key = found.public_id
    return {"key": key, "question": "safe", "section": section, "link": link}
