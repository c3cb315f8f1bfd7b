"""Steps that the services share: may you, the locked row, tell the public."""

from handslag.core.access import Act, Actor, require
from handslag.domain.council import queries
from handslag.domain.council.models import Council, Meeting
from handslag.domain.council.rules.meetings import Step, check_step
from handslag.domain.council.rules.words import MeetingState
from handslag.domain.organisations.services import bump_public


def may_run(actor: Actor, council: Council) -> None:
    """Those whom the council covers run it, and the police that serve them."""
    require(actor, Act.RUN_COUNCIL, in_any_of=queries.run_ids(council))


def locked_council(council: Council) -> Council:
    """The council as it stands now, held until the transaction ends."""
    return Council.objects.select_for_update(of=("self",)).get(pk=council.pk)


def locked_meeting(meeting: Meeting, *steps: Step) -> Meeting:
    """The meeting, locked, if one of these steps follows on where it stands."""
    rows = Meeting.objects.select_related("council__organisation", "council__home")
    row = rows.select_for_update(of=("self",)).get(pk=meeting.pk)
    check_step(MeetingState(row.state), *steps)
    return row


def tell_public(council: Council) -> None:
    """The pages of every municipality that the council covers are made anew."""
    bump_public(council.home, *queries.covered(council))
