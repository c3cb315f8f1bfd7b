"""Which plan tells whether a promise helped."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import Promise
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown, the_promise
from handslag.web.workspace.writing import BOTH


class EffectTieForm(forms.Form):
    """One of the plans, or none."""

    plan = fields.choice(gettext_lazy("Which plan?"), [], radio=True)

    def __init__(self, *args: object, plans: list[EffectPlan], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.plans = {str(one.public_id): one for one in plans}
        field = self.fields["plan"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            *((key, _said(one)) for key, one in self.plans.items()),
            ("", _("None")),
        ]

    @property
    def chosen(self) -> EffectPlan | None:
        return self.plans.get(self.cleaned_data["plan"])


def _said(plan: EffectPlan) -> str:
    begins = swedish_date(plan.begins)
    return f"{plan.name} · {plan.about} · {begins}"


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID, promise: UUID) -> HttpResponse:
    """Choose the plan. It is chosen before it begins, or says for ever that it was not."""
    row: Promise = the_promise(request, key, promise, Act.WRITE_PROMISE)
    tie = queries.tie_of(row)
    plans = list(queries.effect_plans_for(row.set))
    form = EffectTieForm(
        request.POST if request.method == "POST" else None,
        plans=plans,
        initial={"plan": str(tie.plan.public_id) if tie else ""},
    )
    if form.is_valid() and done(
        form,
        lambda: services.tie_effect(request.actor, row, form.chosen, now=request.now),
    ):
        messages.success(request, _("It is saved."))
        return redirect("workspace:promise", key, promise)
    context = {
        "set": row.set,
        "promise": row,
        "form": form,
        "plans": plans,
        "tie": tie,
        "measured": [] if tie else list(queries.measured_in(row)),
    }
    return shown(request, "promises/effect", context, form)
