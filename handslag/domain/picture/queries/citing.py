"""Where in the pictures a finding is cited."""

from django.db.models import Q, QuerySet

from handslag.core.access import Actor
from handslag.domain.evidence.models import Evidence
from handslag.domain.picture.models import Citation, Picture
from handslag.domain.picture.queries.pictures import visible_to


def citing(actor: Actor, finding: Evidence) -> QuerySet[Picture]:
    """The pictures that rest on a finding, of those that the actor may see."""
    found = Citation.objects.filter(evidence=finding)
    return visible_to(actor).filter(
        Q(passages__in=found.values("passage"))
        | Q(problems__judgements__in=found.values("judgement"))
        | Q(problems__causes__in=found.values("cause"))
    )
