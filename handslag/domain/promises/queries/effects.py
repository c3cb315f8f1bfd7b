"""Plans that can tell whether a promise helped."""

from django.db.models import Q, QuerySet

from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.queries import NEAR, indicators_to_judge
from handslag.domain.plans.models import Indicator as Measured
from handslag.domain.plans.rules.words import Measures
from handslag.domain.promises.models import EffectTie, Promise, PromiseSet
from handslag.domain.series.models import Indicator


def tie_of(promise: Promise) -> EffectTie | None:
    """What the promise is tied to, with its places. One query."""
    rows = EffectTie.objects.filter(promise=promise)
    return rows.select_related(*(f"plan__{one}" for one in NEAR)).first()


def measured_in(promise: Promise) -> QuerySet[Indicator]:
    """What its measure or the goal of that is to have an effect on, where it is followed in
    figures that something can be certain of. One query."""
    measure = promise.measure
    if measure is None:
        return Indicator.objects.none()
    of = Q(measure=measure)
    if measure.goal_id is not None:
        of |= Q(goal=measure.goal_id)
    effects = Measured.objects.filter(of, measures=Measures.EFFECT)
    found = indicators_to_judge(measure.plan.home_id)
    return found.filter(pk__in=effects.values("followed"))


def effect_plans_for(set_: PromiseSet) -> QuerySet[EffectPlan]:
    """Those of the municipalities that the set is about, the latest first."""
    homes = {set_.home_id, *set_.areas.values_list("municipality_id", flat=True)}
    rows = EffectPlan.objects.filter(home__in=homes, called_off_why="")
    return rows.select_related("place", "indicator").order_by("-begins", "pk")
