"""What has been done with a set, by whom: the log in words."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.promises import queries
from handslag.web.requests import WorkRequest
from handslag.web.words.promises import AMENDMENTS, CHANGES, RHYTHMS
from handslag.web.workspace.logbook import shown_log
from handslag.web.workspace.sight import the_set

DEEDS: Mapping[str, str | Lazy] = {
    "promises.set_drafted": gettext_lazy("Began the draft"),
    "promises.set_renewed": gettext_lazy("Began the draft from an earlier set"),
    "promises.set_worded": gettext_lazy("Changed the words of the set"),
    "promises.parties_set": gettext_lazy("Changed who gives the promises"),
    "promises.grounds_cited": gettext_lazy("Changed what the set rests on"),
    "promises.follow_up_planned": gettext_lazy("Planned the follow-up"),
    "promises.promise_added": gettext_lazy("Added a promise"),
    "promises.promise_worded": gettext_lazy("Changed a promise"),
    "promises.promise_moved": gettext_lazy("Moved a promise"),
    "promises.promise_removed": gettext_lazy("Took out a promise"),
    "promises.change_explained": gettext_lazy("Explained a change since the set before"),
    "promises.missing_explained": gettext_lazy("Wrote why a link is missing"),
    "promises.approval_asked": gettext_lazy("Asked for approval"),
    "promises.approval_withdrawn": gettext_lazy("Took the question back"),
    "promises.link_sent": gettext_lazy("Sent an approver a link"),
    "promises.approved": gettext_lazy("Said yes"),
    "promises.refused": gettext_lazy("Said no"),
    "promises.published": gettext_lazy("Published"),
    "promises.translated": gettext_lazy("Translated texts"),
    "promises.restated": gettext_lazy("Restated an older set from its document"),
    "promises.imported": gettext_lazy("Imported the set"),
    "promises.file_attached": gettext_lazy("Attached a file"),
    "promises.file_detached": gettext_lazy("Took out a file"),
    "promises.correction_requested": gettext_lazy("Objected to the summary"),
    "promises.correction_settled": gettext_lazy("Settled an objection"),
    "promises.taken_over": gettext_lazy("Took over the set"),
    "promises.taken_down": gettext_lazy("Took down the summary"),
    "promises.put_back": gettext_lazy("Showed the summary again"),
    "promises.amendment_begun": gettext_lazy("Opened the published text for change"),
    "promises.amendment_ended": gettext_lazy("Left the text as it was published"),
    "promises.progress_reported": gettext_lazy("Reported progress"),
    "promises.progress_corrected": gettext_lazy("Corrected a report"),
    "promises.follow_up_begun": gettext_lazy("Began a follow-up"),
    "promises.follow_up_saved": gettext_lazy("Saved a follow-up"),
    "promises.follow_up_published": gettext_lazy("Published a follow-up"),
    "promises.turned_unreported": gettext_lazy("The day of a follow-up passed"),
}
CODES: Mapping[str, str | Lazy] = {
    "language:en": gettext_lazy("to English"),
    **{f"rhythm:{code}": words for code, words in RHYTHMS.items()},
    **{f"kind:{code}": words for code, words in AMENDMENTS.items()},
    **{f"change:{code}": words for code, words in CHANGES.items()},
}


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The log of a set with all that belongs to it, the latest first."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    above = reverse("workspace:set", args=[set_.public_id])
    return shown_log(
        request, queries.all_of(set_), DEEDS, above=above, name=set_.name, codes=CODES
    )
