"""What waits for one person about the councils."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.council import queries
from handslag.domain.council.models import Task
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.council.said import late_since
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """Minutes to confirm, late tasks, then what comes soon."""
    waiting = queries.waiting_for(request.actor, today=request.today)
    for adjuster in waiting.adjustments:
        meeting = adjuster.minutes.meeting
        yield Thing(
            reverse("workspace:meeting", args=[meeting.public_id]),
            _("Read and confirm the minutes: %(council)s") % {"council": meeting.council},
            hint=swedish_date(meeting.starts_at),
            urgent=True,
        )
    for task in (*waiting.late, *waiting.soon):
        yield _task(task, late=late_since(task.due_on, request.today))
    for meeting in waiting.unwritten:
        yield Thing(
            reverse("workspace:meeting", args=[meeting.public_id]),
            _("Write the minutes: %(council)s") % {"council": meeting.council},
            hint=swedish_date(meeting.starts_at),
        )
    for meeting in waiting.uncalled:
        yield Thing(
            reverse("workspace:meeting", args=[meeting.public_id]),
            _("Call the meeting: %(council)s") % {"council": meeting.council},
            hint=swedish_date(meeting.starts_at),
        )


def _task(task: Task, *, late: str) -> Thing:
    return Thing(
        reverse("workspace:council-task", args=[task.public_id]),
        _("Task from %(council)s: %(task)s") % {"council": task.council, "task": task},
        hint="" if late else _("by %(day)s") % {"day": swedish_date(task.due_on)},
        late=late,
        urgent=bool(late),
    )
