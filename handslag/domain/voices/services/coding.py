"""People say what a voice is about, and decide about words that may name somebody."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.queries import places_for
from handslag.domain.vocabulary.models import Kind as TermKind
from handslag.domain.vocabulary.models import Term
from handslag.domain.voices.models import Occasion, Voice, VoiceTheme
from handslag.domain.voices.rules import VoiceState
from handslag.domain.voices.services.showing import show


@transaction.atomic
def code_voice(
    actor: Actor,
    voice: Voice,
    *,
    themes: Sequence[str],
    place: UUID | None,
    revision: int,
    now: datetime,
) -> Voice:
    """Say which themes a voice is about, and which place. None is an answer too."""
    row = _locked(actor, voice)
    same_revision(revision, row.revision)
    _check_themes(themes)
    row.place_id = _place(row, place, now)
    row.is_coded = True
    row.revision += 1
    row.save(update_fields=["place", "is_coded", "revision"])
    row.themes.exclude(theme__in=themes).delete()
    VoiceTheme.objects.bulk_create(
        (VoiceTheme(voice=row, theme=one) for one in dict.fromkeys(themes)),
        ignore_conflicts=True,
    )
    _show(row, now)
    record(actor, "voices.coded", row, on_behalf=row.occasion.home_id, themes=len(themes))
    return row


@transaction.atomic
def put_at(
    actor: Actor, occasion: Occasion, *, place: UUID, voices: Sequence[UUID], now: datetime
) -> int:
    """These voices, which nobody has put anywhere, are about a place. Answers how many."""
    require(actor, Act.LISTEN, in_any_of=frozenset({occasion.home_id}))
    found = _near(occasion, place, now)
    rows = Voice.objects.filter(
        occasion=occasion,
        public_id__in=list(voices),
        state=VoiceState.OPEN,
        place__isnull=True,
    )
    n = rows.update(place=found, revision=F("revision") + 1)
    if n and occasion.published_at is not None:
        show(occasion, now)
    record(actor, "voices.put_at", occasion, on_behalf=occasion.home_id, voices=n)
    return n


@transaction.atomic
def quote(actor: Actor, voice: Voice, *, is_quote: bool, now: datetime) -> Voice:
    """Let everyone read these words as they were said, or no longer."""
    row = _locked(actor, voice)
    if is_quote and row.state != VoiceState.OPEN:
        raise NotAllowedError("voices.words_wait")
    row.is_quote = is_quote
    row.save(update_fields=["is_quote"])
    _show(row, now)
    action = "voices.quoted" if is_quote else "voices.not_quoted"
    record(actor, action, row, on_behalf=row.occasion.home_id)
    return row


@transaction.atomic
def decide_words(actor: Actor, voice: Voice, *, words: str) -> Voice:
    """Decide about words that wait: as they are, with something taken out, or none."""
    row = _locked(actor, voice)
    if row.state != VoiceState.HELD:
        raise NotAllowedError("voices.decided_already")
    left = words.strip()
    row.text, row.found = left, []
    row.state = VoiceState.OPEN if left else VoiceState.REMOVED
    row.save(update_fields=["text", "found", "state"])
    record(actor, "voices.words_decided", row, on_behalf=row.occasion.home_id)
    return row


def _locked(actor: Actor, voice: Voice) -> Voice:
    row = (
        Voice.objects.select_for_update(of=("self",))
        .select_related("occasion__home")
        .get(pk=voice.pk)
    )
    require(actor, Act.LISTEN, in_any_of=frozenset({row.occasion.home_id}))
    return row


def _show(row: Voice, now: datetime) -> None:
    """What the public reads of a published occasion has changed."""
    if row.occasion.published_at is not None:
        show(row.occasion, now)


def _check_themes(themes: Sequence[str]) -> None:
    known = Term.objects.filter(kind=TermKind.THEME, code__in=themes)
    if set(themes) - set(known.values_list("code", flat=True)):
        raise NotAllowedError("voices.unknown_theme")


def _place(row: Voice, place: UUID | None, now: datetime) -> int | None:
    return _near(row.occasion, place, now) if place is not None else None


def _near(occasion: Occasion, place: UUID, now: datetime) -> int:
    near = places_for([occasion.home_id], today=stockholm_day(now))
    found = near.filter(public_id=place).values_list("pk", flat=True).first()
    if found is None:
        raise NotAllowedError("voices.place_lies_elsewhere")
    return found
