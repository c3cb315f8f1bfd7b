"""A register of Degerfors' own, made up: damage to the municipality's buildings."""

import random
from datetime import date, timedelta

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import system
from handslag.domain.analysis import services
from handslag.domain.analysis.rules.files import Grid, PointFileDraft
from handslag.domain.organisations.models import Place
from handslag.statistics.grid import to_sweref

DRAFT = PointFileDraft(
    name="Skador på kommunens byggnader (påhittat)",
    counted_by="Fastighetsenheten",
    covers="Skador på skolor, förskolor och hallar som har anmälts till fastighetsenheten."
    " Inte skador på bostäder. Allt är påhittat.",
    covers_from=date(2024, 11, 1),
    covers_to=date(2026, 10, 31),
    grid=Grid.SWEREF,
    is_example=True,
)
COLUMNS = {"day": "Datum", "time": "Tid", "north": "N", "east": "E", "kind": "Typ"}
# Near which places, how many; and what is damaged
_NEAR = {"Brukskolans gård": 34, "Stora torget": 12, "Resecentrum": 9, "Elljusspåret": 7}
_SPREAD = 38  # elsewhere
_KINDS = ("Krossad ruta", "Klotter", "Brand", "Annan skada")
_OFTEN = (6, 5, 1, 3)


def tell(stage: Stage) -> None:
    """Send it in, read it in, lay it out."""
    by, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    now = at(TODAY)
    file = services.send_points(
        by, home, DRAFT, name="skador.csv", content=_written(home.pk).encode(), now=now
    )
    chosen = services.choose_point_columns(by, file, COLUMNS, revision=file.revision)
    services.read_in_points(by, chosen, revision=chosen.revision, now=now)
    services.lay_out_due(system("demo"), now=now)


def _written(home: int) -> str:
    """Two years of lines, drawn by chance from places that were made up."""
    chance = random.Random(17)  # noqa: S311 - made up, the same each time
    places = {
        one.name: to_sweref(one.lon or 0.0, one.lat or 0.0)
        for one in Place.objects.filter(within=home, lon__isnull=False)
    }
    around = [(places[name], 60.0) for name, n in _NEAR.items() for _ in range(n)]
    around += [(chance.choice(list(places.values())), 900.0) for _ in range(_SPREAD)]
    lines = ["Datum;Tid;N;E;Typ"]
    for (east, north), wide in around:
        when = DRAFT.covers_from + timedelta(days=chance.randrange(729))
        hour = chance.choice((1, 15, 17, 19, 20, 21, 22, 22, 23, 23))
        (kind,) = chance.choices(_KINDS, _OFTEN)
        place = round(chance.gauss(north, wide)), round(chance.gauss(east, wide))
        lines.append(f"{when:%Y-%m-%d};{hour:02}:00;{place[0]};{place[1]};{kind}")
    return "\n".join(lines) + "\n"
