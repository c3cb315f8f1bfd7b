"""Plans for seeing whether something helped, and files of points: read at home alone."""

from handslag.core.access import Actor
from handslag.domain.analysis.models import EffectPlan, PointFile
from tests.web.leaks import planting
from tests.web.matrix.parts import analysis, point_files
from tests.web.matrix.world import World


def plant(writer: Actor, world: World) -> None:
    """Nothing public leads to them."""
    analysis.build(writer, world.municipality, world.police)
    planting.plant(EffectPlan.objects.all())
    point_files.build(writer, world.municipality, world.police)
    planting.plant(PointFile.objects.all())
