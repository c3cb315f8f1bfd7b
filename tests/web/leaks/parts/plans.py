"""Plans that no board has decided, follow-ups that are not published, grants."""

from collections.abc import Mapping
from datetime import date

from handslag.core.access import Actor
from handslag.domain.plans import services
from handslag.domain.plans.models import (
    Goal,
    GoalOutcome,
    GrantProject,
    Indicator,
    Measure,
    MeasureOutcome,
    Plan,
    PlanFollowUp,
    WrittenReason,
)
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises.models import MissingLink
from tests.make import plans as made
from tests.web.leaks.planting import planted, written
from tests.web.matrix.world import World

OPEN: Mapping[str, str] = {
    "plans.Decision": "public: what 31 § förvaltningslagen wants seen",
    "plans.PlanSlug": "public: addresses",
}
# The codes and words of a period are read; the rest is planted.
MODELS = (
    Plan,
    Goal,
    Measure,
    Indicator,
    WrittenReason,
    PlanFollowUp,
    MeasureOutcome,
    GoalOutcome,
    GrantProject,
)


def plant(writer: Actor, world: World) -> None:
    """A decided plan whose rows are changed after the decision, and a draft after it."""
    home = world.municipality
    plan = made.whole(writer, home, title="Buskörning vid skolan", period="2031-2032")
    services.explain_missing(
        writer, plan, {(one.kind, ""): "Skäl." for one in made.left(plan)}
    )
    made.decide(writer, plan)
    services.begin_follow_up(writer, plan, on=date(2026, 3, 2), now=made.NOW)
    services.apply_for_grant(writer, home, made.grant_draft(), now=made.NOW)
    MissingLink.objects.filter(set=world.set).update(text=planted())
    for model in MODELS:
        names = [name for name in written(model) if name != "status_why"]
        for row in model._default_manager.all():
            words = {name: planted() for name in names}
            model._default_manager.filter(pk=row.pk).update(**words)
    _draft(writer, world)


def _draft(writer: Actor, world: World) -> None:
    """Nothing of a draft is public, not even why a measure is stopped."""
    about = made.problem(made.picture(world.municipality), planted())
    version = made.freeze_picture(made.picture(world.municipality))
    draft = made.plan(writer, world.municipality, version, name=planted())
    measure = made.measure(writer, draft, made.goal(writer, draft, about))
    Measure.objects.filter(pk=measure.pk).update(status_why=planted(), title=planted())
    made.explain(writer, draft, Break.MEASURE_WITHOUT_CAUSE)
    WrittenReason.objects.filter(plan=draft).update(text=planted())
