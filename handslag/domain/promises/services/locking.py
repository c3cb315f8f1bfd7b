"""Find the row one decides on, locked."""

from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import State, editable


def locked(set_: PromiseSet) -> PromiseSet:
    """The set as it stands now, held until the transaction ends."""
    return PromiseSet.objects.select_for_update(of=("self",)).get(pk=set_.pk)


def locked_draft(set_: PromiseSet) -> PromiseSet:
    """The set, locked, if its text may be changed at all."""
    row = locked(set_)
    editable(State(row.state))
    return row
