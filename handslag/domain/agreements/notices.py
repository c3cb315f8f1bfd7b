"""Who is told what about agreements. Decides nothing.

The addresses here are promises too: letters are kept. A test opens each of them.
"""

from datetime import datetime

from handslag.core.periods import stockholm_day
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.queries import approvers_of
from handslag.domain.organisations.notices import ApprovalLetters


def letters(agreement: Agreement, now: datetime) -> ApprovalLetters:
    """What those who approve it, and those who write it, are told."""
    return ApprovalLetters(
        name=agreement.name,
        page=f"/arbete/overenskommelser/{agreement.public_id}/",
        about="agreement",
        home=agreement.home,
        approvers=approvers_of(agreement),
        today=stockholm_day(now),
    )


def public_address(agreement: Agreement) -> str:
    """Where everyone reads it: in its first municipality."""
    found = agreement.slugs.filter(
        current=True, municipality__slugs__current=True
    ).values_list("municipality__slugs__slug", "slug")
    where = found.order_by("pk").first()
    return f"/{where[0]}/overenskommelse/{where[1]}/" if where else "/"
