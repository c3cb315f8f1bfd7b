"""What has been done with an agreement, by whom: the log in words."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.agreements import queries
from handslag.web.requests import WorkRequest
from handslag.web.workspace.agreements.sight import the_agreement
from handslag.web.workspace.logbook import shown_log

DEEDS: Mapping[str, str | Lazy] = {
    "agreements.drafted": gettext_lazy("Began the draft"),
    "agreements.template_used": gettext_lazy("Filled in the words that come with Handslag"),
    "agreements.renewed": gettext_lazy("Began the draft from an earlier agreement"),
    "agreements.worded": gettext_lazy("Changed words and days"),
    "agreements.contents_changed": gettext_lazy("Changed what it is about"),
    "agreements.parties_set": gettext_lazy("Changed who agrees"),
    "agreements.commitments_changed": gettext_lazy("Changed who does what"),
    "agreements.approval_asked": gettext_lazy("Asked for approval"),
    "agreements.approval_withdrawn": gettext_lazy("Took the question back"),
    "agreements.link_sent": gettext_lazy("Sent an approver a link"),
    "agreements.approved": gettext_lazy("Said yes"),
    "agreements.refused": gettext_lazy("Said no"),
    "agreements.published": gettext_lazy("Published"),
    "agreements.translated": gettext_lazy("Translated texts"),
    "agreements.restated": gettext_lazy("Restated what was signed on paper"),
    "agreements.file_attached": gettext_lazy("Attached a file"),
    "agreements.file_detached": gettext_lazy("Took out a file"),
    "agreements.follow_up_begun": gettext_lazy("Began a follow-up"),
    "agreements.follow_up_saved": gettext_lazy("Saved a follow-up"),
    "agreements.follow_up_published": gettext_lazy("Published a follow-up"),
    "agreements.ended": gettext_lazy("Ended it early"),
}
CODES: Mapping[str, str | Lazy] = {"language:en": gettext_lazy("to English")}


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The log of an agreement with all that belongs to it, the latest first."""
    row = the_agreement(request, key, Act.WRITE_AGREEMENT)
    above = reverse("workspace:agreement", args=[row.public_id])
    return shown_log(
        request, queries.all_of(row), DEEDS, above=above, name=row.name, codes=CODES
    )
