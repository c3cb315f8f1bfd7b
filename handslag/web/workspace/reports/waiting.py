"""What waits for one person about what was reported. One query."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.access import Act
from handslag.domain.incidents import queries
from handslag.domain.incidents.queries.waiting import Waits
from handslag.web.answers import capital, number
from handslag.web.requests import WorkRequest
from handslag.web.workspace.waiting import Thing


def things(request: WorkRequest) -> Iterator[Thing]:
    """Late tasks and words that wait for a moderator first, then new ones."""
    deals = request.actor.where(Act.HANDLE_REPORTS)
    moderates = request.actor.where(Act.MODERATE_REPORTS)
    if not deals and not moderates:
        return
    waits = queries.waits_for(deals, moderates, today=request.today)
    yield from _urgent(waits)
    yield from _ahead(waits)


def _urgent(waits: Waits) -> Iterator[Thing]:
    """What is late, and words that others wait to read."""
    if waits.late:
        said = ngettext(
            "%(n)s event that is your task", "%(n)s events that are your task", waits.late
        )
        yield Thing(
            _list(mine="on", late="on"),
            _said(said, waits.late),
            late=_("later than was said"),
            urgent=True,
        )
    if waits.held:
        said = ngettext(
            "%(n)s text to read before anyone else does",
            "%(n)s texts to read before anyone else does",
            waits.held,
        )
        yield Thing(
            reverse("workspace:moderation"),
            _said(said, waits.held),
            hint=_("gone after 14 days"),
            urgent=True,
        )


def _ahead(waits: Waits) -> Iterator[Thing]:
    """What nobody has taken on, and what is in time."""
    if waits.nobodys:
        said = ngettext(
            "%(n)s event that is nobody's task yet",
            "%(n)s events that are nobody's task yet",
            waits.nobodys,
        )
        yield Thing(_list(owner="none", phase="open"), _said(said, waits.nobodys))
    if waits.mine:
        said = ngettext("%(n)s event to deal with", "%(n)s events to deal with", waits.mine)
        yield Thing(
            _list(mine="on", phase="open"), _said(said, waits.mine), hint=_("in time")
        )


def _said(words: str, n: int) -> str:
    return capital(words % {"n": number(n)})


def _list(**what: str) -> str:
    return f"{reverse('workspace:reports')}?{urlencode({**what, 'within': 'all'})}"
