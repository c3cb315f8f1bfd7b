"""The passages of the three parts, one at a time, so that two can write side by side."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.picture import services
from handslag.domain.picture.models import Passage, Picture
from handslag.domain.picture.rules.drafts import PassageDraft
from handslag.domain.picture.rules.words import Part
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.picture import PARTS, QUESTIONS
from handslag.web.workspace import fields
from handslag.web.workspace.picture import findings
from handslag.web.workspace.picture.overview import standing
from handslag.web.workspace.picture.sight import the_passage, the_picture, with_form
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done


class PassageForm(forms.Form):
    """One piece of text, what it rests on, and who may read it."""

    text = fields.words(
        gettext_lazy("Text"),
        required=gettext_lazy("Write the passage, or take it out."),
        help_text=gettext_lazy("No names, and nothing by which a person is recognised."),
        rows=8,
    )
    is_internal = fields.tick(
        gettext_lazy("Only for the parties"),
        help_text=gettext_lazy("Left out of the version that everyone may read."),
    )

    def __init__(self, *args: Any, known: findings.Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if known.choices:
            self.fields["evidence"] = findings.field(known)

    def draft(self, part: Part) -> PassageDraft:
        given = self.cleaned_data
        return PassageDraft(
            part,
            given["text"],
            is_internal=given["is_internal"],
            evidence=self.known.numbers(given.get("evidence", ())),
        )


class KnownPassageForm(PassageForm, LockForm):
    """The same, of a passage that two people may be writing."""


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID, part: str) -> HttpResponse:
    """Write a passage last in its part."""
    picture = the_picture(request, key, writing=True)
    if part not in list(Part):
        raise Http404
    form = PassageForm(request.POST or None, known=findings.Known(request.actor, picture))
    where = Part(part)
    if form.is_valid() and done(
        form, lambda: services.add_passage(request.actor, picture, form.draft(where))
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:picture", picture.public_id)
    return _shown(request, picture, form, where)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, passage: UUID) -> HttpResponse:
    """Change a passage. If somebody else was faster both texts are shown."""
    row = the_passage(request, key, passage)
    cited = list(row.citations.select_related("evidence__home"))
    form = KnownPassageForm(
        request.POST or None,
        known=findings.Known(request.actor, row.picture, cited),
        initial={**_words(row), "evidence": findings.keys_of(cited)},
    )
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, row, form)):
                messages.success(request, _("Saved."))
                return _onward(request, row.picture)
        except ChangedMeanwhileError:
            now = the_passage(request, key, passage)
            theirs = differences(form, _words(now))
            form.overtaken(now.revision)
    return _shown(request, row.picture, form, Part(row.part), passage=row, theirs=theirs)


def _onward(request: WorkRequest, picture: Picture) -> HttpResponse:
    """Back to the picture; or, if one wants to go on, to what is not written yet."""
    stops = standing(request, picture, []).stops if "onward" in request.POST else ()
    for one in stops:
        return redirect(str(one["href"]))
    return redirect("workspace:picture", picture.public_id)


def _save(request: WorkRequest, row: Passage, form: KnownPassageForm) -> None:
    services.save_passage(
        request.actor,
        row,
        form.draft(Part(row.part)),
        revision=form.cleaned_data["revision"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: WorkRequest, key: UUID, passage: UUID) -> HttpResponse:
    """Ask once more, and then take the passage out."""
    row = the_passage(request, key, passage)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, lambda: services.remove_passage(request.actor, row)):
        messages.success(request, _("The passage is taken out."))
        return redirect("workspace:picture", row.picture.public_id)
    return with_form(
        request,
        row.picture,
        form,
        heading=_("Take out the passage?"),
        said=row.text,
        save=_("Take it out"),
    )


def _words(row: Passage) -> dict[str, object]:
    return {"text": row.text, "is_internal": row.is_internal, "revision": row.revision}


def _shown(
    request: WorkRequest,
    picture: Picture,
    form: forms.Form,
    part: Part,
    **more: object,
) -> HttpResponse:
    questions: Mapping[str, object] = {"questions": QUESTIONS[part], **more}
    return with_form(request, picture, form, heading=str(PARTS[part]), more=dict(questions))
