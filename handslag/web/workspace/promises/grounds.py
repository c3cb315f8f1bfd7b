"""What a set rests on: findings are cited, or written down and cited."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.evidence import queries as evidence
from handslag.domain.evidence.models import Evidence
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.requests import WorkRequest
from handslag.web.workspace.evidence import views as findings
from handslag.web.workspace.sight import done, shown, the_set


class CiteForm(forms.Form):
    """Which findings the set as a whole rests on."""

    findings = forms.MultipleChoiceField(
        label=gettext_lazy("Findings"),
        help_text=gettext_lazy("Only findings that anyone may see are shown in public."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, known: list[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.public_id): one for one in known}
        sources = terms(Kind.SOURCE, get_language() or "sv")
        field = self.fields["findings"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (key, f"{sources.get(one.source, one.source)}: {one.statement}")
            for key, one in self.known.items()
        ]

    @property
    def chosen(self) -> list[Evidence]:
        return [self.known[key] for key in self.cleaned_data["findings"]]


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Choose among the findings, or write down a new one."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    cited = [row.evidence for row in set_.grounds.filter(promise=None)]
    form = _cite_form(request, set_, cited)
    if form.is_valid() and done(
        form, lambda: services.cite(request.actor, set_, form.chosen)
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:set", set_.public_id)
    may_record = bool(request.actor.where(Act.RECORD_EVIDENCE))
    context = {"set": set_, "form": form, "may_record": may_record}
    return shown(request, "promises/grounds", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write down a finding, and cite it for the set at once."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    form = findings.form_for(request)
    made = findings.recorded(request, form)
    if made is not None:
        cited = [row.evidence for row in set_.grounds.filter(promise=None)]
        if done(form, lambda: services.cite(request.actor, set_, [*cited, made])):
            messages.success(request, _("The finding is written down and cited."))
            return redirect("workspace:set", set_.public_id)
    context = {"set": set_, "form": form, "sources": findings.POLICE_SOURCES}
    return shown(request, "promises/new_ground", context, form)


def _cite_form(request: WorkRequest, set_: PromiseSet, cited: list[Evidence]) -> CiteForm:
    citable = evidence.citable_by(request.actor, queries.party_ids(set_))
    known = {one.pk: one for one in [*cited, *citable]}
    return CiteForm(
        request.POST if request.method == "POST" else None,
        known=list(known.values()),
        initial={"findings": [str(one.public_id) for one in cited]},
    )
