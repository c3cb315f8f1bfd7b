"""Who is party to a text, and who of them must say yes to it: one page for every kind.

A `Parties` says what is particular to promises, to agreements and so on. It is
handed to the view in `urls.py`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown

# A row with `home`, `parties` and `revision`.
Thing = TypeVar("Thing", bound=Any)


@dataclass(frozen=True, slots=True)
class Parties(Generic[Thing]):
    """What is particular to the parties of one kind of text.

    `question` asks who they are and `needed` says that somebody must be chosen;
    `approval` is asked where not all of them approve. `page` and `then` are names
    of addresses: of the thing, and of what is done next.
    """

    act: Act
    find: Callable[[WorkRequest, UUID, Act | None], Thing]
    offered: Callable[..., QuerySet[Organisation]]
    save: Callable[..., object]
    title: fields.Text
    question: fields.Text
    needed: fields.Text
    hint: fields.Text
    saved: fields.Text
    page: str
    then: str
    approval: fields.Text = ""


class OrganisationsField(forms.ModelMultipleChoiceField[Organisation]):
    """Organisations, chosen by their public id."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: fields.Text, required: fields.Text, **more: Any) -> None:
        super().__init__(
            queryset=None,
            label=label,
            to_field_name="public_id",
            error_messages={
                "required": required,
                "invalid_choice": _("Choose from the list."),
                "invalid_pk_value": _("Choose from the list."),
            },
            **more,
        )


class PartiesForm(LockForm):
    """Who is party and, where it is asked, who of them must approve."""

    def __init__(
        self, *args: Any, of: Parties[Any], offered: QuerySet[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parties"] = OrganisationsField(
            of.question, of.needed, help_text=of.hint
        )
        if of.approval:
            self.fields["approvers"] = OrganisationsField(
                of.approval,
                _("Choose at least one who approves."),
                help_text=_(
                    "Usually the municipality and the police. The text is settled when"
                    " all of them have said yes."
                ),
            )
        for name in self.fields.keys() & {"parties", "approvers"}:
            offer(self, name, offered)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if "parties" in given and "approvers" in given:
            parties = set(given["parties"])
            outside = [one.name for one in given["approvers"] if one not in parties]
            if outside:
                said = now_("Only a party can approve. Tick in both places: %(names)s.")
                self.add_error("approvers", said % {"names": ", ".join(outside)})
        return given

    def chosen(self, home: Organisation) -> dict[str, Any]:
        """What is handed to the service."""
        given = self.cleaned_data
        parties = home_first(given["parties"], home)
        chosen: dict[str, Any] = {"parties": parties, "revision": given["revision"]}
        if "approvers" in given:
            chosen["approvers"] = list(given["approvers"])
        return chosen


def offer(form: forms.Form, name: str, choices: QuerySet[Organisation]) -> None:
    """Let these be chosen in a field of the form."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - declared above
    field.queryset = choices


def home_first(chosen: Iterable[Organisation], home: Organisation) -> list[Organisation]:
    """Sorting keeps the order of the others."""
    return sorted(chosen, key=lambda one: one != home)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, of: Parties[Any]) -> HttpResponse:
    """Choose the parties. Two who do it at once see what the other chose."""
    thing = of.find(request, key, of.act)
    around = organisations.around(thing.home, today=request.today)
    present = _present(thing)
    form = PartiesForm(
        request.POST or None,
        of=of,
        offered=of.offered(around, also=present["parties"]),
        initial=present,
    )
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: of.save(request.actor, thing, **form.chosen(thing.home))):
                messages.success(request, str(of.saved))
                return redirect(of.then, thing.public_id)
        except ChangedMeanwhileError:
            now = of.find(request, key, None)
            theirs = differences(form, _present(now))
            form.overtaken(now.revision)
    context = {
        "thing": thing,
        "title": of.title,
        "above": reverse(of.page, args=[thing.public_id]),
        "form": form,
        "theirs": theirs,
    }
    return shown(request, "parties", context, form)


def _present(thing: Any) -> dict[str, Any]:
    """The parties as they stand in the form."""
    rows = list(thing.parties.select_related("organisation"))
    return {
        "parties": [row.organisation for row in rows],
        "approvers": [row.organisation for row in rows if row.approves],
        "revision": thing.revision,
    }
