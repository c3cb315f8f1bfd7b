"""Answers are taken out as rows, to be counted in other programs."""

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.domain.surveys.figures.exports import Export, export_of
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries import locked, sizes_of
from handslag.domain.surveys.queries.exporting import check_may_export
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.exporting import ExportForm, Purpose


@transaction.atomic
def export_answers(
    actor: Actor, survey: Survey, purpose: Purpose, form: ExportForm
) -> Export:
    """Take out what has been counted of a closed survey. What for is in the log.

    All is read here: nothing that happens afterwards can change it half-way. Raises
    NotAllowedError: those of `check_may_export`.
    """
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    check_may_export(row)
    found = export_of(row, read(row.document), _margins(row))
    record(
        actor,
        "surveys.answers_exported",
        row,
        on_behalf=row.home_id,
        n=found.n,
        purpose=purpose.value,
        form=form.value,
    )
    return found


def _margins(row: Survey) -> dict[str, dict[str, int]]:
    """How many live there, by sex and age."""
    found: dict[str, dict[str, int]] = {}
    for (what, code), n in sizes_of(row).items():
        found.setdefault(what, {})[code] = n
    return found
