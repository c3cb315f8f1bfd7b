"""The minutes as they are frozen: functions and organisations, never names."""

from collections.abc import Sequence
from typing import Any

from handslag.domain.council.models import Meeting, Seat, Task
from handslag.domain.council.queries.councils import covered
from handslag.domain.council.queries.meetings import Sheet, sheets


def content_of(meeting: Meeting, adjusters: Sequence[Seat]) -> dict[str, Any]:
    """Everything that the minutes say."""
    came = meeting.attendances.select_related("organisation")
    return {
        "council": meeting.council.name,
        "covers": [one.name for one in covered(meeting.council)],
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "place": meeting.place,
        "attendance": [
            {
                "organisation": one.organisation.name,
                "function": one.function,
                "presence": one.presence,
                "replaced_by": one.replaced_by,
            }
            for one in came
        ],
        "items": [_item(sheet) for sheet in sheets(meeting)],
        "adjusters": [
            {"organisation": seat.organisation.name, "function": seat.function}
            for seat in adjusters
        ],
    }


def _item(sheet: Sheet) -> dict[str, Any]:
    decision = None
    if sheet.paragraph is not None:
        decision = {"number": sheet.paragraph, "text": sheet.minute.decision}
    return {
        "id": sheet.item.public_id,
        "nr": sheet.nr,
        "title": sheet.item.title,
        "about": sheet.item.text,
        "link": {"to": sheet.item.link, "name": sheet.item.link_name},
        "kind": sheet.item.kind,
        "is_internal": sheet.item.is_internal,
        "text": sheet.minute.text,
        "decision": decision,
        "tasks": [_task(task) for task in sheet.tasks],
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "id": task.public_id,
        "text": task.text,
        "owner": task.owner.name,
        "function": task.function,
        "due_on": task.due_on,
        "is_internal": task.is_internal,
    }
