"""The rules of procedure (reglemente) of a council as a file: one at a time."""

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.files import services as files
from handslag.core.files.models import StoredFile
from handslag.domain.council.models import Council
from handslag.domain.council.services.steps import locked_council, may_run, tell_public


@transaction.atomic
def save_charter(actor: Actor, council: Council, *, name: str, content: bytes) -> None:
    """Let this file be the rules of the council, in the place of the one before."""
    may_run(actor, council)
    row = locked_council(council)
    stored = files.store(actor, name, content)
    _put(row, stored)
    record(
        actor,
        "council.charter_saved",
        row,
        on_behalf=row.home_id,
        sha256=stored.sha256,
    )


@transaction.atomic
def remove_charter(actor: Actor, council: Council) -> None:
    """Take the file away: it was the wrong one, or holds no longer."""
    may_run(actor, council)
    row = locked_council(council)
    sha256 = row.charter_file.sha256 if row.charter_file else None
    _put(row, None)
    record(actor, "council.charter_removed", row, on_behalf=row.home_id, sha256=sha256)


def _put(row: Council, stored: StoredFile | None) -> None:
    row.charter_file = stored
    row.save(update_fields=["charter_file"])
    tell_public(row)
