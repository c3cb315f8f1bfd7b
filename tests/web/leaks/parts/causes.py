from handslag.core.access import Actor
from handslag.domain.picture.rules.causes import AnalysisDraft
from handslag.domain.picture.services import causes as services
from tests.make import causes as made
from tests.web.leaks.parts.year import planted
from tests.web.matrix.world import World


def plant(actor: Actor, world: World) -> None:
    """An analysis of a problem in a picture that has never been frozen."""
    problem = made.prioritised(world.municipality, world.police, title=planted())
    above = made.cause(actor, problem, planted())
    made.cause(actor, problem, planted(), under=above)
    words = AnalysisDraft(planted(), planted(), planted(), planted())
    services.save_analysis(actor, problem, words, revision=1)
