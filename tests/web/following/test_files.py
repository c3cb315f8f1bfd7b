"""An indicator as a file: five states that are never an empty cell."""

import csv
from datetime import UTC, datetime
from decimal import Decimal

from handslag.core.access import system
from handslag.core.sheets.reading import read_rows
from handslag.domain.series.figures import followed
from handslag.domain.series.queries import area_code_of
from handslag.domain.series.rules import (
    AreaKind,
    Cell,
    Direction,
    IndicatorDraft,
    State,
    year,
)
from handslag.domain.series.services import (
    AreaDraft,
    make_indicator,
    put_areas,
    put_cells,
)
from handslag.web.following.files import as_file

NOW = datetime(2026, 3, 1, tzinfo=UTC)
STATES = (
    (State.VALUE, Decimal(4)),
    (State.ZERO, Decimal(0)),
    (State.MISSING, None),
    (State.SECRET, None),
    (State.SUPPRESSED, None),
)


def test_every_state_is_told_in_both_files(coordinator, municipality):
    code = area_code_of(municipality)
    put_areas(
        system("test"),
        [AreaDraft(AreaKind.MUNICIPALITY, code, "Lundby", organisation=municipality.pk)],
    )
    draft = IndicatorDraft(
        name="Vandringar",
        shows="Hur många.",
        direction=Direction.UP,
        unit="=vandringar",
        responsible="Samordnaren",
    )
    ours = make_indicator(coordinator, municipality, draft)
    cells = [
        Cell(code, *year(2020 + at), state, amount)
        for at, (state, amount) in enumerate(STATES)
    ]
    put_cells(system("test"), ours.series, cells, now=NOW, run=None)
    one = followed(ours)
    text = as_file(one, "csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [row["Tillstånd"] for row in rows] == [state.value for state, _ in STATES]
    assert [row["Värde"] for row in rows][:3] == ["4.000000", "0.000000", ""]
    assert {row["Enhet"] for row in rows} == {"'=vandringar"}
    sheet = list(read_rows(as_file(one, "xlsx").content))
    assert [row[4] for row in sheet[1:]] == [state.value for state, _ in STATES]
