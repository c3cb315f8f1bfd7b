"""The texts of an agreement, as the page for English asks for them."""

from collections.abc import Mapping

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.core.access import Act
from handslag.domain.agreements import queries, services
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.published import TextKind, read, texts_of
from handslag.web.workspace.agreements.sight import the_agreement
from handslag.web.workspace.english import English
from handslag.web.workspace.english_sheet import Source

NAMES: Mapping[TextKind, str | Lazy] = {
    TextKind.NAME: gettext_lazy("Name of the agreement"),
    TextKind.VISION: gettext_lazy("Vision"),
    TextKind.PURPOSE: gettext_lazy("Purpose"),
    TextKind.FIELD: gettext_lazy("Area of cooperation"),
    TextKind.PROBLEM: gettext_lazy("Problem in focus"),
    TextKind.BACKGROUND: gettext_lazy("Background"),
    TextKind.CHANGES: gettext_lazy("What is changed since the last one"),
    TextKind.GOAL: gettext_lazy("Goal"),
    TextKind.SEEN_BY: gettext_lazy("How the goal is seen"),
    TextKind.COMMITMENT: gettext_lazy("Commitment"),
    TextKind.STEERING: gettext_lazy("Place in the party's ordinary steering"),
    TextKind.CONTACT: gettext_lazy("Appointed contact"),
    TextKind.FOLLOW_UP: gettext_lazy("How it is followed up"),
    TextKind.FOLLOW_UP_BY: gettext_lazy("Who follows up"),
    TextKind.DOCUMENTATION: gettext_lazy("How the work is documented"),
    TextKind.STATUTE: gettext_lazy("Another plan it is tied to"),
    TextKind.PERIOD: gettext_lazy("The period"),
    TextKind.ATTACHMENT: gettext_lazy("Title of a file"),
}


def source_of(row: Agreement) -> Source | None:
    """The texts that are public."""
    if row.version is None:
        return None
    parties = read(row.version.content).parties
    return Source(
        version=row.version,
        approved=texts_of,
        names=NAMES,
        parts={one.id: (None, one.name) for one in parties},
        whole=_("The agreement as a whole"),
        rest=_("Follow-up and other plans"),
    )


ENGLISH = English(
    act=Act.WRITE_AGREEMENT,
    find=the_agreement,
    party_ids=queries.party_ids,
    source=source_of,
    translate=services.translate,
    title=gettext_lazy("The agreement in English"),
    gone=gettext_lazy("No longer in the agreement"),
    page="workspace:agreement",
    here="workspace:agreement-english",
)
