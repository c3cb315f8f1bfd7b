"""Frozen versions: the list, one as the parties or everyone read it, two compared."""

import json
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from handslag.domain.picture import queries
from handslag.domain.picture.models import PictureVersion
from handslag.domain.picture.rules.changes import changes
from handslag.web.pictures import PictureWords, told
from handslag.web.requests import WorkRequest
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.picture.freezing import reading, the_version
from handslag.web.workspace.picture.sight import may_write, the_joint
from handslag.web.workspace.sight import shown


@require_safe
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """Every version, the latest first, and any two to compare."""
    picture = the_joint(request, key)
    versions = queries.versions_of(picture)
    asked = (request.GET.get("fran", ""), request.GET.get("till", ""))
    numbers = {str(version.number) for version in versions}
    if set(asked) <= numbers and asked[0] != asked[1]:
        return redirect("workspace:compare-pictures", key, int(asked[0]), int(asked[1]))
    context = {
        "picture": picture,
        "rows": [(version, is_public(version)) for version in versions],
        "may_write": may_write(request, picture),
    }
    return shown(request, "picture/versions", context)


def is_public(version: PictureVersion) -> bool:
    publication = getattr(version, "publication", None)
    return publication is not None and publication.ended_at is None


@require_safe
def page(request: WorkRequest, key: UUID, number: int) -> HttpResponse:
    """One version: as the parties read it, or as everyone does."""
    version = the_version(request, key, number)
    inner = request.GET.get("vem") != "alla"
    content = json.loads(version.version.content)
    context = {
        "picture": version.picture,
        "version": version,
        "inner": inner,
        "is_public": is_public(version),
        "publication": getattr(version, "publication", None),
        "shown": PictureWords(reading(content, inner=inner)),
        "may_write": may_write(request, version.picture),
        "next": next_step(request, version.picture.home) if is_public(version) else None,
    }
    return shown(request, "picture/version", context)


@require_safe
def compare(request: WorkRequest, key: UUID, number: int, other: int) -> HttpResponse:
    """Two versions beside each other, the earlier first."""
    earlier = the_version(request, key, min(number, other))
    later = the_version(request, key, max(number, other))
    before, after = (json.loads(one.version.content) for one in (earlier, later))
    context = {
        "picture": later.picture,
        "earlier": earlier,
        "later": later,
        "told": told(changes(before, after)),
    }
    return shown(request, "picture/compare", context)
