"""Connections and what the police tell of."""

from handslag.core.connections.models import Run

LIST = "/arbete/anslutningar/"
EVENTS = "/arbete/handelsenotiser/"
AT_WORK = {
    "samordnare": (
        LIST,
        f"{LIST}polisen/",
        f"{LIST}kolada/",
        f"{LIST}scb_population/",
        f"{LIST}polisen/fil/",
        LIST + "korningar/{run}/",
        EVENTS,
        f"{EVENTS}?typ=Rattfylleri",
    ),
}


def words() -> dict[str, str]:
    return {"run": str(Run.objects.earliest("pk").public_id)}
