"""Freezing a text, asking the parties about it, and taking their answers."""

from handslag.core.approvals.services.asking import Asking
from handslag.core.approvals.services.links import (
    check_code,
    link_actor,
    make_link,
    open_link,
    use_link,
)
from handslag.core.approvals.services.rounds import (
    Voter,
    cast,
    freeze,
    open_round,
    withdraw,
)
from handslag.core.approvals.services.translating import carry_translations, say_in

__all__ = [
    "Asking",
    "Voter",
    "carry_translations",
    "cast",
    "check_code",
    "freeze",
    "link_actor",
    "make_link",
    "open_link",
    "open_round",
    "say_in",
    "use_link",
    "withdraw",
]
