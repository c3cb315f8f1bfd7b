"""Steps that the services share: may you, the locked row, no persons in the words."""

from handslag.core.access import Act, Actor, require
from handslag.core.guard.rules import find
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Group
from handslag.domain.weeks.models import Meeting
from handslag.domain.weeks.rules import State
from handslag.domain.weeks.rules.drafts import check_planned


def may_lead(actor: Actor, group: Group) -> None:
    """The organisation that leads the group writes for it."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({group.lead_id}))


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it stands now, held until the transaction ends; not held yet."""
    row = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("group__lead")
        .get(pk=meeting.pk)
    )
    check_planned(State(row.state))
    return row


def check_words(*texts: str) -> None:
    """All of the group reads it, also those who are no authority: it is about places."""
    said = [
        text[one.start : one.end] for text in texts for one in find(text) if one.certain
    ]
    if said:
        raise NotAllowedError("weeks.personal_data", said=", ".join(said))
