"""A form of a meeting: it goes the way of all forms, and back to the board."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from handslag.domain.incidents.models import Group
from handslag.web.requests import WorkRequest
from handslag.web.workspace import writing
from handslag.web.workspace.writing import BOTH, Now, nothing

__all__ = ["BOTH", "Now", "Page", "nothing", "written"]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around a form, and where one goes from it."""

    group: Group
    title: str
    answer: str = ""
    button: str = ""
    remove: str = ""  # the address where it is taken out
    onward: str = ""

    @property
    def back(self) -> str:
        return self.onward or reverse("workspace:week-board", args=[self.group.public_id])


def written(
    request: WorkRequest,
    page: Page,
    form: forms.Form,
    deed: Callable[[], object],
    *,
    now: Now | None = None,
) -> HttpResponse:
    """Do it and go back; or say why not, with all that was typed."""
    around = writing.Page(
        page.title, page.back, answer=page.answer, button=page.button, remove=page.remove
    )
    more = {"group": page.group}
    return writing.written(
        request, around, form, deed, template="weeks/form", now=now, more=more
    )
