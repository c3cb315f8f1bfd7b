"""Find what the person may see. What they may not see is not there: 404."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from handslag.core.access import Act, require
from handslag.core.approvals.rules import VoteRefusedError
from handslag.core.files import services as files
from handslag.core.files.models import StoredFile
from handslag.core.files.rules import SUFFIXES, FileRefusedError
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import queries
from handslag.domain.promises.models import FollowUp, Promise, PromiseSet
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal


def the_set(request: WorkRequest, key: UUID, act: Act | None = None) -> PromiseSet:
    """The set, if the person may see it and, with `act`, may do that with it."""
    found = get_object_or_404(queries.visible_to(request.actor), public_id=key)
    if act is not None:
        require(request.actor, act, in_any_of=queries.party_ids(found))
    return found


def the_promise(
    request: WorkRequest, key: UUID, promise: UUID, act: Act | None = None
) -> Promise:
    """One promise in a set that the person may see."""
    found = get_object_or_404(
        queries.promise_of(request.actor, str(promise)), set__public_id=key
    )
    if act is not None:
        require(request.actor, act, in_any_of=queries.party_ids(found.set))
    return found


def the_follow_up(request: WorkRequest, key: UUID, follow_up: UUID) -> FollowUp:
    """One follow-up of a set that the person may see."""
    return get_object_or_404(
        queries.follow_up_of(request.actor, str(follow_up)), set__public_id=key
    )


@dataclass(frozen=True, slots=True)
class May:
    """What the person may do with a set: which buttons there are."""

    write: bool
    ask: bool
    report: bool
    follow_up: bool


def may(request: WorkRequest, set_: PromiseSet) -> May:
    """What this person may do with this set."""
    parties = queries.party_ids(set_)

    def allowed(act: Act) -> bool:
        return bool(parties & request.actor.where(act))

    return May(
        write=allowed(Act.WRITE_PROMISE),
        ask=allowed(Act.ASK_FOR_APPROVAL),
        report=allowed(Act.REPORT_PROGRESS),
        follow_up=allowed(Act.FOLLOW_UP),
    )


def home_of(request: WorkRequest, homes: QuerySet[Organisation]) -> Organisation | None:
    """For which of these a new thing is: the one asked for, or the only one."""
    asked = request.GET.get("for") or request.POST.get("for")
    if asked:
        return get_object_or_404(homes, public_id=asked)
    return homes[0] if len(homes) == 1 else None


def done(form: forms.BaseForm, deed: Callable[[], object], *, file: str = "file") -> bool:
    """Do it; if the rules say no, the form says why and keeps what was typed.

    `file`: the field that a file came in, should it be that which is wrong.
    """
    try:
        deed()
    except NotAllowedError as error:
        form.add_error(None, refusal(error))
    except VoteRefusedError as error:
        form.add_error(None, gettext(error.sentence))
    except FileRefusedError as error:
        form.add_error(file, gettext(error.sentence))
    else:
        return True
    return False


def shown(
    request: WorkRequest, template: str, context: Mapping[str, object], *forms_: object
) -> HttpResponse:
    """The page; with status 422 when a form on it came back with errors."""
    wrong = any(getattr(form, "errors", None) for form in forms_)
    return render(
        request, f"arbete/{template}.html", dict(context), status=422 if wrong else 200
    )


def handed_out(stored: StoredFile) -> HttpResponse:
    """A file, to those who may see the thing that it belongs to."""
    response = HttpResponse(files.content(stored), content_type=stored.media_type)
    name = f"{stored.sha256[:12]}{SUFFIXES[stored.media_type]}"
    # Shown as a file and never as a page of ours, whatever it holds.
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
