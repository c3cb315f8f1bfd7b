"""All connections, and the latest runs."""

from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.core.connections import queries
from handslag.core.connections.models import Connection, Run
from handslag.core.connections.rules import ASKED, Connector
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import moment, number
from handslag.web.words.connections import ASKS, GIVES, NAMES, failure
from handslag.web.workspace.sight import shown

RUNS = 25


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """What is asked and what is read, on or off, and how it went."""
    every = queries.every()
    runs = queries.runs_seen_by(request.actor)[:RUNS]
    context = {
        "answer": _answer(sum(one.is_on for one in every)),
        "asked": [_told(one) for one in every if one.connector in ASKED],
        "files": [_told(one) for one in every if one.connector not in ASKED],
        "may": bool(request.actor.where(Act.CONNECT)),
        "columns": [
            {"text": _("When")},
            {"text": _("What")},
            {"text": _("How it went")},
            {"text": _("New"), "num": True},
            {"text": _("Changed"), "num": True},
            {"text": pgettext("run", "Refused"), "num": True},
        ],
        "rows": [_row(one) for one in runs],
    }
    return shown(request, "connections/listing", context)


def how(run: Run) -> str:
    """In a few words how a run went."""
    if run.failure:
        return failure(run.failure)
    if run.undone_at:
        return _("Taken back")
    return _("A trial: nothing was kept") if run.is_dry else _("Taken in")


def _answer(on: int) -> str:
    if not on:
        return _("Nothing outside is asked. Files can be handed in all the same.")
    said = ngettext(
        "%(n)s outside system is asked by itself.",
        "%(n)s outside systems are asked by themselves.",
        on,
    )
    return said % {"n": number(on)}


def _told(one: Connection) -> dict[str, object]:
    connector = Connector(one.connector)
    facts = [
        (_("Last success"), _when(one.last_success)),
        (_("Last failure"), _failed(one)),
    ]
    if connector in ASKED:
        state = pgettext("connection", "On") if one.is_on else pgettext("connection", "Off")
        if one.wants_trial:
            state = _("%(state)s. A trial is made within a minute or so.") % {
                "state": state
            }
        facts = [
            (pgettext("connection", "State"), state),
            (_("From"), ASKS[connector]),
            *facts,
        ]
        if one.is_on and one.next_at:
            facts.append((_("Asked again"), moment(one.next_at)))
    return {
        "connector": connector.value,
        "href": reverse(f"workspace:connection-{connector}") if connector in ASKED else "",
        "name": NAMES[connector],
        "gives": GIVES[connector],
        "facts": facts,
        "has_own_file": connector is Connector.POLISEN,
    }


def _when(at: datetime | None) -> str:
    return moment(at) if at else _("Never")


def _failed(one: Connection) -> str:
    if one.last_failure is None:
        return _("Never")
    return f"{moment(one.last_failure)}. {failure(one.failure)}"


def _row(run: Run) -> list[object]:
    return [
        {"text": moment(run.at), "href": reverse("workspace:run", args=[run.public_id])},
        str(NAMES[Connector(run.connection.connector)]),
        how(run),
        number(run.new),
        number(run.changed),
        number(run.refused),
    ]
