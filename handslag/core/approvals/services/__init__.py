"""Freezing a text, asking the parties about it, and taking their answers."""

from handslag.core.approvals.services.asking import (
    by_link,
    invite,
    reason_for,
    signed_in,
    still_open,
)
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

__all__ = [
    "Voter",
    "by_link",
    "cast",
    "check_code",
    "freeze",
    "invite",
    "link_actor",
    "make_link",
    "open_link",
    "open_round",
    "reason_for",
    "signed_in",
    "still_open",
    "use_link",
    "withdraw",
]
