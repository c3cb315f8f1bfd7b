"""What was said at an occasion that is not public, and who wants to hear of it."""

from collections.abc import Mapping
from datetime import date

from handslag.core.access import Actor
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import services
from handslag.domain.voices.models import LeftAddress, Occasion, Voice
from tests.make import voices
from tests.make.voices import NOW
from tests.web.leaks import planting
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World

OPEN: Mapping[str, str] = {"voices.VoiceTheme": "codes"}


def plant(writer: Actor, world: World) -> None:
    """Nothing of this has been published: not the occasion, no voice, no answer."""
    row = voices.heard(writer, world.municipality, said=planted(), became=planted())
    services.leave_address(row, "nagon@example.se", language="sv", now=NOW)
    told = Told(date(2026, 3, 1), planted(), planted())
    services.tell(writer, row, told, now=NOW)
    voices.voice(writer, row, planted(), source=planted()[:40])
    planting.plant(Occasion.objects.filter(pk=row.pk))
    planting.plant(Voice.objects.filter(occasion=row))
    planting.plant(LeftAddress.objects.filter(occasion=row))
