"""A dialogue that has not been invited to, and a result that was taken back."""

from collections.abc import Mapping
from uuid import uuid4

from handslag.core.access import Actor
from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import CameFrom, Dialogue, Meeting, NotesDraft, SignUp
from handslag.domain.dialogues.rules import HeldDraft, Part
from handslag.domain.voices.models import Occasion, Voice
from tests.make import dialogues as make
from tests.web.leaks import planting
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World

OPEN: Mapping[str, str] = {"dialogues.NoteSheet": "a key"}


def plant(writer: Actor, world: World) -> None:
    """Nothing of this is public: not the plan, no place, no count, no result."""
    home = world.municipality
    meeting = make.open_meeting(writer, home, title="Ett möte", who="Alla")
    services.sign_up(meeting, "nagon@example.org", language="sv", now=make.NOW)
    planting.plant(SignUp.objects.filter(meeting=meeting))
    row = make.dialogue(writer, home, make.PAST)
    make.coded(writer, row, "LJUS", 6)
    profile = {Part.AREA: {planted(): 20, planted(): 20}}
    services.keep_draft(writer, row, planted(), key=uuid4(), now=make.NOW)
    planting.plant(NotesDraft.objects.filter(dialogue=row))
    draft = HeldDraft(40, profile, ((planted(), 3),))
    services.save_held(
        writer, row, draft, revision=row.revision, now=make.NOW, today=make.TODAY
    )
    row.refresh_from_db()
    services.release(writer, row, said=planted(), revision=row.revision, now=make.NOW)
    services.withdraw(writer, row, why=planted(), now=make.NOW)
    for rows in (
        Dialogue.objects.filter(pk=row.pk),
        Meeting.objects.filter(dialogue=row),
        CameFrom.objects.filter(dialogue=row),
        Occasion.objects.filter(pk=row.occasion_id),
        Voice.objects.filter(occasion=row.occasion_id),
    ):
        planting.plant(rows)
