from collections.abc import Mapping
from hashlib import sha256

from handslag.core.access import Actor
from handslag.domain.agreements import services
from handslag.domain.organisations.models import Organisation
from tests.make import agreements as made
from tests.web.matrix.row import (
    EVERYONE_READS,
    HIDDEN,
    HIDDEN_READ,
    REFUSED,
    SET_READ,
    SET_SHOWN_AND_WRITTEN,
    SET_WRITE,
    WRITERS_ANYWHERE,
    WRITES,
    public,
    row,
)

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n% o\n%%EOF\n"
AT_HOME = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
ROWS = {
    "workspace:agreements": EVERYONE_READS,
    "workspace:new-agreement": WRITERS_ANYWHERE,
    "workspace:agreement": SET_READ,
    "workspace:agreement-words": SET_WRITE,
    "workspace:agreement-english": SET_SHOWN_AND_WRITTEN,
    "workspace:agreement-contents": SET_WRITE,
    "workspace:agreement-parties": SET_WRITE,
    "workspace:agreement-commitments": SET_WRITE,
    "workspace:agreement-ask": SET_WRITE,
    "workspace:agreement-take-back": SET_WRITE,
    "workspace:agreement-answer": row(
        REFUSED, REFUSED, REFUSED, REFUSED, WRITES, HIDDEN, about_others=HIDDEN
    ),
    "workspace:agreement-invite": SET_WRITE,
    "workspace:agreement-rounds": SET_READ,
    "workspace:agreement-version": SET_READ,
    "workspace:agreement-files": SET_SHOWN_AND_WRITTEN,
    "workspace:agreement-file": SET_READ,
    "workspace:agreement-detach": row(
        "wrong way/refused",
        "wrong way/in",
        "wrong way/in",
        "wrong way/refused",
        "wrong way/refused",
        "wrong way/hidden",
        about_others="wrong way/hidden",
    ),
    "workspace:agreement-follow-ups": SET_WRITE,
    "workspace:agreement-follow-up": SET_WRITE,
    "workspace:publish-agreement-follow-up": SET_WRITE,
    "workspace:renew-agreement": SET_WRITE,
    "workspace:end-agreement": SET_WRITE,
    "workspace:restate-agreement": AT_HOME,
    "workspace:agreement-log": row(
        "refused/wrong way",
        "in/wrong way",
        "in/wrong way",
        "refused/wrong way",
        "refused/wrong way",
        HIDDEN_READ,
        about_others=HIDDEN_READ,
    ),
    "public:agreements": public(),
    "public:agreement": public(),
    "public:agreement_file": public(),
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A settled agreement with its signed original, and a follow-up that is begun."""
    draft = made.agreement(writer, municipality, police)
    services.attach(
        writer,
        draft,
        title="Undertecknat original",
        is_signed=True,
        name="original.pdf",
        content=PDF,
        now=made.NOW,
    )
    settled = made.settle(draft, writer)
    told = services.begin_follow_up(
        writer, settled, on=made.NOW.date(), functions="kommunchefen", now=made.NOW
    )
    return {
        "key": settled.public_id,
        "sha256": sha256(PDF).hexdigest(),
        "follow_up": told.public_id,
        "number": 1,
        "period": "2023-2026",
    }
