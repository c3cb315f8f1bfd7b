"""The dialogues somebody works with, and what belongs to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.core.periods import stockholm_day
from handslag.domain.dialogues.models import Dialogue, Meeting, NotesDraft, Release
from handslag.domain.dialogues.rules import FORGET_DRAFTS_AFTER, Part, public_themes
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.voices.models import Voice
from handslag.domain.voices.queries import place_counts, theme_counts
from handslag.domain.voices.rules import VoiceState


def homes(actor: Actor) -> QuerySet[Organisation]:
    """The municipalities in which the actor may plan dialogues."""
    own = actor.where(Act.LISTEN)
    return Organisation.objects.filter(pk__in=own, kind=Kind.MUNICIPALITY).order_by("name")


def dialogues_seen_by(actor: Actor) -> QuerySet[Dialogue]:
    """Those of the municipalities whose workspace the actor sees, the latest first."""
    own = actor.where(Act.SEE_WORKSPACE)
    return (
        Dialogue.objects.filter(occasion__home__in=own)
        .select_related("occasion__home", "minutes")
        .order_by("-occasion__starts", "-pk")
    )


def listed(rows: QuerySet[Dialogue]) -> QuerySet[Dialogue]:
    """With how many voices there are, how many wait, and whether a result stands."""
    waits = Q(occasion__voices__is_coded=False, occasion__voices__state=VoiceState.OPEN)
    return rows.annotate(
        voices_n=Count("occasion__voices", distinct=True),
        waiting_n=Count("occasion__voices", filter=waits, distinct=True),
        releases_n=Count(
            "releases", filter=Q(releases__withdrawal__isnull=True), distinct=True
        ),
    )


def leads(actor: Actor, dialogue: Dialogue) -> bool:
    """Whether the actor plans and holds it."""
    return actor.may(Act.LISTEN, dialogue.occasion.home_id)


def meetings_of(dialogue: Dialogue) -> QuerySet[Meeting]:
    """When one meets, with how many have signed up for each."""
    return dialogue.meetings.annotate(taken=Count("sign_ups")).order_by("starts", "pk")


def meeting_of(dialogue: Dialogue, key: UUID) -> Meeting | None:
    """One meeting of it."""
    return meetings_of(dialogue).filter(public_id=key).first()


@dataclass(frozen=True, slots=True)
class Heard:
    """What has been said so far: how many voices, and how many of them wait."""

    voices: int
    uncoded: int
    held: int
    quotes: int

    @property
    def waiting(self) -> int:
        return self.uncoded + self.held


def heard_at(dialogue: Dialogue) -> Heard:
    """One query."""
    is_open = Q(state=VoiceState.OPEN)
    found = Voice.objects.filter(occasion=dialogue.occasion_id).aggregate(
        voices=Count("pk"),
        uncoded=Count("pk", filter=is_open & Q(is_coded=False)),
        held=Count("pk", filter=Q(state=VoiceState.HELD)),
        quotes=Count("pk", filter=Q(is_quote=True)),
    )
    return Heard(**found)


def themes_of(dialogue: Dialogue) -> dict[str, int]:
    """How many voices are about each theme, all of them."""
    return {one.theme: one.voices for one in theme_counts(dialogue.occasion)}


def public_themes_of(dialogue: Dialogue) -> dict[str, int]:
    """Those with enough voices."""
    return public_themes(themes_of(dialogue), dialogue.least)


def public_places_of(dialogue: Dialogue) -> dict[str, int]:
    """Places that enough voices are about."""
    found = {one.name: one.voices for one in place_counts(dialogue.occasion)}
    return public_themes(found, dialogue.least)


def quotes_of(dialogue: Dialogue) -> list[tuple[str, frozenset[str]]]:
    """Words that somebody chose to let everyone read, with what they are about."""
    rows = (
        Voice.objects.filter(
            occasion=dialogue.occasion_id, is_quote=True, state=VoiceState.OPEN
        )
        .order_by("pk")
        .prefetch_related(Prefetch("themes"))
    )
    return [(row.text, frozenset(one.theme for one in row.themes.all())) for row in rows]


def draft_of(dialogue: Dialogue, person: int | None) -> NotesDraft | None:
    """What this person was typing, and has not saved."""
    rows = dialogue.drafts.all()
    return None if person is None else rows.filter(person_id=person).first()


def drafts_to_forget(now: datetime) -> QuerySet[NotesDraft]:
    """What nobody has gone on with for a month."""
    return NotesDraft.objects.filter(kept_on__lt=stockholm_day(now - FORGET_DRAFTS_AFTER))


def profile_of(dialogue: Dialogue) -> Mapping[Part, Mapping[str, int]]:
    """By part, each group and how many."""
    found: dict[Part, dict[str, int]] = {}
    for row in dialogue.profile.all():
        found.setdefault(Part(row.part), {})[row.group] = row.people
    return found


def latest_release(dialogue: Dialogue) -> Release | None:
    """The one that was made last, whether or not it still stands."""
    rows = dialogue.releases.select_related("withdrawal").order_by("-number")
    return rows.first()


def standing_release(dialogue: Dialogue) -> Release | None:
    """The one that everyone can read now."""
    found = latest_release(dialogue)
    return None if found is None or is_withdrawn(found) else found


def is_withdrawn(release: Release) -> bool:
    """Whether it has been taken back."""
    return getattr(release, "withdrawal", None) is not None
