"""What a dialogue must say, who may sign up, what may be released. Pure."""

from handslag.domain.dialogues.rules.drafts import (
    LEAST_VOICES,
    LONGEST_LINE,
    LONGEST_NOTES,
    LONGEST_TEXT,
    MOST_MEETINGS,
    MOST_PEOPLE,
    MOST_SLOTS,
    USUAL_VOICES,
    DialogueDraft,
    HeldDraft,
    MeetingDraft,
    lines_of,
)
from handslag.domain.dialogues.rules.releasing import (
    LEAST_SHOWN,
    Before,
    Shown,
    public_themes,
    quotes_under,
    shown_groups,
)
from handslag.domain.dialogues.rules.retention import RETENTION
from handslag.domain.dialogues.rules.scripts import SCRIPTS, Step, minutes_of
from handslag.domain.dialogues.rules.signing import (
    FORGET_AFTER,
    FORGET_DRAFTS_AFTER,
    REMIND_BEFORE,
    left,
    room,
)
from handslag.domain.dialogues.rules.words import (
    Age,
    Audience,
    Kind,
    Part,
    Room,
    Script,
    Sex,
)

__all__ = [
    "FORGET_AFTER",
    "FORGET_DRAFTS_AFTER",
    "LEAST_SHOWN",
    "LEAST_VOICES",
    "LONGEST_LINE",
    "LONGEST_NOTES",
    "LONGEST_TEXT",
    "MOST_MEETINGS",
    "MOST_PEOPLE",
    "MOST_SLOTS",
    "REMIND_BEFORE",
    "RETENTION",
    "SCRIPTS",
    "USUAL_VOICES",
    "Age",
    "Audience",
    "Before",
    "DialogueDraft",
    "HeldDraft",
    "Kind",
    "MeetingDraft",
    "Part",
    "Room",
    "Script",
    "Sex",
    "Shown",
    "Step",
    "left",
    "lines_of",
    "minutes_of",
    "public_themes",
    "quotes_under",
    "room",
    "shown_groups",
]
