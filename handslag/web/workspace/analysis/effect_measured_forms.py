"""The form of a plan for seeing in an indicator whether something helped."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules import Beside, EffectDraft, Wanted
from handslag.domain.series.models import Indicator
from handslag.web.words.analysis import BESIDE
from handslag.web.words.series import RHYTHMS
from handslag.web.workspace import fields
from handslag.web.workspace.analysis.effect_fields import WhatForm, whole

_WANTED = {
    Wanted.FEWER: pgettext_lazy("figure", "Lower"),
    Wanted.MORE: pgettext_lazy("figure", "Higher"),
}


class MeasuredForm(WhatForm):
    """Which indicator, against what, and when."""

    indicator = fields.choice(
        _("What is followed?"),
        [],
        required=_("Choose an indicator."),
        help_text=_(
            "Numbers of things, and answers to your own surveys. Of other figures nobody"
            " knows how sure they are."
        ),
    )
    wanted = fields.choice(
        _("What do you hope for?"),
        [(one.value, word) for one, word in _WANTED.items()],
        required=_("Choose one."),
        radio=True,
        initial=Wanted.FEWER.value,
    )
    beside = fields.choice(
        _("What is it compared with?"),
        [(one.value, word) for one, word in BESIDE.items()],
        required=_("Choose what to compare with."),
        radio=True,
        initial=Beside.NOTHING.value,
        help_text=_(
            "What your municipality counts itself has nothing to be compared with. Then you"
            " see whether it changes, but not why."
        ),
    )
    before = whole(
        _("How many periods before?"),
        initial=5,
        help_text=_(
            "Months, quarters or years, as the indicator has them. Of surveys: years."
        ),
    )
    after = whole(
        _("How many periods after?"),
        initial=1,
        help_text=_("It is judged when they are over and all figures have come."),
    )
    field_order = ("name", "indicator", "wanted", "beside", "begins", "before", "after")

    def __init__(self, *args: Any, indicators: Iterable[Indicator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = {str(one.public_id): one for one in indicators}
        chosen = self.fields["indicator"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = [
            ("", _("Choose")),
            *((key, _said(one)) for key, one in self.indicators.items()),
        ]

    def draft(self, *, is_example: bool = False) -> EffectDraft:
        given = self.cleaned_data
        return EffectDraft(
            name=given["name"],
            indicator=self.indicators[given["indicator"]].pk,
            beside=Beside(given["beside"]),
            begins=given["begins"],
            before=given["before"],
            after=given["after"],
            wanted=Wanted(given["wanted"]),
            is_example=is_example,
        )


def _said(one: Indicator) -> object:
    rhythm = RHYTHMS[one.series.rhythm]  # type: ignore[index]
    return format_lazy("{} · {}", one.name, rhythm)


def initial_of(plan: EffectPlan) -> dict[str, object]:
    """The plan as the form has it."""
    return {
        "name": plan.name,
        "indicator": str(plan.indicator.public_id) if plan.indicator else "",
        "wanted": plan.wanted,
        "beside": plan.beside,
        "begins": plan.begins,
        "before": plan.before,
        "after": plan.after,
        "revision": plan.revision,
    }
