"""A survey that nobody can answer yet: what it asks, whom, and what they would say."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.surveys.models import Margin, Release, SaidPlace, Stratum
from handslag.domain.surveys.rules.words import Known
from tests.make import surveys
from tests.make.surveys import SAFE
from tests.web.leaks import planting
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World

OPEN: Mapping[str, str] = {"surveys.Survey": "fingerprints; its document is planted below"}


def plant(writer: Actor, world: World) -> None:
    """A draft with a stratum, an invitation and a place that somebody pointed out."""
    row = surveys.survey(writer, world.municipality, (SAFE,), title=planted())
    stratum = surveys.stratum(row, 1, 1)
    SaidPlace.objects.create(survey=row, question=planted(), words=planted())
    planting.plant(Stratum.objects.filter(pk=stratum.pk))
    Margin.objects.create(survey=row, what=Known.SEX, code=planted(), inhabitants=1)
    release = Release.objects.create(survey=row, number=1, questions=[planted()])
    planting.plant(Release.objects.filter(pk=release.pk))
    row.invitations.update(address=planted())
    document = {**row.document, "intro": {"sv": planted()}}
    type(row).objects.filter(pk=row.pk).update(document=document)
