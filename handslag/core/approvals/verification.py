"""Do the frozen texts still say what was approved?

Each text is hashed anew, and compared with what was written down about it: the
fingerprint beside it, the row of the log from the day it was frozen, and the
votes. Whoever changes all of them has changed the log, and that is found there.
"""

from collections.abc import Iterator

from django.db.models import F

from handslag.core.approvals.models import Version, Vote
from handslag.core.approvals.rules import fingerprint
from handslag.core.audit.models import Entry
from handslag.core.audit.rules import Finding

_AT_A_TIME = 200


def findings() -> Iterator[Finding]:
    """Every text that is another than it was, that nobody froze, or that is gone."""
    frozen = Entry.objects.filter(action="version_frozen")
    logged = {row.subject_id: row.details.get("fingerprint") for row in frozen.iterator()}
    for version in Version.objects.order_by("pk").iterator(_AT_A_TIME):
        said = logged.pop(str(version.public_id), None)
        place = f"{version.subject_id}, {version.number}"
        if fingerprint(version.content) != version.fingerprint:
            yield Finding("text_changed", place)
        elif said != version.fingerprint:
            yield Finding("text_not_in_log", place)
    for gone in logged:
        yield Finding("text_gone", gone)
    about_another = Vote.objects.exclude(
        fingerprint=F("round_party__round__version__fingerprint")
    )
    for vote in about_another.select_related("round_party__round__version"):
        version = vote.round_party.round.version
        yield Finding("vote_on_another_text", f"{version.subject_id}, {version.number}")
