"""Indicators: the list, one of each kind, and their forms."""

from datetime import UTC, datetime

from handslag.core.access import Role
from handslag.domain.organisations.models import Organisation
from handslag.domain.series import services
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules.importing import Chosen, FileKind
from tests import make

LIST = "/arbete/indikatorer/"
AT_WORK = {
    "samordnare": (
        LIST,
        f"{LIST}ny/",
        f"{LIST}serier/",
        f"{LIST}hamta-in/",
        LIST + "hamta-in/{figure_file}/",
        LIST + "hamta-in/{figure_table}/kolumner/",
        LIST + "{indicator_up}/",
        LIST + "{indicator_depends}/",
        LIST + "{indicator_compared}/jamfort/?antal=12",
        LIST + "{indicator_up}/jamfort/",
        "/arbete/analys/jamfor/",
        LIST + "{indicator_up}/andra/",
        LIST + "{indicator_up}/varde/",
        LIST + "{indicator_offered}/ta-i-bruk/",
    ),
}
PUBLIC = (
    "/degerfors/indikatorer/",
    "/degerfors/indikatorer/{indicator_up}/",
    "/degerfors/indikatorer/{indicator_up}/infoga/",
)

NOT_PAGES = frozenset(
    {
        *("workspace:read-figure-file", "workspace:undo-figure-file"),
        "workspace:remove-figure-file",
        *("workspace:indicator-csv", "workspace:indicator-xlsx"),
        *("workspace:offer-indicator", "workspace:show-indicator"),
        *("public:indicator-csv", "public:indicator-xlsx"),
    }
)


def words() -> dict[str, str]:
    made_up = Indicator.objects.filter(is_example=True, is_offered=False)
    found = {f"indicator_{one.direction}": str(one.public_id) for one in made_up}
    found["indicator_offered"] = str(Indicator.objects.get(is_offered=True).public_id)
    compared = Indicator.objects.get(series__external_id="exempel-skada")
    found["indicator_compared"] = str(compared.public_id)
    return {**found, **_files()}


def _files() -> dict[str, str]:
    """A file of Brå with a line that cannot be read, and a table nobody has told about."""
    home = Organisation.objects.get(short_name="Degerfors", desk__isnull=False)
    actor = make.member(home, Role.COORDINATOR)
    yearly = "2024;Degerfors;stold;9\r\n2024;Atlantis;stold;9\r\n2023;Riket;stold;många\r\n"
    table = "Kommun;År;Antal\r\nDegerfors;2024;4\r\n"
    files = {
        "figure_file": (FileKind.BRA_YEARLY, yearly),
        "figure_table": (FileKind.TABLE, table),
    }
    found = {}
    for name, (kind, content) in files.items():
        sent = services.send(
            actor,
            home,
            kind,
            name=f"{name}.csv",
            content=content.encode(),
            chosen=Chosen(),
            now=datetime(2026, 11, 22, 9, tzinfo=UTC),
        )
        found[name] = str(sent.public_id)
    return found
