"""Runs of connections, and events of the police: read by those who work there."""

from handslag.core.access import Actor
from handslag.core.connections.models import Connection, RefusedLine, Run
from handslag.domain.police_events.models import Change, PoliceEvent
from tests.web.leaks import planting
from tests.web.matrix.parts import connections
from tests.web.matrix.world import World


def plant(writer: Actor, world: World) -> None:
    """Nothing public leads to them."""
    connections.build(writer, world.municipality, world.police)
    PoliceEvent.objects.create(
        number=world.municipality.pk,
        municipality=world.municipality,
        occurred_at=connections.NOW,
        published_at=connections.NOW,
    )
    for model in (Connection, Run, RefusedLine, PoliceEvent, Change):
        planting.plant(model._default_manager.all())
