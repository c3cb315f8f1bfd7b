"""A form: shown, sent, refused, overtaken. Each of them goes this way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from handslag.core.refusals import ChangedMeanwhileError
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown

BOTH = ["GET", "HEAD", "POST"]
Now = Callable[[], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around a form, and where one goes from it."""

    title: str
    back: str
    above: str = ""  # the name of the page one goes back to
    answer: str = ""
    button: str = ""
    remove: str = ""  # the address where it is taken out


def written(
    request: WorkRequest,
    page: Page,
    form: forms.Form,
    deed: Callable[[], object],
    *,
    template: str,
    now: Now | None = None,
    more: Mapping[str, object] | None = None,
) -> HttpResponse:
    """Do it and go back; or say why not, with all that was typed. `now` are the words
    that stand there, should somebody else have been faster."""
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, deed):
                messages.success(request, _("Saved."))
                return redirect(page.back)
        except ChangedMeanwhileError:
            theirs = _overtaken(form, now)
    context = {"page": page, "form": form, "theirs": theirs, **(more or {})}
    return shown(request, template, context, form)


def _overtaken(form: forms.Form, now: Now | None) -> list[Difference]:
    if now is None or not isinstance(form, LockForm):
        raise ChangedMeanwhileError
    there = now()
    found = differences(form, there)
    form.overtaken(int(str(there["revision"])))
    return found


def nothing(request: WorkRequest) -> forms.Form:
    """A form without fields: the rules may still say no."""
    return forms.Form(request.POST if request.method == "POST" else None)
