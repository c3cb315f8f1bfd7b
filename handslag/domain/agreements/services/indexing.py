"""A public agreement is found by its words."""

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.search import services as search
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.published.translations import approved_texts
from handslag.domain.agreements.published.wording import read
from handslag.domain.organisations.published import DOCUMENT

CALLED = "samverkansöverenskommelse överenskommelse"


def index_agreement(row: Agreement) -> None:
    """Let it be found by what it says, and by those it is between."""
    if row.version is None:
        return
    wording = read(row.version.content)
    words = [
        CALLED,
        *wording.areas,
        *(party.name for party in wording.parties),
        *(area.text for area in wording.fields),
        *(one.swedish for one in approved_texts(wording)),
    ]
    search.index(DOCUMENT, _key(row), title=wording.name, text=" ".join(words))


@transaction.atomic
def index_missing(actor: Actor) -> int:
    """Let what was published before there was this search be found. Run each night."""
    require_system(actor)
    there = search.known(DOCUMENT)
    rows = Agreement.objects.filter(version__isnull=False).select_related("version")
    missing = [row for row in rows if _key(row) not in there]
    for row in missing:
        index_agreement(row)
    return len(missing)


def _key(row: Agreement) -> str:
    return f"agreement-{row.public_id}"
