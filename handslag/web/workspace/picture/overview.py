"""The page of one picture: what is missing, the three parts, the problems, what is next."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Picture, PictureVersion
from handslag.domain.picture.queries.content import Rows
from handslag.web.requests import WorkRequest
from handslag.web.workspace.picture.lines import part_lines, problem_lines
from handslag.web.workspace.picture.sight import may_write, the_picture, with_form
from handslag.web.workspace.picture.standing import Standing, standing_of
from handslag.web.workspace.sight import done, shown


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One picture, as it is written now."""
    picture = the_picture(request, key)
    versions = queries.versions_of(picture)
    rows = queries.rows_of(picture)
    lines = problem_lines(request.actor, rows.problems, rows.parties)
    context = {
        "picture": picture,
        "standing": standing(request, picture, versions, rows),
        "parts": part_lines(rows.passages),
        "open": [line for line in lines if line.is_open],
        "closed": [line for line in lines if not line.is_open],
        "parties": rows.parties,
        "sources": rows.sources,
        "versions": versions,
        "may_write": may_write(request, picture),
        **_others(request, picture),
    }
    return shown(request, "picture/page", context)


def standing(
    request: WorkRequest,
    picture: Picture,
    versions: list[PictureVersion],
    rows: Rows | None = None,
) -> Standing:
    """How the picture stands, and what is written next."""
    return standing_of(
        picture,
        queries.content(picture, rows),
        versions,
        has_findings=lambda: queries.citable(request.actor, picture).exists(),
        today=request.today,
    )


def _others(request: WorkRequest, picture: Picture) -> dict[str, object]:
    """Of a joint picture: what each party sees. Of an own one: the joint it goes into."""
    if not picture.is_joint:
        return {"joint": queries.joint_of(picture.home)}
    return {
        "own": queries.own_pictures(request.actor, picture),
        "unseen": queries.unseen_own_pictures(request.actor, picture),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: WorkRequest, key: UUID) -> HttpResponse:
    """Let the other parties read what this one sees."""
    picture = the_picture(request, key, writing=True)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form, lambda: services.share(request.actor, picture, now=request.now)
    ):
        messages.success(request, _("The other parties can read it now."))
        return redirect("workspace:picture", key)
    return with_form(
        request,
        picture,
        form,
        heading=_("Share what you see?"),
        said=_(
            "The other parties read all of it, also what is marked for the parties only, "
            "and can merge it into the joint picture. They cannot change it."
        ),
        save=_("Share it"),
    )
