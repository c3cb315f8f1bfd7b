"""What was said comes in: from a facilitator's notes, from the free texts of a survey."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.guard.rules import find
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.queries import places_for
from handslag.domain.voices.models import Occasion, Voice, VoiceTheme
from handslag.domain.voices.rules import VoiceDraft, VoiceState, check_voice


@transaction.atomic
def hear(
    actor: Actor, occasion: Occasion, drafts: Iterable[VoiceDraft], *, now: datetime
) -> list[Voice]:
    """Keep what was said. Words that may name somebody wait until a person has decided.

    A person of the municipality, or the installation itself when it opens sealed answers.
    """
    if actor.kind != "system":
        require(actor, Act.LISTEN, in_any_of=frozenset({occasion.home_id}))
    given = list(drafts)
    for one in given:
        check_voice(one)
    places = _places(occasion, given, now)
    rows = Voice.objects.bulk_create(_row(occasion, one, places) for one in given)
    VoiceTheme.objects.bulk_create(
        VoiceTheme(voice=row, theme=theme)
        for row, one in zip(rows, given, strict=True)
        for theme in dict.fromkeys(one.themes)
    )
    if rows:
        record(
            actor, "voices.heard", occasion, on_behalf=occasion.home_id, voices=len(rows)
        )
    return rows


def _row(occasion: Occasion, draft: VoiceDraft, places: dict[UUID, int]) -> Voice:
    text = draft.text.strip()
    found = find(text)
    return Voice(
        occasion=occasion,
        source=draft.source,
        text=text,
        state=VoiceState.HELD if found else VoiceState.OPEN,
        found=[{"start": f.start, "end": f.end, "kind": f.kind.value} for f in found],
        place_id=places[draft.place] if draft.place else None,
        is_quote=draft.is_quote and not found,
        is_coded=bool(draft.themes),
    )


def _places(occasion: Occasion, drafts: list[VoiceDraft], now: datetime) -> dict[UUID, int]:
    wanted = {one.place for one in drafts if one.place}
    if not wanted:
        return {}
    near = places_for([occasion.home_id], today=stockholm_day(now))
    found = dict(near.filter(public_id__in=wanted).values_list("public_id", "pk"))
    if wanted - set(found):
        raise NotAllowedError("voices.place_lies_elsewhere")
    return found
