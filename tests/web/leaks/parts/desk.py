"""What a desk keeps to itself: what its groups and the systems it listens to are called."""

from handslag.core.access import Actor
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Batch, Group, MachineKey
from handslag.domain.incidents.services import importing
from tests.make import incidents as made
from tests.web.leaks.parts.council import NOW, planted
from tests.web.leaks.planting import plant as plant_in
from tests.web.matrix.world import World


def plant(actor: Actor, world: World) -> None:
    """A word of its own in each name."""
    desk = made.desk(world.municipality)
    key, _words = services.make_key(actor, desk, "Felanmälan", now=NOW)
    plant_in(MachineKey.objects.filter(pk=key.pk))
    file = f"Datum;Adress;Beskrivning\n2026-02-14;Torget;{planted()}\n".encode()
    batch = importing.upload(
        actor, world.municipality, name="ut.csv", system="x", content=file, now=NOW
    )
    plant_in(Batch.objects.filter(pk=batch.pk))
    Group.objects.filter(lead=world.municipality).update(name=planted())
