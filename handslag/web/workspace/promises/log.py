"""What has been done with a set, by whom: the log in words."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.core.audit import queries as audit
from handslag.core.audit.models import Entry
from handslag.domain.organisations import queries as organisations
from handslag.domain.promises import queries
from handslag.web.requests import WorkRequest
from handslag.web.words.promises import AMENDMENTS, CHANGES, RHYTHMS
from handslag.web.workspace.sight import shown, the_set

ON_A_PAGE = 50

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
ACTORS: Mapping[str, str | Lazy] = {
    "link": gettext_lazy("An approver, by link"),
    "system": gettext_lazy("The installation itself"),
    "anyone": gettext_lazy("Anyone"),
}
CODES: Mapping[str, str | Lazy] = {
    "channel:account": gettext_lazy("signed in"),
    "channel:link": gettext_lazy("by link"),
    "channel:sms": gettext_lazy("code by text message"),
    "channel:read_out": gettext_lazy("code read out"),
    "language:en": gettext_lazy("to English"),
    **{f"rhythm:{code}": words for code, words in RHYTHMS.items()},
    **{f"kind:{code}": words for code, words in AMENDMENTS.items()},
    **{f"change:{code}": words for code, words in CHANGES.items()},
}


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The log of a set with all that belongs to it, the latest first."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    entries = audit.about_any(queries.all_of(set_))
    shown_now = Paginator(entries, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"set": set_, "page": shown_now, "rows": _rows(list(shown_now))}
    return shown(request, "promises/log", context)


def _rows(entries: Iterable[Entry]) -> list[dict[str, object]]:
    entries = list(entries)
    people = {int(one.actor_key) for one in entries if one.actor_kind == "person"}
    names = organisations.names_of(people)
    return [
        {
            "at": one.at,
            "deed": DEEDS.get(one.action, one.action),
            "who": _who(one, names),
            "details": ", ".join(filter(None, map(_detail, one.details.items()))),
            "nr": one.pk,
        }
        for one in entries
    ]


def _detail(detail: tuple[str, object]) -> str:
    """One code of a row, in words where it has any."""
    name, value = detail
    if name == "version":
        return _("version %(number)s") % {"number": value}
    if name == "texts":
        return ngettext("%(n)s text", "%(n)s texts", int(str(value))) % {"n": value}
    return str(CODES.get(f"{name}:{value}", ""))


def _who(entry: Entry, names: Mapping[int, str]) -> str:
    if entry.actor_kind == "person":
        return names.get(int(entry.actor_key)) or _("Someone who has left")
    return str(ACTORS.get(entry.actor_kind, entry.actor_kind))
