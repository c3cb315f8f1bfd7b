"""Reading in a file of another system: uploaded, understood, read in, taken back."""

from handslag.domain.incidents.services.advancing import (
    advance,
    advance_batches,
)
from handslag.domain.incidents.services.batches import (
    begin_reading,
    begin_undoing,
    choose_twins,
    judge,
    remove_batch,
    save_plan,
    upload,
)

__all__ = [
    "advance",
    "advance_batches",
    "begin_reading",
    "begin_undoing",
    "choose_twins",
    "judge",
    "remove_batch",
    "save_plan",
    "upload",
]
