from handslag.domain.year.services.feeds import end_feed, make_feed
from handslag.domain.year.services.law import name_board, state_why, withdraw_why
from handslag.domain.year.services.reminding import remind
from handslag.domain.year.services.reporting import give_report, save_introduction
from handslag.domain.year.services.rhythm import (
    add_rhythm,
    remove_rhythm,
    save_rhythm,
    take_usual,
)

__all__ = [
    "add_rhythm",
    "end_feed",
    "give_report",
    "make_feed",
    "name_board",
    "remind",
    "remove_rhythm",
    "save_introduction",
    "save_rhythm",
    "state_why",
    "take_usual",
    "withdraw_why",
]
