"""A summary of a public page: the municipality takes it over, and settles objections."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.promises import services
from handslag.domain.promises.models import CorrectionRequest, PromiseSet
from handslag.domain.promises.published import read
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import done, shown, the_set


@require_http_methods(["GET", "HEAD", "POST"])
def take_over(request: WorkRequest, key: UUID) -> HttpResponse:
    """Read the summary, and answer for it from now on."""
    set_ = _at_home(request, key, Act.ASK_FOR_APPROVAL)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form, lambda: services.take_over(request.actor, set_, now=request.now)
    ):
        messages.success(
            request, _("The set is yours now. Begin a change to word it anew.")
        )
        return redirect("workspace:set", set_.public_id)
    context = {
        "set": set_,
        "form": form,
        "wording": read(set_.version.content) if set_.version else None,
    }
    return shown(request, "promises/take_over", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def take_down(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take the summary away from everyone's sight, or put it back."""
    set_ = _at_home(request, key, Act.ASK_FOR_APPROVAL)
    is_down = set_.taken_down_at is not None
    form = forms.Form(request.POST if request.method == "POST" else None)
    # What the page asked, not what holds now: a second press must not undo the first.
    back = "back" in request.POST
    deed = services.put_back if back else services.take_down
    if form.is_valid() and done(form, lambda: deed(request.actor, set_, now=request.now)):
        said = _("The summary is shown again.") if back else _("The summary is gone.")
        messages.success(request, said)
        return redirect("workspace:set", set_.public_id)
    context = {"set": set_, "form": form, "is_down": is_down}
    return shown(request, "promises/take_down", context, form)


@require_safe
def objections(request: WorkRequest, key: UUID) -> HttpResponse:
    """What people have said is wrong in the summary."""
    set_ = _at_home(request, key, Act.WRITE_PROMISE)
    context = {"set": set_, "requests": set_.correction_requests.order_by("-made_at")}
    return shown(request, "promises/objections", context)


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: WorkRequest, key: UUID, objection: UUID) -> HttpResponse:
    """Say that an objection has been dealt with."""
    set_ = _at_home(request, key, Act.WRITE_PROMISE)
    row: CorrectionRequest = get_object_or_404(
        set_.correction_requests, public_id=objection
    )
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form, lambda: services.settle_correction(request.actor, row, now=request.now)
    ):
        messages.success(request, _("The objection is settled."))
        return redirect("workspace:objections", set_.public_id)
    context = {"set": set_, "form": form, "objection": row}
    return shown(request, "promises/settle", context, form)


def _at_home(request: WorkRequest, key: UUID, act: Act) -> PromiseSet:
    """A set of which the person may do this in the municipality that keeps it."""
    set_ = the_set(request, key)
    require(request.actor, act, in_any_of=frozenset({set_.home_id}))
    return set_
