from handslag.domain.incidents.models.batches import Batch, BatchRow
from handslag.domain.incidents.models.catalogue import Category, Desk, MachineKey, Route
from handslag.domain.incidents.models.counts import Count, LedShare, Tally
from handslag.domain.incidents.models.groups import Group, GroupInvitation, GroupMember
from handslag.domain.incidents.models.handling import Message, MeToo, Photo, Step
from handslag.domain.incidents.models.logs import (
    LetterDeclined,
    MonthTold,
    Reading,
    TaskTold,
    Training,
)
from handslag.domain.incidents.models.releases import Drawn, Release, ReleasedSquare
from handslag.domain.incidents.models.reports import Contact, Held, Incident, Report

__all__ = [
    "Batch",
    "BatchRow",
    "Category",
    "Contact",
    "Count",
    "Desk",
    "Drawn",
    "Group",
    "GroupInvitation",
    "GroupMember",
    "Held",
    "Incident",
    "LedShare",
    "LetterDeclined",
    "MachineKey",
    "MeToo",
    "Message",
    "MonthTold",
    "Photo",
    "Reading",
    "Release",
    "ReleasedSquare",
    "Report",
    "Route",
    "Step",
    "Tally",
    "TaskTold",
    "Training",
]
