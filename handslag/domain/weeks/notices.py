"""Who is told what after a meeting of a group. Decides nothing."""

from collections import defaultdict

from django.conf import settings
from django.utils.translation import gettext as _

from handslag.core.mail.services import post_letter
from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks.models import Meeting, Priority, Target
from handslag.domain.weeks.queries import Papers

ABOUT = "weeks"


def targets_given(meeting: Meeting, papers: Papers) -> None:
    """Each organisation is told what it took on. One without an address is not."""
    taken: dict[Organisation, list[tuple[Priority, Target]]] = defaultdict(list)
    for priority in papers.priorities:
        for target in priority.targets.all():
            taken[target.organisation].append((priority, target))
    for organisation, targets in taken.items():
        if organisation.contact_email:
            _post(meeting, organisation, targets)


def _post(
    meeting: Meeting, organisation: Organisation, targets: list[tuple[Priority, Target]]
) -> None:
    day = meeting.held_on.isoformat()
    post_letter(
        to=organisation.contact_email,
        subject=_("What you took on: %(group)s, %(day)s")
        % {"group": meeting.group.name, "day": day},
        body=_(
            "At the meeting of %(group)s on %(day)s %(organisation)s took on:\n\n"
            "%(targets)s\n\nAt the next meeting you are asked what became of it.\n\n"
            "If you have an account you read more here:\n%(address)s"
        )
        % {
            "group": meeting.group.name,
            "day": day,
            "organisation": organisation.name,
            "targets": "\n".join(_line(*one) for one in targets),
            "address": address(meeting),
        },
        about=ABOUT,
    )


def _line(priority: Priority, target: Target) -> str:
    where = priority.where or (priority.place.name if priority.place else "")
    about = f"{priority.what}, {where}" if where else priority.what
    by = _(" (by %(day)s)") % {"day": target.by.isoformat()} if target.by else ""
    return f"– {target.words}{by}\n  {about}"


def address(meeting: Meeting) -> str:
    """Where those with an account read of the meeting. Letters are kept: so is this."""
    group, key = meeting.group.public_id, meeting.public_id
    return f"{settings.PUBLIC_ADDRESS}/arbete/veckan/{group}/mote/{key}/"
