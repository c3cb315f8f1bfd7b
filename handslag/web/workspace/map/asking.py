"""What is asked of the map: in the address bar, chosen in a form without a script."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext_lazy as _

from handslag.domain.incidents.queries.cells import Home
from handslag.domain.incidents.queries.lists import NOBODY, TROUBLE, Choices, Sought
from handslag.domain.incidents.rules import Phase
from handslag.domain.incidents.rules.release import LONGEST, month_after, months_before
from handslag.domain.incidents.rules.squares import Box, box_in
from handslag.web.workspace import fields
from handslag.web.workspace.reports.filters import OPEN, SoughtForm, kinds_among

EVERYTHING = "all"
USUAL = 12  # months that are shown when none are asked for
EVER = "all"
NAMES = ("within", "kind", "place", "phase", "owner", "since", "until")


@dataclass(frozen=True, slots=True)
class Span:
    """From the first month to the last; no first: from the beginning."""

    first: date | None
    last: date

    @property
    def until(self) -> date:
        return month_after(self.last) - timedelta(days=1)

    @property
    def is_one(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at: which reports, of which months, in which box."""

    sought: Sought
    span: Span
    box: Box | None
    metres: float  # of a pixel; 0: not said


def asked_in(query: QueryDict, home: Home, *, today: date) -> Asked:
    """What cannot be read is taken as not said."""
    span = span_in(query, today=today)
    sought = Sought(
        within=home.pk,
        phase=_phase(query.get("phase", "")),
        kind=kind_in(query),
        place=query.get("place", "").strip()[:100],
        owner=_owner(query.get("owner", "")),
        since=span.first,
        until=span.until,
    )
    return Asked(sought, span, box_in(query.get("ruta", "")), _metres(query))


def kind_in(query: QueryDict) -> str:
    """Troubles, if nothing else is asked for: what is safe is not added to what is not."""
    asked = query.get("kind", "") or TROUBLE
    return "" if asked == EVERYTHING else asked[:40]


def _phase(text: str) -> str:
    return text if text == OPEN or text in set(Phase) else ""


def _owner(text: str) -> str:
    """Nobody, or the public key of an organisation."""
    try:
        return text if text == NOBODY else str(UUID(text))
    except ValueError:
        return ""


def _metres(query: QueryDict) -> float:
    try:
        metres = float(query.get("meter", ""))
    except ValueError:
        return 0.0
    return metres if 0.01 < metres < 100_000 else 0.0  # noqa: PLR2004 - no screen shows less or more


def span_in(query: QueryDict, *, today: date) -> Span:
    """The months asked for. The wrong way round is turned; a year if nothing is said."""
    last = _month(query.get("until", "")) or today.replace(day=1)
    if query.get("since") == EVER:
        return Span(None, last)
    first = _month(query.get("since", "")) or months_before(last, USUAL - 1)
    return Span(min(first, last), max(first, last))


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def months(*, today: date) -> list[date]:
    """The months that can be chosen, the latest first: as long as reports are kept."""
    latest = today.replace(day=1)
    return [months_before(latest, n) for n in range(LONGEST + 1)]


class MapForm(SoughtForm):
    """What the map shows. As in the list of reports, with months for days."""

    field_order = ("kind", "since", "until", "place", "phase", "owner", "within")

    def __init__(
        self,
        *args: object,
        choices: Choices,
        homes: Sequence[Home],
        today: date,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, choices=choices, **kwargs)
        for name in ("channel", "late", "mine", "ruta"):
            del self.fields[name]
        self.fields["kind"] = fields.choice(
            _("What"),
            [
                (EVERYTHING, _("Everything, safe places too")),
                *kinds_among(choices),
            ],
        )
        named = [(f"{one:%Y-%m}", date_words(one, "F Y")) for one in months(today=today)]
        self.fields["since"] = fields.choice(
            _("From month"), [*named, (EVER, _("From the beginning"))]
        )
        self.fields["until"] = fields.choice(_("To month"), named)
        self.fields.pop("within", None)
        if len(homes) > 1:
            chosen = [(str(one.key), one.name) for one in homes]
            self.fields["within"] = fields.choice(_("Municipality"), chosen)
        self.order_fields(self.field_order)


def form_of(
    asked: Asked, home: Home, homes: Sequence[Home], choices: Choices, *, today: date
) -> forms.Form:
    """The form, as it was understood."""
    given = {
        "kind": asked.sought.kind or EVERYTHING,
        "since": f"{asked.span.first:%Y-%m}" if asked.span.first else EVER,
        "until": f"{asked.span.last:%Y-%m}",
        "place": asked.sought.place,
        "phase": asked.sought.phase,
        "owner": asked.sought.owner,
        "within": str(home.key),
    }
    return MapForm(initial=given, choices=choices, homes=homes, today=today)


def list_of(asked: Asked, home: Home, box: Box | None = None) -> str:
    """The address of the list of what is looked at here, in one box or in all of it."""
    sought = asked.sought
    said = {
        "within": home.key,
        "kind": sought.kind,
        "place": sought.place,
        "phase": sought.phase,
        "owner": sought.owner,
        "since": sought.since,
        "until": sought.until,
        "ruta": box,
    }
    query = urlencode({name: value for name, value in said.items() if value})
    return f"{reverse('workspace:reports')}?{query}"


def kept(query: QueryDict, **changed: object) -> str:
    """The address bar, with something changed in it; what is empty is not written."""
    said = {name: query.get(name, "") for name in (*NAMES, "ruta")} | changed
    return urlencode({name: value for name, value in said.items() if value})
