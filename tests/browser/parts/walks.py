"""Safety walks: list, plan, route, out there, answers, protocol and comparison."""

from handslag.domain.walks.models import Flag, Walk, WatchCount
from handslag.domain.walks.rules import Stage

WALKS = "/arbete/vandringar/"
TOLD, AGAIN, AHEAD = (f"{WALKS}{{walk_{one}}}/" for one in ("told", "again", "ahead"))
PUBLIC = (
    "/degerfors/delta/skolan-och-elljussparet-2026/",
    "/degerfors/ni-sa/centrum-och-gangvagen-2026/",
)
AT_WORK = {
    "samordnare": (
        WALKS,
        f"{WALKS}ny/",
        TOLD,
        f"{TOLD}protokoll/",
        f"{TOLD}igen/",
        TOLD + "bild/{walk_photo}/",
        AGAIN,
        f"{AGAIN}jamfor/",
        f"{AGAIN}ord/",
        f"{AGAIN}gangen/",
        f"{AGAIN}fraga/",
        f"{AGAIN}svarat/",
        f"{AGAIN}underlag/",
        f"{AGAIN}iakttagelse/ny/",
        AGAIN + "iakttagelse/{walk_seen}/",
        AGAIN + "iakttagelse/{walk_seen}/ta-bort/",
        AGAIN + "iakttagelse/{walk_seen}/slapp-fram/",
        AGAIN + "iakttagelse/{walk_seen}/ansvarig/",
        AGAIN + "iakttagelse/{walk_seen}/bild/",
        AGAIN + "iakttagelse/{walk_before}/igen/",
        AHEAD,
        f"{AHEAD}bjud-in/",
        f"{AHEAD}stopp/",
        AHEAD + "stopp/{walk_stop}/",
        AHEAD + "stopp/{walk_stop}/ta-bort/",
        WALKS + "falt/{walk_again}/",
        f"{WALKS}kvallsplatser/",
        f"{WALKS}kvallsplatser/ny/",
        WALKS + "kvallsplatser/{evening_place}/",
        f"{WALKS}grannsamverkan/",
        f"{WALKS}grannsamverkan/nytt/",
        WALKS + "grannsamverkan/{watch_count}/",
    ),
    "bostad": (AGAIN, AGAIN + "iakttagelse/{walk_asked}/svara/"),
}
NOT_PAGES = frozenset(
    {
        "workspace:move-walk-stop",
        "workspace:walk-document",
        "workspace:walk-photo-file",
        "workspace:walk-worker",
        "workspace:send-walk-note",
        "public:walk-photo",
        "public:walk-calendar",
    }
)


def words() -> dict[str, str]:
    """The walks of the demonstration: one answered, one walked again, one ahead."""
    told = Walk.objects.get(stage=Stage.TOLD)
    again = Walk.objects.get(again_of=told)
    ahead = Walk.objects.filter(stage=Stage.PLANNED).latest("pk")
    before = told.findings.filter(photos__isnull=False).earliest("pk")
    return {
        "walk_told": str(told.public_id),
        "walk_again": str(again.public_id),
        "walk_ahead": str(ahead.public_id),
        "walk_photo": str(before.photos.earliest("pk").public_id),
        "walk_before": str(before.public_id),
        "walk_seen": str(again.findings.get(number=1).public_id),
        "walk_asked": str(again.findings.get(number=2).public_id),
        "walk_stop": str(ahead.stops.earliest("pk").public_id),
        "evening_place": str(Flag.objects.latest("pk").public_id),
        "watch_count": str(WatchCount.objects.latest("pk").public_id),
    }
