from handslag.core.access import Actor
from handslag.domain.year.models import StepMark
from handslag.domain.year.rules.steps import Sign
from tests.web.leaks.parts.year import NOW, planted
from tests.web.matrix.world import World


def plant(_actor: Actor, world: World) -> None:
    """What is marked by hand says how one knows."""
    StepMark.objects.create(
        home=world.municipality, sign=Sign.METHOD, done_on=NOW.date(), note=planted()
    )
