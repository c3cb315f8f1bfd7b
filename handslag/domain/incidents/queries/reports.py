"""Finding reports: those somebody may see, the one a receipt leads to."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from handslag.domain.incidents.models import Incident, Report
from handslag.domain.incidents.rules.codes import plain_code
from handslag.domain.incidents.rules.sight import Sight


def visible_to(sight: Sight, *, within: int | None = None) -> QuerySet[Incident]:
    """The incidents that a viewer may see at all. Which words: `rules.sight.may_read`.

    `within` is for speed: in a municipality of one's own all is seen, and the database
    need not ask about each row why.
    """
    if within is not None and within in sight.own:
        return Incident.objects.filter(within=within)
    own = Q(within__in=sight.own) | Q(by__in=sight.own) | Q(owner__in=sight.own)
    shared = Q(shared=True, within__in=list(sight.groups))
    return Incident.objects.filter(own | shared if sight.groups else own)


def report_by_key(key: UUID) -> Report | None:
    """The report that was received under this key."""
    return Report.objects.filter(key=key).first()


def report_by_code(code: str) -> Report | None:
    """The report that a receipt leads to, whichever way its code was typed."""
    plain = plain_code(code)
    if not plain:
        return None
    found = Report.objects.filter(code_hash=hash_of(plain)).select_related("within")
    return found.first()


def hash_of(plain: str) -> str:
    """What is stored of a code: nobody who reads the tables can use it."""
    return salted_hmac("handslag.receipt", plain, algorithm="sha256").hexdigest()
