"""What has been done with a thing, by whom: the log in words, for every part."""

from collections.abc import Iterable, Mapping, Sequence

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpResponse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from handslag.core.audit import queries as audit
from handslag.core.audit.models import Entry
from handslag.domain.organisations import queries as organisations
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import shown

ON_A_PAGE = 50
Names = Mapping[str, str | Lazy]

ACTORS: Names = {
    "link": gettext_lazy("An approver, by link"),
    "system": gettext_lazy("The installation itself"),
    "anyone": gettext_lazy("Anyone"),
}
CHANNELS: Names = {
    "channel:account": gettext_lazy("signed in"),
    "channel:link": gettext_lazy("by link"),
    "channel:sms": gettext_lazy("code by text message"),
    "channel:read_out": gettext_lazy("code read out"),
}


def shown_log(
    request: WorkRequest,
    things: Sequence[Model],
    deeds: Names,
    *,
    above: str,
    name: str,
    codes: Names | None = None,
) -> HttpResponse:
    """The log of these things, the latest first. `above`: the page of the thing."""
    entries = audit.about_any(things)
    shown_now = Paginator(entries, ON_A_PAGE).get_page(request.GET.get("sida"))
    rows = _rows(list(shown_now), deeds, {**CHANNELS, **(codes or {})})
    context = {"above": above, "name": name, "page": shown_now, "rows": rows}
    return shown(request, "log", context)


def _rows(entries: Iterable[Entry], deeds: Names, codes: Names) -> list[dict[str, object]]:
    entries = list(entries)
    people = {int(one.actor_key) for one in entries if one.actor_kind == "person"}
    names = organisations.names_of(people)
    return [
        {
            "at": one.at,
            "deed": deeds.get(one.action, one.action),
            "who": _who(one, names),
            "details": ", ".join(
                filter(None, (_detail(detail, codes) for detail in one.details.items()))
            ),
            "nr": one.pk,
        }
        for one in entries
    ]


def _detail(detail: tuple[str, object], codes: Names) -> str:
    """One code of a row, in words where it has any."""
    name, value = detail
    if name == "version":
        return _("version %(number)s") % {"number": value}
    if name == "texts":
        return ngettext("%(n)s text", "%(n)s texts", int(str(value))) % {"n": value}
    return str(codes.get(f"{name}:{value}", ""))


def _who(entry: Entry, names: Mapping[int, str]) -> str:
    if entry.actor_kind == "person":
        return names.get(int(entry.actor_key)) or _("Someone who has left")
    return str(ACTORS.get(entry.actor_kind, entry.actor_kind))
