"""Plans that can tell whether a promise helped."""

from django.db.models import QuerySet

from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.queries import NEAR
from handslag.domain.promises.models import EffectTie, Promise, PromiseSet


def tie_of(promise: Promise) -> EffectTie | None:
    """What the promise is tied to, with its places. One query."""
    rows = EffectTie.objects.filter(promise=promise)
    return rows.select_related(*(f"plan__{one}" for one in NEAR)).first()


def effect_plans_for(set_: PromiseSet) -> QuerySet[EffectPlan]:
    """Those of the municipalities that the set is about, the latest first."""
    homes = {set_.home_id, *set_.areas.values_list("municipality_id", flat=True)}
    rows = EffectPlan.objects.filter(home__in=homes, called_off_why="")
    return rows.select_related("place", "indicator").order_by("-begins", "pk")
