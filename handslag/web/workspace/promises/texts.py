"""The promises of a draft: a new one, its place among the others, and out with it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.access import Act
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.drafts import OwnerDraft, PromiseDraft
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown, the_promise, the_set


class NewPromiseForm(forms.Form):
    """The first words. The rest is written in the editor, which saves by itself."""

    text = fields.words(
        gettext_lazy("What do you promise?"),
        required=gettext_lazy("Write what you promise."),
        help_text=gettext_lazy("As residents will read it. One or two sentences."),
        rows=4,
    )
    owners = forms.MultipleChoiceField(
        label=gettext_lazy("Who answers for it?"),
        help_text=gettext_lazy("You can add others in the next step."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, set_: PromiseSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = queries.parties_of(set_)
        self.number_of = {str(one.public_id): one.pk for one in parties}
        field = self.fields["owners"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [(str(one.public_id), one.name) for one in parties]

    @property
    def draft(self) -> PromiseDraft:
        chosen = [self.number_of[key] for key in self.cleaned_data["owners"]]
        return PromiseDraft(
            text=self.cleaned_data["text"],
            owners=tuple(OwnerDraft(number) for number in chosen),
        )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write the first words of a promise, and go on in the editor."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    form = NewPromiseForm(request.POST or None, set_=set_)
    made = []
    if form.is_valid() and done(
        form, lambda: made.append(services.add_promise(request.actor, set_, form.draft))
    ):
        messages.success(request, _("Saved. Now say how much, where and when."))
        return redirect("workspace:promise", set_.public_id, made[0].public_id)
    return shown(request, "promises/new_promise", {"set": set_, "form": form}, form)


@require_POST
def move(request: WorkRequest, key: UUID, promise: UUID) -> HttpResponse:
    """One step up or down among the others."""
    row = the_promise(request, key, promise, Act.WRITE_PROMISE)
    by = -1 if request.POST.get("by") == "-1" else 1
    form = forms.Form(request.POST)
    if not done(form, lambda: services.move_promise(request.actor, row, by=by)):
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
    return redirect("workspace:set", row.set.public_id)


class RemovalForm(forms.Form):
    """Why a promise is not kept on."""

    why = fields.words(
        gettext_lazy("Why is it not kept on?"),
        help_text=gettext_lazy("Residents will read it beside last year's promise."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: WorkRequest, key: UUID, promise: UUID) -> HttpResponse:
    """Ask once more, and then take the promise out of the draft."""
    row = the_promise(request, key, promise, Act.WRITE_PROMISE)
    asks_why = row.ancestry.exclude(earlier=None).exists()
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        why = form.cleaned_data["why"]
        if done(form, lambda: services.remove_promise(request.actor, row, why=why)):
            messages.success(request, _("The promise is taken out."))
            return redirect("workspace:set", row.set.public_id)
    context = {"set": row.set, "promise": row, "form": form, "asks_why": asks_why}
    return shown(request, "promises/remove", context, form)
