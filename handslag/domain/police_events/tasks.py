"""Asking the police, when it is turned on and when one may."""

from datetime import datetime

from django.conf import settings

from handslag.core.access import Actor, require_system
from handslag.core.connections.queries import is_due, wants_trial
from handslag.core.connections.rules import Connector, Outcome, failure_of
from handslag.core.connections.services import begin_call, end_call, note_run
from handslag.core.refusals import NotAllowedError
from handslag.domain.police_events.services import take_in
from handslag.integrations import http
from handslag.integrations.http import Fetch
from handslag.integrations.polisen import ADDRESS, agent

_FINE = 200
_POLISEN = Connector.POLISEN


def ask_the_police(actor: Actor, *, now: datetime, fetch: Fetch = http.fetch) -> int:
    """Ask once if it is due. Says how many events were new or changed.

    Not one transaction: a call that was made stays counted, whatever becomes of the answer.
    """
    require_system(actor)
    if not is_due(_POLISEN, now=now):
        return 0
    dry = wants_trial(_POLISEN)
    try:
        name = agent(settings.CONNECTION_CONTACT)
    except ValueError:
        note_run(actor, _POLISEN, Outcome(failure="no_contact"), dry=dry, now=now)
        return 0
    if not begin_call(actor, _POLISEN, now=now):
        return 0
    answer = fetch(ADDRESS, name, None)
    end_call(actor, _POLISEN, answer, now=now)
    if answer.status != _FINE:
        failed = Outcome(failure=failure_of(answer.status))
        note_run(actor, _POLISEN, failed, dry=dry, now=now)
        return 0
    try:
        run = take_in(actor, answer.body, now=now, dry=dry)
    except NotAllowedError:
        note_run(actor, _POLISEN, Outcome(failure="not_json"), dry=dry, now=now)
        return 0
    return run.new + run.changed
