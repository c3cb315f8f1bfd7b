"""The events of one's municipalities, by type and month."""

import re
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from handslag.domain.police_events import queries
from handslag.domain.police_events.models import PoliceEvent
from handslag.domain.police_events.queries import Events
from handslag.domain.police_events.rules import Asked, What
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import moment, number
from handslag.web.words.police_events import CHANGED
from handslag.web.workspace import fields
from handslag.web.workspace.sight import shown

ON_A_PAGE = 50
_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])\Z")


class AskedForm(forms.Form):
    """Of one type, of one month, or all."""

    typ = fields.choice(gettext_lazy("Type"), [])
    manad = fields.choice(gettext_lazy("Month"), [])


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """The latest first, with what they are and are not."""
    seen = queries.events_seen_by(request.actor, today=request.today)
    asked = _asked(request)
    events = queries.chosen(seen, asked)
    rows = Paginator(events, ON_A_PAGE).get_page(request.GET.get("sida"))
    homes = {one.municipality.short_name for one in rows}
    narrowed = {"typ": asked.kind, "manad": asked.month}
    query = urlencode({name: word for name, word in narrowed.items() if word})
    context = {
        "answer": _answer(queries.how_many(events)),
        "form": _form(request, queries.kinds(seen), _months(seen)),
        "page": rows,
        "rows": [_line(one, several=len(homes) > 1) for one in rows],
        "query": f"{query}&" if query else "",
        "is_narrowed": bool(query),
    }
    return shown(request, "police_events/listing", context)


def _asked(request: WorkRequest) -> Asked:
    month = request.GET.get("manad", "")
    kind = request.GET.get("typ", "").replace("\0", "")
    return Asked(kind, month if _MONTH.match(month) else "")


def _form(
    request: WorkRequest, kinds: list[str], months: list[tuple[str, str]]
) -> AskedForm:
    form = AskedForm(request.GET)
    every = ("", _("All"))
    choices = {"typ": [every, *((one, one) for one in kinds)], "manad": [every, *months]}
    for name, some in choices.items():
        field = form.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = some
    return form


def _months(seen: Events) -> list[tuple[str, str]]:
    return [
        (f"{one:%Y-%m}", f"{MONTHS[one.month]} {one.year}") for one in queries.months(seen)
    ]


def _answer(count: int) -> str:
    if not count:
        return _("No event is told of here.")
    said = ngettext(
        "The police tell of %(n)s event.", "The police tell of %(n)s events.", count
    )
    return said % {"n": number(count)}


def _line(event: PoliceEvent, *, several: bool) -> dict[str, object]:
    hint = [moment(event.occurred_at), event.place or event.stated]
    if several and event.municipality.short_name not in hint:
        hint.append(event.municipality.short_name)
    if event.is_summary:
        hint.append(_("tells of many at once, and is not counted"))
    latest = next(iter(event.changes.all()), None)
    if latest:
        what = CHANGED[What(latest.what)]
        hint.append(_("%(what)s, %(when)s") % {"what": what, "when": moment(latest.at)})
    return {"href": event.url, "text": event.kind, "hint": " · ".join(map(str, hint))}
