from handslag.domain.series.services.cells import Outcome, put_cells, undo_run
from handslag.domain.series.services.holding import (
    AreaDraft,
    make_series,
    put_areas,
    weigh_peers,
)
from handslag.domain.series.services.importing import (
    choose,
    forget_files,
    look,
    put_figures,
    read_in,
    send,
    take_back,
    throw_away,
)
from handslag.domain.series.services.indicators import (
    change_indicator,
    make_indicator,
    offer_indicator,
    show_indicator,
    take_indicator,
)
from handslag.domain.series.services.typing import type_in

__all__ = [
    "AreaDraft",
    "Outcome",
    "change_indicator",
    "choose",
    "forget_files",
    "look",
    "make_indicator",
    "make_series",
    "offer_indicator",
    "put_areas",
    "put_cells",
    "put_figures",
    "read_in",
    "send",
    "show_indicator",
    "take_back",
    "take_indicator",
    "throw_away",
    "type_in",
    "undo_run",
    "weigh_peers",
]
