"""Reports for staff: the list, one event, each step, the moderator, the log of readings."""

from datetime import date

from handslag.domain.incidents.models import Held, Incident
from handslag.domain.incidents.queries import happened_here

REPORTS = "/arbete/rapporter/"
AT_WORK = {
    "samordnare": (
        REPORTS,
        f"{REPORTS}?late=on&kind=graffiti&place=torg",
        REPORTS + "{incident}/",
        REPORTS + "{incident}/tilldela/",
        REPORTS + "{incident}/avsluta/",
        REPORTS + "{incident}/dela/",
        REPORTS + "{incident}/ord/",
        REPORTS + "{incident}/fraga/",
        REPORTS + "{incident}/samma/{other_incident}/",
        REPORTS + "{incident}/isar/",
        f"{REPORTS}granska/",
        REPORTS + "granska/{held_words}/",
        f"{REPORTS}laslogg/",
        "/arbete/karta/",
        "/arbete/karta/?ruta=467500,6566000,468500,6567000&since=all",
    )
}
NOT_PAGES = frozenset({"workspace:reports-file", "workspace:map-marks"})


def words() -> dict[str, str]:
    """An event with others around it, and words that wait for a moderator."""
    rows = Incident.objects.filter(within__name__startswith="Degerfors", shared=True)
    incident = rows.filter(place__name__startswith="Stora torget").latest("pk")
    (other, *_more) = happened_here(rows, incident)
    held, _new = Held.objects.get_or_create(
        incident=incident,
        within=incident.within,
        field="where_words",
        defaults={
            "words": "Hemma hos Kalle, lgh 1203",
            "found": [{"start": 10, "end": 15, "kind": "name"}],
            "until": date(2026, 12, 6),
        },
    )
    return {
        "incident": str(incident.public_id),
        "other_incident": str(other.incident.public_id),
        "held_words": str(held.public_id),
    }
