"""Whether the answers of a survey may be taken out."""

from django.db.models import Sum

from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries.surveys import count_of
from handslag.domain.surveys.rules.coding import columns
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.exporting import check_export


def check_may_export(survey: Survey) -> None:
    """Raises NotAllowedError: surveys.nothing_in_rows, and those of `check_export`.
    At most three queries."""
    if not columns(read(survey.document)):
        raise NotAllowedError("surveys.nothing_in_rows")
    last = count_of(survey)
    counted = survey.blocks.filter(is_counted=True).aggregate(n=Sum("answers"))
    check_export(
        survey.state,
        waiting=survey.batches.exists(),
        counted=last.n if last else 0,
        rows=counted["n"] or 0,
    )
