from handslag.domain.dialogues.models.dialogues import (
    CameFrom,
    Dialogue,
    Meeting,
    NotesDraft,
    NoteSheet,
    ProfileCount,
)
from handslag.domain.dialogues.models.releases import Release, Withdrawal
from handslag.domain.dialogues.models.signing import SignUp

__all__ = [
    "CameFrom",
    "Dialogue",
    "Meeting",
    "NoteSheet",
    "NotesDraft",
    "ProfileCount",
    "Release",
    "SignUp",
    "Withdrawal",
]
