"""Reports: no word, no name of a file and no address of a resident is for everyone."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from uuid import uuid4

from handslag.core.access import ANYONE, Actor
from handslag.domain.incidents.models import (
    Batch,
    Contact,
    Held,
    Incident,
    Message,
    Photo,
    Step,
)
from handslag.domain.incidents.rules import Deed, TextState
from tests.make import incidents as made
from tests.web.leaks.planting import plant as plant_in
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World

OPEN: Mapping[str, str] = {
    "incidents.Category": "public: the kinds that residents choose from; codes",
    "incidents.Count": "codes and numbers",
    "incidents.Reading": "codes",
}
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def plant(_writer: Actor, world: World) -> None:
    """One report with everything in it, and all its words planted."""
    made.desk(world.municipality)
    made.group(world.municipality, world.police, name=planted())
    report = made.report(
        world.municipality,
        made.incident_draft(text="Mörkt."),
        actor=ANYONE,
        email="boende@example.org",
    )
    incident = report.incidents.get()
    Incident.objects.filter(pk=incident.pk).update(
        text=planted(), where_words=planted(), dayparts=planted()
    )
    Contact.objects.update(email=f"{planted()}@example.org")
    _around(report, incident)
    Batch.objects.create(within=world.municipality, name=planted(), made_at=NOW)


def _around(report, incident) -> None:
    """What is said and shown about an incident."""
    until = date(2026, 12, 1)
    within = incident.within
    Held.objects.create(
        incident=incident, within=within, field=planted()[:20], words=planted(), until=until
    )
    Step.objects.create(incident=incident, deed=Deed.MEASURE, at=NOW, words=planted())
    Message.objects.create(
        report=report,
        is_from_reporter=True,
        at=NOW,
        text=planted(),
        text_state=TextState.UNCHECKED,
        key=uuid4(),
    )
    photo = Photo.objects.create(incident=incident, until=until, taken_in_at=NOW)
    plant_in(Photo.objects.filter(pk=photo.pk))
