"""A picture is frozen after one has seen what everyone will read, and published."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.approvals.rules import canonical, fingerprint
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Picture, PictureVersion
from handslag.domain.picture.published import read
from handslag.domain.picture.rules.freezing import hidden_parts, lacks, public
from handslag.web.pictures import PictureWords
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.workspace import fields
from handslag.web.workspace.picture.sight import the_joint, with_form
from handslag.web.workspace.sight import done, shown


class FreezeForm(forms.Form):
    """A word about the version, and whether everyone may read it at once."""

    note = fields.line(
        gettext_lazy("What should be said of this version?"),
        help_text=gettext_lazy("Everyone may read it. For example: after the new survey."),
        max_length=500,
    )
    published = fields.tick(
        gettext_lazy("Publish it now"),
        help_text=gettext_lazy("You can also publish it later, from the list of versions."),
        initial=True,
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def seen_anew(self, seen: str) -> None:
        """Show the form again, now on top of the text as it has become."""
        newer = QueryDict(mutable=True)
        newer.update(self.data)
        newer["seen"] = seen
        self.data = newer


@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request: WorkRequest, key: UUID) -> HttpResponse:
    """Show what everyone and what the parties will read, and freeze exactly that."""
    picture = the_joint(request, key, writing=True)
    content = queries.content(picture)
    seen = fingerprint(canonical(content))
    form = FreezeForm(
        request.POST or None,
        initial={"published": not hidden_parts(content), "seen": seen},
    )
    changed = False
    made: list[PictureVersion] = []
    if form.is_valid():
        try:
            if done(form, lambda: made.append(_freeze(request, picture, form))):
                messages.success(request, _("Frozen. It cannot be changed any more."))
                return redirect("workspace:picture-version", key, made[0].number)
        except ChangedMeanwhileError:
            changed = True
            form.seen_anew(seen)
    inner = request.GET.get("vem") == "parterna"
    context = {
        "picture": picture,
        "form": form,
        "lacks": [refusal(lack.error) for lack in lacks(content)],
        "hidden": [refusal(lack.error) for lack in hidden_parts(content)],
        "is_weighed": any(one["priority"] for one in content["problems"]),
        "changed": changed,
        "inner": inner,
        "shown": PictureWords(reading(content, inner=inner)),
    }
    return shown(request, "picture/freeze", context, form)


def _freeze(request: WorkRequest, picture: Picture, form: FreezeForm) -> PictureVersion:
    given = form.cleaned_data
    return services.freeze(
        request.actor,
        picture,
        now=request.now,
        note=given["note"],
        seen=given["seen"],
        published=given["published"],
    )


def reading(content: dict[str, Any], *, inner: bool) -> Any:
    """The content as the parties read it, or as everyone does."""
    return read(content if inner else public(content))


def the_version(
    request: WorkRequest, key: UUID, number: int, *, writing: bool = False
) -> PictureVersion:
    """One frozen version of a picture that the person may see."""
    picture = the_joint(request, key, writing=writing)
    rows = {version.number: version for version in queries.versions_of(picture)}
    return rows.get(number) or get_object_or_404(picture.versions.none())


@require_POST
def publish(request: WorkRequest, key: UUID, number: int) -> HttpResponse:
    """Let everyone read a version that is frozen."""
    version = the_version(request, key, number, writing=True)
    form = forms.Form(request.POST)
    if done(form, lambda: services.publish(request.actor, version, now=request.now)):
        messages.success(request, _("Everyone can read it now."))
    else:
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
    return redirect("workspace:picture-version", key, number)


class TakeBackForm(forms.Form):
    """Why nobody should read it any longer."""

    why = fields.words(
        gettext_lazy("Why?"),
        required=gettext_lazy("Write why nobody should read it any longer."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: WorkRequest, key: UUID, number: int) -> HttpResponse:
    """Let the public read a version no longer. The version itself stays."""
    version = the_version(request, key, number, writing=True)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        why = form.cleaned_data["why"]
        if done(
            form,
            lambda: services.take_back(request.actor, version, why=why, now=request.now),
        ):
            messages.success(request, _("It is no longer public."))
            return redirect("workspace:picture-version", key, number)
    return with_form(
        request,
        version.picture,
        form,
        heading=_("Take version %(number)s back from the public?") % {"number": number},
        said=_("The version itself stays as it is, for the parties."),
        save=_("Take it back"),
    )
