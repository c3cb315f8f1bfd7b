"""Find the row one decides on, locked."""

from handslag.core.refusals import same_revision
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.states import editable
from handslag.domain.agreements.rules.words import State


def locked(agreement: Agreement) -> Agreement:
    """The agreement as it stands now, held until the transaction ends."""
    return Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)


def locked_draft(agreement: Agreement, *, revision: int | None = None) -> Agreement:
    """The agreement, locked, if its text may be changed; by one who saw this revision."""
    row = locked(agreement)
    editable(State(row.state))
    if revision is not None:
        same_revision(revision, row.revision)
        row.revision += 1
    return row
