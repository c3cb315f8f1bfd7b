"""An organisation that is not in the list is added where it is needed: as an owner."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.organisations import services as organisations
from handslag.domain.organisations.models import KIND_NAMES
from handslag.domain.organisations.rules import MAY_BE_ADDED, Kind
from handslag.domain.promises import services
from handslag.domain.promises.models import Promise
from handslag.domain.promises.rules.drafts import OwnerDraft, PromiseDraft
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields

ADDABLE = [kind for kind in Kind if kind in MAY_BE_ADDED]


class NewOwnerForm(forms.Form):
    """An organisation that takes part in a promise, and is not known here yet."""

    name = fields.line(
        _("Name of the organisation"),
        required=_("Write the name of the organisation."),
        help_text=_("A housing company, an association, a school. No person's name."),
        max_length=200,
    )
    kind = fields.choice(
        _("What is it?"),
        [(kind.value, KIND_NAMES[kind]) for kind in ADDABLE],
        required=_("Choose what it is."),
        initial=Kind.ASSOCIATION.value,
    )


def asked_for(request: WorkRequest) -> NewOwnerForm | None:
    """The form, if that was the button that was pressed."""
    if "add_owner" not in request.POST:
        return None
    return NewOwnerForm(request.POST, prefix="new")


def add(
    request: WorkRequest, promise: Promise, draft: PromiseDraft, newcomer: NewOwnerForm
) -> None:
    """Found the organisation, and let it have a part in the promise."""
    made = organisations.found(
        request.actor,
        kind=Kind(newcomer.cleaned_data["kind"]),
        name=newcomer.cleaned_data["name"],
        is_example=promise.set.is_example,
        home=promise.set.home,
        today=request.today,
    )
    owners = (*draft.owners, OwnerDraft(made.pk))
    services.save_promise(
        request.actor, promise, replace(draft, owners=owners), revision=promise.revision
    )
