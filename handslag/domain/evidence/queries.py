from django.db.models import Q, QuerySet

from handslag.core.access import Actor
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Considered, Visibility


def visible_to(actor: Actor) -> QuerySet[Evidence]:
    """Findings of one's own organisations, and those that are public."""
    return Evidence.objects.filter(
        Q(home__in=actor.organisation_ids) | Q(visibility=Visibility.PUBLIC)
    )


def citable_by(actor: Actor, parties: frozenset[int]) -> QuerySet[Evidence]:
    """Findings that may be cited in something these parties do together.

    The latest version of each, and none that was considered and rejected.
    """
    shared = Q(home__in=parties, visibility__in=[Visibility.PARTIES, Visibility.PUBLIC])
    own = Q(home__in=actor.organisation_ids & parties)
    return Evidence.objects.filter(
        shared | own, corrected_by=None, considered=Considered.USED
    )


def of(actor: Actor) -> QuerySet[Evidence]:
    """Findings of one's own organisations."""
    return Evidence.objects.filter(home__in=actor.organisation_ids).select_related("home")
