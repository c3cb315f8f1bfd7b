"""What can be done in a council, from its founding to what became of its tasks."""

from handslag.domain.council.services.adjusting import (
    add_note,
    confirm,
    freeze_minutes,
    publish,
    record_confirmation,
    take_back,
)
from handslag.domain.council.services.agenda import (
    add_item,
    move_item,
    remove_item,
    save_item,
    take_up,
)
from handslag.domain.council.services.calling import (
    call,
    cancel,
    plan_meeting,
    save_meeting,
)
from handslag.domain.council.services.charter import remove_charter, save_charter
from handslag.domain.council.services.founding import (
    add_group,
    found_council,
    join,
    save_council,
)
from handslag.domain.council.services.holding import (
    begin,
    save_attendance,
    save_minutes,
)
from handslag.domain.council.services.seating import add_seat, end_seat, save_seat
from handslag.domain.council.services.tasks_given import (
    drop_task,
    give_task,
    report_task,
)

__all__ = [
    "add_group",
    "add_item",
    "add_note",
    "add_seat",
    "begin",
    "call",
    "cancel",
    "confirm",
    "drop_task",
    "end_seat",
    "found_council",
    "freeze_minutes",
    "give_task",
    "join",
    "move_item",
    "plan_meeting",
    "publish",
    "record_confirmation",
    "remove_charter",
    "remove_item",
    "report_task",
    "save_attendance",
    "save_charter",
    "save_council",
    "save_item",
    "save_meeting",
    "save_minutes",
    "save_seat",
    "take_back",
    "take_up",
]
