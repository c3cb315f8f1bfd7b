"""Occasions and voices: the list, the desk, the words that wait; the answer in public."""

from handslag.config.demo.said import REPORTS, STATION
from handslag.domain.voices.models import LeftAddress, Occasion
from handslag.domain.voices.queries import letter_token, preview_token
from handslag.domain.voices.rules import VoiceState

LIST = "/arbete/roster/"
OWED = LIST + "{owed}/"
PUBLIC = (
    "/degerfors/ni-sa/",
    "/degerfors/ni-sa/samtal-om-vagen-till-stationen-2025/",
    "/en/degerfors/ni-sa/samtal-om-vagen-till-stationen-2025/",
    "/degerfors/ni-sa/ni-rapporterade-hosten-2026/",
    "/degerfors/ni-sa/ni-rapporterade-hosten-2026/brev/",
    "/degerfors/ni-sa/svar/{letter}/",
    "/degerfors/ni-sa/forhand/{looking}/",
    "/degerfors/delta/",
    "/en/degerfors/delta/",
    "/asele/ni-sa/",
)
AT_WORK = {
    "samordnare": (
        LIST,
        f"{LIST}nytt/",
        LIST + "{answered}/",
        LIST + "{answered}/roster/",
        OWED,
        OWED + "rost/{spoken}/",
        OWED + "granska/",
        OWED + "rost/{unread}/granska/",
        OWED + "platser/",
        OWED + "skriv/",
        OWED + "andra/",
        OWED + "visar/",
        OWED + "knyt/",
        OWED + "svar/",
        OWED + "publicera/",
        OWED + "ta-tillbaka/",
        OWED + "avsluta/",
    ),
    "lasare": (OWED,),
}
NOT_PAGES = frozenset(
    {
        *("workspace:code-next", "workspace:quote-voice", "workspace:step-occasion"),
        "public:take-part-in",
    }
)


def words() -> dict[str, str]:
    """The occasion that was answered, the one that waits, and a voice in each state."""
    answered, owed = (Occasion.objects.get(title=one) for one in (STATION, REPORTS))
    spoken = owed.voices.filter(state=VoiceState.OPEN).order_by("pk")[0]
    return {
        "answered": str(answered.public_id),
        "owed": str(owed.public_id),
        "spoken": str(spoken.public_id),
        "unread": str(owed.voices.get(state=VoiceState.HELD).public_id),
        "letter": letter_token(LeftAddress.objects.order_by("pk").latest("pk")),
        "looking": preview_token(answered),
    }
