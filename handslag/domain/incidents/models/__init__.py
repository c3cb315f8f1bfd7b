from handslag.domain.incidents.models.catalogue import Category, Desk, Route
from handslag.domain.incidents.models.counts import Count, Tally
from handslag.domain.incidents.models.groups import Group, GroupMember
from handslag.domain.incidents.models.handling import Message, MeToo, Photo, Step
from handslag.domain.incidents.models.logs import Batch, Reading, Training
from handslag.domain.incidents.models.reports import Contact, Held, Incident, Report

__all__ = [
    "Batch",
    "Category",
    "Contact",
    "Count",
    "Desk",
    "Group",
    "GroupMember",
    "Held",
    "Incident",
    "MeToo",
    "Message",
    "Photo",
    "Reading",
    "Report",
    "Route",
    "Step",
    "Tally",
    "Training",
]
