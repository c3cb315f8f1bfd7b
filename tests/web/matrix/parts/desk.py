"""The desk of a municipality: run by those who handle its reports, closed to the rest."""

from datetime import UTC, datetime

from handslag.core.access import Actor
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Desk, Group, GroupInvitation
from handslag.domain.incidents.rules import Cadence
from handslag.domain.incidents.rules.settings import GroupDraft, RouteDraft
from handslag.domain.incidents.services import importing
from handslag.domain.organisations.models import Organisation
from tests import make
from tests.make import incidents as made
from tests.web.matrix.row import HIDDEN, HIDDEN_READ, REFUSED, WRITES, row

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
# Only those in the municipality itself; the police district has reports, and no desk.
RUN = row(REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
READ = row(
    "refused/wrong way",
    "in/wrong way",
    HIDDEN_READ,
    "refused/wrong way",
    "refused/wrong way",
    HIDDEN_READ,
    about_others=HIDDEN_READ,
)
SENT = row(
    "wrong way/refused",
    "wrong way/in",
    "wrong way/hidden",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)
# A group is there for those who handle the reports of one that sits in it.
GROUP = row(HIDDEN, WRITES, *[HIDDEN] * 4, about_others=HIDDEN)
START = row(
    "refused/wrong way",
    "in/wrong way",
    "in/wrong way",
    "refused/wrong way",
    "refused/wrong way",
    "in/wrong way",
)

OF_DESK = {
    "workspace:desk": START,
    "workspace:desk-of": READ,
    "workspace:desk-terms": RUN,
    "workspace:desk-categories": READ,
    "workspace:new-desk-category": RUN,
    "workspace:desk-routes": READ,
    "workspace:new-desk-route": RUN,
    "workspace:desk-groups": READ,
    "workspace:new-desk-group": RUN,
    "workspace:answer-desk-group": SENT,
    "workspace:desk-group": GROUP,
    "workspace:desk-group-words": GROUP,
    "workspace:leave-desk-group": GROUP,
    "workspace:desk-machines": RUN,
    "workspace:desk-files-start": START,
    "workspace:desk-files": RUN,
    "workspace:desk-files-sample": READ,
    "workspace:desk-forgetting": READ,
}
OF_KIND = {
    "workspace:desk-category": RUN,
    "workspace:move-desk-category": SENT,
    "workspace:end-desk-category": SENT,
}
OF_RULE = {
    "workspace:desk-route": RUN,
    "workspace:remove-desk-route": SENT,
}
OF_FILE = {
    "workspace:desk-file": READ,
    "workspace:desk-file-columns": RUN,
    "workspace:desk-file-values": RUN,
    "workspace:choose-desk-file": SENT,
    "workspace:read-desk-file": SENT,
    "workspace:go-on-desk-file": SENT,
    "workspace:undo-desk-file": RUN,
    "workspace:remove-desk-file": SENT,
}
OF_KEY = {
    "workspace:end-desk-machine": SENT,
}


Words = dict[str, object]


def _desk(municipality: Organisation) -> Desk:
    """The one desk, opened to all by whichever part is asked first."""
    return queries.desk_of(municipality) or made.desk(municipality)


def of_desk(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A desk with a group of its own that a company sits in, and one that asks it in."""
    _desk(municipality)
    draft = GroupDraft("EST", Cadence.WEEKLY, 2, NOW.date())
    group = services.add_group(writer, municipality, draft)
    housing = make.organisation(f"Bostäder {municipality.pk}")
    group.members.create(organisation=housing, since=NOW.date())
    asking = Group.objects.create(
        name="Grannarna",
        lead=make.municipality(f"Grannkommun {municipality.pk}"),
        cadence=Cadence.MONTHLY,
        since=NOW.date(),
    )
    asked = GroupInvitation.objects.create(
        group=asking, organisation=municipality, asked_at=NOW
    )
    return {
        "key": municipality.public_id,
        "group": group.public_id,
        "organisation": housing.public_id,
        "invitation": asked.public_id,
    }


def of_kind(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    _desk(municipality)
    kind = queries.categories_of(municipality).get(code="graffiti")
    return {"key": municipality.public_id, "one": kind.public_id}


def of_rule(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    desk = _desk(municipality)
    route = services.add_route(
        writer,
        desk,
        RouteDraft(municipality.public_id, 7),
        revision=desk.revision,
        today=NOW.date(),
    )
    return {"key": municipality.public_id, "one": route.public_id}


def of_key(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    desk = _desk(municipality)
    key, _words = services.make_key(writer, desk, "Felanmälan", now=NOW)
    return {"key": municipality.public_id, "one": key.public_id}


def of_file(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A file that waits for somebody to say what its columns are."""
    _desk(municipality)
    file = b"Datum;Adress\n2026-02-14;Torget\n"
    batch = importing.upload(
        writer, municipality, name="ut.csv", system="x", content=file, now=NOW
    )
    return {"key": municipality.public_id, "one": batch.public_id}
