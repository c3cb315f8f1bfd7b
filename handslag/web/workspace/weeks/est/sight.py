"""Find what the person may see of a group's EST pictures."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from handslag.core.access import Act, ForbiddenError, require
from handslag.core.approvals.models import Version
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.queries import pictures as queries
from handslag.domain.weeks.rules.words import Heading, PictureState
from handslag.web.requests import WorkRequest
from handslag.web.workspace.weeks.sight import the_group


def the_picture(
    request: WorkRequest,
    key: UUID,
    picture: UUID,
    *,
    to_write: bool = False,
    to_answer: bool = False,
) -> EstPicture:
    """A picture of a group that the person sees; `to_write`: as an authority there;
    `to_answer`: as those whose picture it is."""
    group = the_group(request, key)
    found = get_object_or_404(queries.pictures_of(group), public_id=picture)
    found.group = group
    if to_write and not queries.writes_in(request.actor, group, today=request.today):
        raise ForbiddenError("Only authorities of the group write its pictures.")
    if to_answer:
        home = queries.answers_for(found)
        require(request.actor, Act.HANDLE_REPORTS, in_any_of=frozenset({home.pk}))
    return found


def the_heading(code: str) -> Heading:
    if code not in list(Heading):
        raise Http404
    return Heading(code)


def figures_of(picture: EstPicture) -> Mapping[str, Any]:
    """As they were frozen, else as they were counted last."""
    found: Mapping[str, Any] = picture.figures
    return found if picture.version is None else _frozen(picture.version)["figures"]


def words_of(picture: EstPicture) -> Mapping[Heading, str]:
    """The same of the words."""
    if picture.version is not None:
        words = _frozen(picture.version)["words"]
        return {one: words.get(one.value, "") for one in Heading}
    return {one: row.words for one, row in queries.passages_of(picture).items()}


def reads_words(request: WorkRequest, picture: EstPicture) -> bool:
    """Authorities read as it is written; others once it was read through and frozen."""
    if picture.state == PictureState.FROZEN:
        return True
    return queries.reads_drafts(request.actor, picture.group, today=request.today)


def _frozen(version: Version) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(version.content)
    return found
