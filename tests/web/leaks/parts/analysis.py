"""A plan for seeing whether something helped: read by the parties alone."""

from handslag.core.access import Actor
from handslag.domain.analysis.models import EffectPlan
from tests.web.leaks import planting
from tests.web.matrix.parts import analysis
from tests.web.matrix.world import World


def plant(writer: Actor, world: World) -> None:
    """Nothing public leads to it."""
    analysis.build(writer, world.municipality, world.police)
    planting.plant(EffectPlan.objects.all())
