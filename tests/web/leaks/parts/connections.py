"""Runs of connections: the name of a file is for those who work there."""

from handslag.core.access import Actor
from handslag.core.connections.models import Connection, RefusedLine, Run
from tests.web.leaks import planting
from tests.web.matrix.parts import connections
from tests.web.matrix.world import World


def plant(writer: Actor, world: World) -> None:
    """Nothing public leads to them."""
    connections.build(writer, world.municipality, world.police)
    for model in (Connection, Run, RefusedLine):
        planting.plant(model._default_manager.all())
