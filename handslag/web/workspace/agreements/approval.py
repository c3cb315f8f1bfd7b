"""The parties say yes to the same exact wording of an agreement."""

from collections.abc import Mapping

from django.utils.translation import get_language

from handslag.domain.agreements import queries, services
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.published import read
from handslag.web.exact import lines_of
from handslag.web.workspace.agreements.sight import the_agreement
from handslag.web.workspace.approving import Kind


def _exact(_agreement: Agreement, frozen: str) -> Mapping[str, object]:
    return {"lines": lines_of(read(frozen), language=(get_language() or "sv")[:2])}


AGREEMENTS = Kind(
    by=services.AGREEMENTS,
    find=the_agreement,
    content=queries.content,
    exact=_exact,
    page="workspace:agreement",
    rounds="workspace:agreement-rounds",
    version="workspace:agreement-version",
    wording="ui/exact.html",
)
