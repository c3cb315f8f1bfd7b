"""A walk that is not public: what was seen, who answers what, how it was judged."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from handslag.core.access import Actor
from handslag.domain.voices.models import Occasion
from handslag.domain.walks import services
from handslag.domain.walks.models import (
    Finding,
    FindingPhoto,
    Stop,
    Walk,
)
from handslag.domain.walks.rules import (
    FlagDraft,
    FlagLevel,
    Focus,
    Outcome,
    Reply,
    ReplyDraft,
    RevisitDraft,
    Watch,
    WatchDraft,
    Zone,
)
from tests.make import walks as make
from tests.make.photos import picture
from tests.web.leaks import planting
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World

OPEN: Mapping[str, str] = {
    "walks.TookPart": "codes and counts",
    "walks.Sheet": "a key",
    "walks.Judgement": "codes",
}


def plant(writer: Actor, world: World) -> None:
    """Nothing of this has been published: its occasion is not public."""
    home = world.municipality
    found = make.asked(writer, home, home)
    walk = found.walk
    reply = ReplyDraft(Reply.LATER, planted(), date(2026, 4, 1))
    services.answer(writer, found, reply, seen=0, now=make.NOW, today=make.TODAY)
    draft = make.draft(planted(), date(2026, 3, 1))
    again = services.walk_again(writer, walk, draft, now=make.NOW)
    services.see_again(writer, again, found, RevisitDraft(Outcome.PARTLY, planted()))
    cells = {(Focus.SAFETY, Zone.NIGHT): (FlagLevel.LACKING, planted())}
    services.begin_flag(writer, home, FlagDraft(planted(), make.WALKED_ON, cells))
    counted = WatchDraft(Watch.NEIGHBOURS, 2024, 12, 2, planted())
    services.count_watch(writer, home, counted, today=make.TODAY)
    photo = services.take_in_photo(
        writer, found, key=uuid4(), content=picture(), now=make.NOW
    )
    services.mark_photo(writer, photo, boxes=[], alt="En lampa.", nobody=True)
    for rows in (
        FindingPhoto.objects.filter(pk=photo.pk),
        Occasion.objects.filter(pk__in=(walk.occasion_id, again.occasion_id)),
        Walk.objects.filter(pk__in=(walk.pk, again.pk)),
        Stop.objects.filter(walk=walk),
        Finding.objects.filter(pk=found.pk),
    ):
        planting.plant(rows)
