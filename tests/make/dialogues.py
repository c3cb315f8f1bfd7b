"""Dialogues, ready to use."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from handslag.core.access import Actor
from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import Dialogue, Meeting
from handslag.domain.dialogues.rules import (
    Audience,
    DialogueDraft,
    HeldDraft,
    MeetingDraft,
    Part,
    Script,
)
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices.models import Voice
from handslag.domain.voices.services import code_voice
from tests.make import voices

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)  # "now" in tests/conftest.py
TODAY = date(2026, 3, 2)
SOON = datetime(2026, 3, 20, 17, tzinfo=UTC)
PAST = datetime(2026, 2, 24, 17, tzinfo=UTC)
FORTY = {Part.SEX: {"women": 25, "men": 15}}


def meeting(starts: datetime = SOON, **words: Any) -> MeetingDraft:
    given = {"where": "Folkets hus", "slots": 20, **words}
    return MeetingDraft(starts, starts + timedelta(hours=2), **given)


def dialogue(
    actor: Actor, home: Organisation, starts: datetime = SOON, **words: Any
) -> Dialogue:
    """A dialogue with one meeting; `slots` and `where` are of the meeting."""
    keys = ("slots", "where")
    of_meeting: dict[str, Any] = {key: words.pop(key) for key in keys if key in words}
    draft = DialogueDraft(words.pop("title", "Tryggheten i centrum"), **words)
    if draft.audience is Audience.STAFF:
        of_meeting = {"script": Script.WHAT, "slots": None, **of_meeting}
    first = meeting(starts, **of_meeting)
    return services.plan_dialogue(actor, home, draft, first, now=NOW)


def open_meeting(actor: Actor, home: Organisation, **words: Any) -> Meeting:
    """A meeting that anyone may sign up for."""
    row = services.invite(actor, dialogue(actor, home, **words), now=NOW)
    return row.meetings.get()


def noted(actor: Actor, of: Dialogue, notes: str = "Det är mörkt i tunneln.") -> int:
    return services.note(actor, of, notes, key=uuid4(), now=NOW)


def held(actor: Actor, of: Dialogue, people: int = 40, **words: Any) -> Dialogue:
    """It has been held."""
    of.refresh_from_db()
    draft = HeldDraft(people, **{"profile": FORTY if people == 40 else {}, **words})
    return services.save_held(actor, of, draft, revision=of.revision, now=NOW, today=TODAY)


def coded(actor: Actor, of: Dialogue, theme: str, many: int) -> list[Voice]:
    """So many voices about a theme."""
    voices.theme(theme, theme.lower(), theme.lower())
    rows = [voices.voice(actor, of.occasion, f"Det är mörkt, {n}.") for n in range(many)]
    for row in rows:
        code_voice(actor, row, themes=[theme], place=None, revision=0, now=NOW)
    return rows


def with_result(actor: Actor, home: Organisation, **words: Any) -> Dialogue:
    """Held, noted and coded: the result can be released."""
    row = dialogue(actor, home, PAST, **words)
    coded(actor, row, "LJUS", 6)
    coded(actor, row, "TRAFIK", 2)
    return held(actor, row)


def released(actor: Actor, home: Organisation, **words: Any) -> Dialogue:
    """Everyone can read the result."""
    row = with_result(actor, home, **words)
    services.release(actor, row, said="Ni talade om ljus.", revision=row.revision, now=NOW)
    row.refresh_from_db()
    return row
