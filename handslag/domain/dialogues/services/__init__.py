"""What can be done with dialogues. Every write."""

from handslag.domain.dialogues.services.citing import cite
from handslag.domain.dialogues.services.noting import (
    forget_drafts,
    keep_draft,
    keep_minutes,
    note,
    save_held,
)
from handslag.domain.dialogues.services.planning import (
    add_meeting,
    call_off,
    invite,
    plan_dialogue,
    save_dialogue,
    save_meeting,
)
from handslag.domain.dialogues.services.releasing import release, withdraw
from handslag.domain.dialogues.services.signing import (
    forget_sign_ups,
    give_back,
    remind,
    sign_up,
    sign_up_at,
)

__all__ = [
    "add_meeting",
    "call_off",
    "cite",
    "forget_drafts",
    "forget_sign_ups",
    "give_back",
    "invite",
    "keep_draft",
    "keep_minutes",
    "note",
    "plan_dialogue",
    "release",
    "remind",
    "save_dialogue",
    "save_held",
    "save_meeting",
    "sign_up",
    "sign_up_at",
    "withdraw",
]
