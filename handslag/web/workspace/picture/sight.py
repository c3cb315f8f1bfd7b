"""Find what the person may see of pictures. What they may not see is not there: 404."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.core.access import Act, require
from handslag.domain.picture import queries
from handslag.domain.picture.models import Passage, Picture, Problem, SourceNote
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import shown


def the_picture(request: WorkRequest, key: UUID, *, writing: bool = False) -> Picture:
    """The picture, if the person may see it and, `writing`, may write it."""
    found = get_object_or_404(queries.visible_to(request.actor), public_id=key)
    return _asked(request, found, writing=writing)


def the_joint(request: WorkRequest, key: UUID, *, writing: bool = False) -> Picture:
    """The same, when it is the joint one: only that one is weighed and frozen."""
    joint = queries.visible_to(request.actor).filter(party=None)
    found = get_object_or_404(joint, public_id=key)
    return _asked(request, found, writing=writing)


def the_problem(
    request: WorkRequest, key: UUID, problem: UUID, *, writing: bool = False
) -> Problem:
    """One problem in a picture that the person may see."""
    found = get_object_or_404(
        queries.problem_of(request.actor, problem), picture__public_id=key
    )
    _asked(request, found.picture, writing=writing)
    return found


def the_passage(request: WorkRequest, key: UUID, passage: UUID) -> Passage:
    """One passage in a picture that the person may write."""
    found = get_object_or_404(
        queries.passage_of(request.actor, passage), picture__public_id=key
    )
    _asked(request, found.picture, writing=True)
    return found


def the_source(request: WorkRequest, key: UUID, source: UUID) -> SourceNote:
    """One line of the source log in a picture that the person may write."""
    found = get_object_or_404(
        queries.source_of(request.actor, source), picture__public_id=key
    )
    _asked(request, found.picture, writing=True)
    return found


def may_write(request: WorkRequest, picture: Picture) -> bool:
    """Whether the person writes this picture."""
    return bool(queries.party_ids(picture) & request.actor.where(Act.WRITE_PICTURE))


def address(picture: Picture) -> str:
    return reverse("workspace:picture", args=[picture.public_id])


def with_form(
    request: WorkRequest,
    picture: Picture,
    form: forms.BaseForm,
    *,
    heading: str,
    said: str = "",
    save: str = "",
    more: dict[str, object] | None = None,
) -> HttpResponse:
    """A page with one form: what it is about, the form, and back to the picture."""
    context = {
        "picture": picture,
        "form": form,
        "heading": heading,
        "said": said,
        "save": save or _("Save"),
        **(more or {}),
    }
    return shown(request, "picture/form", context, form)


def _asked(request: WorkRequest, picture: Picture, *, writing: bool) -> Picture:
    if writing:
        parties = queries.party_ids(picture)
        require(request.actor, Act.WRITE_PICTURE, in_any_of=parties)
    return picture
