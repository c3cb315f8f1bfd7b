"""A form about an occasion: shown, sent, refused, overtaken. All of them go this way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.voices.models import Occasion
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown

BOTH = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around a form, and where one goes from it."""

    title: str
    answer: str = ""
    button: str = ""
    said: str = ""  # when it has been done
    occasion: Occasion | None = None
    onward: str = ""

    @property
    def back(self) -> str:
        if self.onward or self.occasion is None:
            return self.onward or reverse("workspace:occasions")
        return reverse("workspace:occasion", args=[self.occasion.public_id])


def written(
    request: WorkRequest,
    page: Page,
    form: forms.Form,
    deed: Callable[[], object],
    *,
    now: Callable[[], Mapping[str, object]] | None = None,
) -> HttpResponse:
    """Do it and go back; or say why not, with all that was typed. `now` are the words
    that stand there, should somebody else have been faster."""
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, deed):
                messages.success(request, page.said or _("Saved."))
                return redirect(page.back)
        except ChangedMeanwhileError:
            theirs = _overtaken(form, now)
    context = {"page": page, "occasion": page.occasion, "form": form, "theirs": theirs}
    return shown(request, "voices/form", context, form)


def _overtaken(
    form: forms.Form, now: Callable[[], Mapping[str, object]] | None
) -> list[Difference]:
    if now is None or not isinstance(form, LockForm):
        raise ChangedMeanwhileError
    there = now()
    found = differences(form, there)
    form.overtaken(int(str(there["revision"])))
    return found


def nothing(request: WorkRequest) -> forms.Form:
    """A form without fields: the rules may still say no."""
    return forms.Form(request.POST if request.method == "POST" else None)
