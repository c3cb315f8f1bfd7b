"""Dialogues: list, plan, before, on the day, after; what anyone may come to."""

from handslag.domain.dialogues.models import Dialogue
from handslag.domain.voices.rules import Phase

DIALOGUES = "/arbete/dialoger/"
AHEAD, HELD = (f"{DIALOGUES}{{dialogue_{one}}}/" for one in ("ahead", "held"))
AT_WORK = {
    "samordnare": (
        DIALOGUES,
        f"{DIALOGUES}ny/",
        AHEAD,
        f"{AHEAD}ord/",
        f"{AHEAD}traff/ny/",
        AHEAD + "traff/{dialogue_meeting}/",
        f"{AHEAD}anteckna/",
        HELD,
        f"{HELD}genomford/",
        f"{HELD}slapp/",
        f"{HELD}ta-tillbaka/",
        f"{HELD}protokoll/",
        f"{HELD}underlag/",
        f"{AHEAD}bjud-in/",
        AHEAD + "traff/{dialogue_meeting}/stall-in/",
    ),
}
NOT_PAGES = frozenset(
    {
        "public:dialogue-calendar",
        "public:give-back-place",  # leads from a letter
        "workspace:dialogue-minutes-file",
    }
)


def words() -> dict[str, str]:
    """One that comes, with a meeting, and one that has been held."""
    ahead = Dialogue.objects.filter(occasion__phase=Phase.OPEN).earliest("pk")
    held = Dialogue.objects.exclude(occasion__phase__in=[Phase.OPEN, Phase.PLANNED])
    return {
        "dialogue_ahead": str(ahead.public_id),
        "dialogue_held": str(held.earliest("pk").public_id),
        "dialogue_meeting": str(ahead.meetings.earliest("pk").public_id),
    }
