"""The form of a plan for seeing in reports whether something helped."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules import TROUBLES, EffectDraft, Wanted
from handslag.domain.analysis.rules.effects import AFTER, BEFORE
from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Place
from handslag.web.guarded import guarded
from handslag.web.words.analysis import WANTED
from handslag.web.words.incidents import TOPS
from handslag.web.workspace import fields
from handslag.web.workspace.analysis.effect_fields import WhatForm, whole

REST = "rest"
METRES = (100, 200, 300, 500, 1000, 2000)
RINGS = (0, 100, 200, 300, 500, 1000)


class EffectForm(WhatForm):
    """Of reports: what, where, against what, and when."""

    tops = forms.MultipleChoiceField(
        label=_("What is counted?"),
        choices=[(top.value, TOPS[top]) for top in TROUBLES],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one kind of event to count.")},
    )
    wanted = fields.choice(
        _("What do you hope for?"),
        [(one.value, word) for one, word in WANTED.items()],
        required=_("Choose one."),
        radio=True,
        initial=Wanted.FEWER.value,
    )
    wanted_why = guarded(
        fields.line(
            _("Why is more good?"),
            max_length=300,
            help_text=_("Only if you hope for more. For example: fewer things go unseen."),
        )
    )
    place = fields.choice(
        _("Where?"),
        [],
        required=_("Choose a place."),
        help_text=_("A named place with a point on the map."),
    )
    metres = fields.choice(
        _("How far around the place?"),
        [(str(one), _("%(n)s metres") % {"n": one}) for one in METRES],
        required=_("Choose how far."),
        initial="300",
    )
    ring = fields.choice(
        _("How far beyond may it move to?"),
        [("0", _("We do not look at that")), *((str(n), f"{n} m") for n in RINGS[1:])],
        required=_("Choose how far."),
        initial="300",
        help_text=_("What is pushed away often ends up near by. It is counted apart."),
    )
    comparison = fields.choice(
        _("What is it compared with?"),
        [],
        required=_("Choose what to compare with."),
        help_text=_("Something alike, where nothing is done and all else is the same."),
    )
    before = whole(
        _("How many months before?"),
        initial=BEFORE[0],
        help_text=_("12 to 24. More say more: a single year may have been a bad one."),
    )
    after = whole(
        _("How many months after?"),
        initial=BEFORE[0],
        help_text=_("%(least)s to %(most)s. Whole years keep summer and winter alike.")
        % {"least": AFTER[0], "most": AFTER[1]},
    )
    field_order = (
        *("name", "tops", "wanted", "wanted_why", "place", "metres", "ring"),
        *("comparison", "begins", "before", "after"),
    )

    def __init__(self, *args: Any, places: Iterable[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(one.public_id): one for one in places}
        named = [(key, one.name) for key, one in self.places.items()]
        for field, first in (
            ("place", ("", _("Choose"))),
            ("comparison", (REST, _("The rest of the municipality"))),
        ):
            chosen = self.fields[field]
            assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
            chosen.choices = [first, *named]

    def draft(self, *, is_example: bool = False) -> EffectDraft:
        given = self.cleaned_data
        other = self.places.get(given["comparison"])
        return EffectDraft(
            name=given["name"],
            tops=tuple(Top(one) for one in given["tops"]),
            place=self.places[given["place"]].pk,
            metres=int(given["metres"]),
            ring=int(given["ring"]),
            comparison=other.pk if other else None,
            begins=given["begins"],
            before=given["before"],
            after=given["after"],
            wanted=Wanted(given["wanted"]),
            wanted_why=given["wanted_why"],
            is_example=is_example,
        )


def initial_of(plan: EffectPlan) -> dict[str, object]:
    """The plan as the form has it."""
    return {
        "name": plan.name,
        "tops": plan.tops,
        "wanted": plan.wanted,
        "wanted_why": plan.wanted_why,
        "place": str(plan.place.public_id) if plan.place else "",
        "metres": str(plan.metres),
        "ring": str(plan.ring),
        "comparison": str(plan.comparison.public_id) if plan.comparison else REST,
        "begins": plan.begins,
        "before": plan.before,
        "after": plan.after,
        "revision": plan.revision,
    }
