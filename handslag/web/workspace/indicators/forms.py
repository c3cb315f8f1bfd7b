"""The forms of an indicator and of a value that is typed in."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.series.models import Indicator, Series
from handslag.domain.series.rules import (
    NUMBERED,
    Direction,
    GoalValue,
    IndicatorDraft,
    Origin,
    Purpose,
    Rhythm,
    Source,
    State,
    Theme,
)
from handslag.domain.series.rules.drafts import LONGEST_NAME, LONGEST_TEXT
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded
from handslag.web.words.series import (
    DIRECTIONS,
    PURPOSES,
    RHYTHMS,
    SOURCES,
    STATES,
    THEMES,
)
from handslag.web.workspace import fields

GOALS = (1, 2, 3)
_CHOOSE = _("Choose one.")
_PER = ((0, _("The number itself")), (1_000, _("Per 1,000")), (100_000, _("Per 100,000")))


class IndicatorForm(LockForm):
    """What is followed, from where, to where, which way is good and why."""

    name = guarded(
        fields.line(
            _("What is the indicator called?"),
            required=_("Write what the indicator is called."),
            max_length=LONGEST_NAME,
        )
    )
    shows = guarded(
        fields.words(
            _("What does it show?"),
            required=_("Write in a sentence what it shows."),
            max_length=LONGEST_TEXT,
            rows=2,
        )
    )
    series = fields.choice(
        _("Where do the values come from?"),
        [],
        help_text=_("A series that is held here, or values that you type in."),
    )
    unit = fields.line(
        _("What is counted?"),
        max_length=60,
        help_text=_("Only for values that you type in. For example: walks, per cent."),
    )
    per = fields.choice(_("Shown as"), _PER, required=_CHOOSE, initial="0")
    theme = fields.choice(_("Theme"), list(THEMES.items()), required=_CHOOSE)
    purpose = fields.choice(
        _("Does it show what was done or what became of it?"),
        list(PURPOSES.items()),
        required=_CHOOSE,
        radio=True,
        initial=Purpose.EFFECT.value,
    )
    direction = fields.choice(
        _("Which way is good?"), list(DIRECTIONS.items()), required=_CHOOSE, radio=True
    )
    direction_why = guarded(
        fields.words(
            _("Why?"),
            max_length=LONGEST_TEXT,
            rows=2,
            help_text=_("For example: more reports can mean that more people dare."),
        )
    )
    baseline = fields.number(_("Where did you begin?"))
    baseline_on = fields.day(_("On which day?"))
    baseline_stated = guarded(
        fields.line(_("In words, if there is no number"), max_length=300)
    )
    goal_1 = fields.number(_("First goal value"))
    by_1 = fields.day(_("By which day?"))
    goal_2 = fields.number(_("Second goal value"))
    by_2 = fields.day(_("By which day?"))
    goal_3 = fields.number(_("Third goal value"))
    by_3 = fields.day(_("By which day?"))
    rhythm = fields.choice(
        _("How often is it renewed?"),
        list(RHYTHMS.items()),
        required=_CHOOSE,
        initial=Rhythm.YEAR.value,
    )
    responsible = guarded(
        fields.line(
            _("Which function follows it?"),
            required=_("Write which function follows it, not a name."),
            max_length=200,
        )
    )

    paired = fields.choice(
        _("Read together with"),
        [],
        help_text=_("For example: how many report, beside how many are exposed."),
    )

    def __init__(
        self,
        *args: Any,
        held: Iterable[Series],
        beside: Iterable[Indicator],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        pairs = self.fields["paired"]
        assert isinstance(pairs, forms.ChoiceField)  # noqa: S101 - declared above
        others = [(str(one.public_id), one.name) for one in beside]
        pairs.choices = [("", _("Nothing")), *others]
        named = [
            (str(one.public_id), f"{SOURCES[Source(one.source)]}: {one.name}")
            for one in held
        ]
        chosen = self.fields["series"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = [("", _("Typed in here")), *named]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for n in GOALS:
            has, by = given.get(f"goal_{n}") is not None, given.get(f"by_{n}") is not None
            if has != by and not {f"goal_{n}", f"by_{n}"} & set(self.errors):
                field = f"by_{n}" if has else f"goal_{n}"
                self.add_error(field, _("Write both the goal value and its day."))
        return given

    def draft(self, *, is_example: bool = False) -> IndicatorDraft:
        given = self.cleaned_data
        same = ("name", "shows", "unit", "direction_why", "responsible")
        base = ("baseline", "baseline_on", "baseline_stated")
        return IndicatorDraft(
            **{name: given[name] for name in (*same, *base)},
            direction=Direction(given["direction"]),
            purpose=Purpose(given["purpose"]),
            theme=Theme(given["theme"]),
            origin=Origin.SERIES if given["series"] else Origin.TYPED,
            series=given["series"] or None,
            per=int(given["per"]),
            paired=UUID(given["paired"]) if given["paired"] else None,
            rhythm=Rhythm(given["rhythm"]),
            goals=tuple(
                GoalValue(given[f"by_{n}"], given[f"goal_{n}"])
                for n in GOALS
                if given[f"by_{n}"]
            ),
            is_example=is_example,
        )


class ValueForm(forms.Form):
    """One value of one period."""

    starts = fields.day(
        _("First day of the period"),
        required=_("Choose the first day of the period."),
        help_text=_("For a year: 1 January. For a month: its first day."),
    )
    state = fields.choice(
        _("What is known?"),
        [(one.value, STATES[one]) for one in State],
        required=_CHOOSE,
        radio=True,
        initial=State.VALUE.value,
    )
    amount = fields.number(_("The value"))
    is_preliminary = fields.tick(_("It is preliminary"))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        state = given.get("state")
        if state == State.VALUE and given.get("amount") is None and not self.errors:
            self.add_error("amount", _("Write the value, or choose why there is none."))
        if state and State(state) not in NUMBERED:
            given["amount"] = None
        return given


def initial_of(indicator: Indicator) -> dict[str, object]:
    """The indicator as the form has it."""
    names = (
        "name",
        "shows",
        "theme",
        "purpose",
        "direction",
        "direction_why",
        "baseline",
        "baseline_on",
        "baseline_stated",
        "rhythm",
        "responsible",
        "revision",
    )
    typed = indicator.origin == Origin.TYPED
    goals: dict[str, object] = {}
    for n, one in zip(GOALS, indicator.goals.all(), strict=False):
        goals |= {f"goal_{n}": one.value, f"by_{n}": one.by}
    return {
        **{name: getattr(indicator, name) for name in names},
        **goals,
        "per": str(indicator.per),
        "unit": indicator.series.unit if typed else "",
        "series": "" if typed else str(indicator.series.public_id),
        "paired": str(indicator.paired.public_id) if indicator.paired else "",
    }
