"""Which municipality's desk a page is about, and whether the person runs it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.incidents import queries
from handslag.domain.incidents.models import Desk, Group
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind
from handslag.web.forms import OVERTAKEN, LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.workspace.sight import done


def the_home(request: WorkRequest, key: UUID) -> Organisation:
    """A municipality of one's own, whose reports one handles."""
    own = organisations.visible_to(request.actor).filter(kind=Kind.MUNICIPALITY)
    home = get_object_or_404(own, public_id=key)
    require(request.actor, Act.HANDLE_REPORTS, in_any_of=frozenset({home.pk}))
    return home


def the_desk(request: WorkRequest, key: UUID) -> Desk:
    """Its desk, once it has been opened."""
    home = the_home(request, key)
    desk = queries.desk_of(home)
    if desk is None:
        raise Http404
    desk.within = home
    return desk


def the_group(request: WorkRequest, key: UUID) -> Group:
    """A group that an organisation sits in or leads, whose reports one handles."""
    return get_object_or_404(queries.group_for(request.actor, key))


def saved(form: LockForm, deed: Callable[[], object], revision: Callable[[], int]) -> bool:
    """Do it. If somebody was faster, the form says so and keeps what was typed."""
    try:
        return done(form, deed)
    except ChangedMeanwhileError:
        form.overtaken(revision())
        return False


def sent(
    request: WorkRequest, deed: Callable[[], object], said: str, to: str, *named: object
) -> HttpResponse:
    """What a button does, with a sentence about it, and back."""
    try:
        deed()
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    except ChangedMeanwhileError:
        messages.error(request, str(OVERTAKEN))
    else:
        messages.success(request, said)
    return redirect(to, *named)
