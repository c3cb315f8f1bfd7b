"""Grant projects for staff."""

from django.db.models import QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.plans.models import GrantProject, Measure
from handslag.domain.plans.rules.words import State


def grants_seen_by(actor: Actor) -> QuerySet[GrantProject]:
    """The projects of one's own organisations, the latest year first."""
    own = actor.where(Act.SEE_WORKSPACE)
    return GrantProject.objects.filter(home__in=own).select_related("home")


def grants_of(home: Organisation) -> QuerySet[GrantProject]:
    """The projects of one municipality."""
    return GrantProject.objects.filter(home=home)


def grant_measures(home: Organisation) -> list[Measure]:
    """The measures that a grant can pay for: of the draft, and of the plan that holds."""
    rows = Measure.objects.filter(
        plan__home=home, plan__state__in=[State.DRAFT, State.DECIDED]
    )
    return list(rows.select_related("plan").order_by("plan", "position", "pk"))
