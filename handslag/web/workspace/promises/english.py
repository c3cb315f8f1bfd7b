"""The texts of a set of promises, as the page for English asks for them."""

from collections.abc import Mapping

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.core.access import Act
from handslag.core.approvals.translations import ApprovedText
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import TextKind, approved_texts, read
from handslag.web.workspace.english import English
from handslag.web.workspace.english_sheet import Source
from handslag.web.workspace.sight import the_set

NAMES: Mapping[TextKind, str | Lazy] = {
    TextKind.NAME: gettext_lazy("Name of the set"),
    TextKind.LEAD: gettext_lazy("Introduction"),
    TextKind.PURPOSE: gettext_lazy("What it is for"),
    TextKind.HEADING: gettext_lazy("Heading"),
    TextKind.TEXT: gettext_lazy("The promise"),
    TextKind.PLACE: gettext_lazy("Place"),
    TextKind.WHEN: gettext_lazy("Time"),
    TextKind.CONDITION: gettext_lazy("The condition"),
    TextKind.ACTIVITY: gettext_lazy("Activity"),
    TextKind.ACTIVITY_PLACE: gettext_lazy("Place of the activity"),
    TextKind.ACTIVITY_WHEN: gettext_lazy("Time of the activity"),
    TextKind.UNIT: gettext_lazy("What is counted"),
    TextKind.PER: gettext_lazy("Per what"),
    TextKind.COUNTING_RULE: gettext_lazy("How it is counted"),
    TextKind.CLOCK_STARTS: gettext_lazy("When the clock starts"),
    TextKind.PRECONDITION: gettext_lazy("What must have happened first"),
    TextKind.NOTE: gettext_lazy("Note on the target"),
    TextKind.DIRECTION_WHY: gettext_lazy("Why more or less is good"),
    TextKind.GROUND: gettext_lazy("What it rests on"),
    TextKind.GROUND_PERIOD: gettext_lazy("Time of what it rests on"),
    TextKind.GROUND_PLACE: gettext_lazy("Place of what it rests on"),
    TextKind.FOLLOW_UP: gettext_lazy("How it is followed up"),
    TextKind.PLAN: gettext_lazy("Name of the follow-up"),
    TextKind.FUNCTION: gettext_lazy("Who follows up"),
    TextKind.DELEGATE: gettext_lazy("Who stands in"),
    TextKind.FORUM: gettext_lazy("Where it is reported"),
    TextKind.PERIOD: gettext_lazy("The period"),
    TextKind.DECIDED_BY: gettext_lazy("Decided by"),
    TextKind.SIGNED: gettext_lazy("Signed"),
    TextKind.AGREEMENT: gettext_lazy("Agreement"),
    TextKind.LINEAGE_WHY: gettext_lazy("Why it changed since the set before"),
    TextKind.AMENDMENT: gettext_lazy("Why the text was changed"),
    TextKind.ATTACHMENT: gettext_lazy("Title of a file"),
}


def source_of(set_: PromiseSet) -> Source | None:
    """The texts that are public, if those who give them answer for them."""
    if set_.version is None or not queries.may_be_translated(set_):
        return None
    wording = read(set_.version.content)
    return Source(
        version=set_.version,
        approved=_approved,
        names=NAMES,
        parts={one.id: (one.nr, one.title) for one in wording.promises},
        whole=_("The set as a whole"),
        rest=_("Follow-up and decision"),
    )


def _approved(content: str) -> list[ApprovedText]:
    return approved_texts(read(content))


ENGLISH = English(
    act=Act.WRITE_PROMISE,
    find=the_set,
    party_ids=queries.party_ids,
    source=source_of,
    translate=services.translate,
    title=gettext_lazy("The promises in English"),
    gone=gettext_lazy("No longer in the promises"),
    page="workspace:set",
    here="workspace:english",
)
