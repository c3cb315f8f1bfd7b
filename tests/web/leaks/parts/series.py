"""What is followed, and in which series: read by those who work there."""

from handslag.core.access import Actor
from handslag.domain.series.models import Indicator, SentFile, Series
from tests.web.leaks import planting
from tests.web.matrix.parts import figure_files, series
from tests.web.matrix.world import World

OPEN = {
    "series.Area": "the names of areas, as those who draw them write them",
    "series.Break": "public: what a source says of its own series",
}


def plant(writer: Actor, world: World) -> None:
    """What is not shown; one of them is read together with one that is."""
    series.build(writer, world.municipality, world.police)
    hidden = Indicator.objects.filter(is_public=False)
    planting.plant(hidden)
    planting.plant(Series.objects.filter(indicators__in=hidden))
    Indicator.objects.filter(is_public=True).update(paired=hidden.first())
    figure_files.build(writer, world.municipality, world.police)
    planting.plant(SentFile.objects.all())
