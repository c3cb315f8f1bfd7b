"""What can be done with a walk, from its plan to what one sees the next time."""

from handslag.domain.walks.services.answering import answer, ask_owners, see_again
from handslag.domain.walks.services.citing import cite
from handslag.domain.walks.services.noting import (
    let_through,
    make_responsible,
    note_finding,
    note_sheet,
    remove_finding,
    save_finding,
)
from handslag.domain.walks.services.photos import (
    forget_photos,
    mark_photo,
    remove_photo,
    take_in_photo,
)
from handslag.domain.walks.services.planning import (
    hold_third,
    invite,
    plan_walk,
    save_held,
    save_walk,
    walk_again,
)
from handslag.domain.walks.services.routes import (
    add_stop,
    move_stop,
    remove_stop,
    save_stop,
)
from handslag.domain.walks.services.watching import (
    begin_flag,
    count_watch,
    save_flag,
    save_watch,
)

__all__ = [
    "add_stop",
    "answer",
    "ask_owners",
    "begin_flag",
    "cite",
    "count_watch",
    "forget_photos",
    "hold_third",
    "invite",
    "let_through",
    "make_responsible",
    "mark_photo",
    "move_stop",
    "note_finding",
    "note_sheet",
    "plan_walk",
    "remove_finding",
    "remove_photo",
    "remove_stop",
    "save_finding",
    "save_flag",
    "save_held",
    "save_stop",
    "save_walk",
    "save_watch",
    "see_again",
    "take_in_photo",
    "walk_again",
]
