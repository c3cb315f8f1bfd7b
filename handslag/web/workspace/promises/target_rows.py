"""One target in the editor: how its number is meant, and the fields that belong to that."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.promises.models import Target
from handslag.domain.promises.rules.drafts import TargetDraft
from handslag.domain.promises.rules.words import Direction, Measures, Op
from handslag.web.words.promises import DIRECTIONS, MEASURES, OPERATORS
from handslag.web.words.text import Text
from handslag.web.workspace import fields

MOST_TARGETS = 12

# What each way of putting a number on a promise means, and what to fill in.
OPERATOR_HINTS: Mapping[Op, Text] = {
    Op.MIN: _("Kept when you have done at least this many. Write the number and the unit."),
    Op.EXACT: _("Just this many. Doing more than that is more than promised."),
    Op.MAX: _("Kept if there are no more than this many when the period is over."),
    Op.AVG_MIN: _(
        "Counted over the whole period: three a week on average is 156 in a year."
    ),
    Op.RANGE: _("Write the lowest and the highest number."),
    Op.SUBSET: _(
        "A part of another target: four of the twelve at schools. Say which it is part of."
    ),
    Op.EACH: _(
        "This many each time something happens: two measures for every walk. "
        "Write the occasion under per."
    ),
    Op.ALL: _("All there are, or a share in percent. Write how many there are in all."),
    Op.WITHIN: _(
        "A time limit: contact within a week. Write the time as number and unit, when the "
        "clock starts and in which cases it holds. It is reported as a share of the cases."
    ),
    Op.PROMPT: _(
        "As fast as it can be done, without a number. Whether it was kept you judge."
    ),
    Op.SEVERAL: _("More than one. From two it is kept."),
    Op.ALWAYS: _("Every time it happens. You report each time, also when it was not done."),
    Op.ON_REQUEST: _("Only when someone asks. You report each time someone asks."),
}
NUMBERED = (Op.MIN, Op.EXACT, Op.MAX, Op.AVG_MIN, Op.RANGE, Op.SUBSET, Op.EACH, Op.WITHIN)

# The fields that belong to some ways only. The others always show.
BELONGS: Mapping[str, tuple[Op, ...]] = {
    "low": (*NUMBERED, Op.ALL),
    "high": (Op.RANGE,),
    "part_of": (Op.SUBSET,),
    "per": (*NUMBERED, Op.SEVERAL),
    "out_of": (Op.ALL,),
    "clock_starts": (Op.WITHIN,),
    "precondition": (Op.WITHIN, Op.ALWAYS, Op.ON_REQUEST),
    "least_share": (Op.WITHIN,),
}
FIRST = ("op", "low", "high", "unit", "per", "part_of", "out_of")
CLOCK = ("clock_starts", "precondition", "least_share")
MORE = (
    "counting_rule",
    "note",
    "measures",
    "direction",
    "direction_why",
    "beyond_ordinary",
    "is_shared",
)


class TargetRow(forms.Form):
    """One target. Everything may be empty: a missing number is a hint, not a stop."""

    key = forms.CharField(required=False, widget=forms.HiddenInput, max_length=36)
    op = fields.choice(
        _("How is the number meant?"),
        [("", _("Choose")), *((op.value, OPERATORS[op]) for op in Op)],
    )
    low = fields.number(_("Number"))
    high = fields.number(_("At most"))
    unit = fields.line(
        _("Of what?"), help_text=_("In the plural: safety walks."), max_length=120
    )
    per = fields.line(
        _("Per"),
        help_text=_("Week, month, year or another unit. Empty: the whole period."),
        max_length=60,
    )
    part_of = fields.choice(
        _("Part of which target?"),
        [("", _("Choose")), *((str(nr), str(nr)) for nr in range(1, MOST_TARGETS))],
    )
    out_of = fields.number(_("How many are there in all?"))
    clock_starts = fields.line(
        _("When does the clock start?"),
        help_text=_("For example: when an investigator has been assigned."),
        max_length=300,
    )
    precondition = fields.line(
        _("In which cases does it hold?"),
        help_text=_("For example: when a preliminary investigation has begun."),
        max_length=300,
    )
    least_share = fields.number(
        _("In at least how many percent of the cases?"),
        help_text=_("Empty: in every case."),
        min_value=Decimal(0),
        max_value=Decimal(100),
    )
    counting_rule = fields.words(
        _("How is it counted?"), help_text=_("What counts as one, and who counts."), rows=2
    )
    note = fields.line(_("Note"), max_length=400)
    measures = fields.choice(
        _("Does it count what is done, or what becomes of it?"),
        [(one.value, MEASURES[one]) for one in Measures],
        initial=Measures.OUTPUT.value,
    )
    direction = fields.choice(
        _("Which way is good?"),
        [(one.value, DIRECTIONS[one]) for one in Direction],
        initial=Direction.UP.value,
    )
    direction_why = fields.words(
        _("Why is that way good?"),
        help_text=_(
            "More reports can be good: fewer crimes go unseen. Residents read this."
        ),
        rows=2,
    )
    beyond_ordinary = fields.tick(_("This goes beyond what we always do"))
    is_shared = fields.tick(_("The number is shared by all municipalities in the set"))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        low, high = given.get("low"), given.get("high")
        if low is not None and high is not None and high < low:
            self.add_error("high", now_("Write a number that is higher than the first."))
        typed = any(given.get(name) for name in (*FIRST, *CLOCK, *MORE[:2]) if name != "op")
        if typed and not given.get("op"):
            self.add_error("op", now_("Choose how the number is meant."))
        return given

    @property
    def is_given(self) -> bool:
        return bool(self.cleaned_data.get("op"))

    def parts(self, names: tuple[str, ...]) -> Iterator[tuple[forms.BoundField, str]]:
        """Fields, each with the ways it belongs to."""
        for name in names:
            yield self[name], " ".join(op.value for op in BELONGS.get(name, ()))

    def first(self) -> Iterator[tuple[forms.BoundField, str]]:
        return self.parts(FIRST)

    def clock(self) -> Iterator[tuple[forms.BoundField, str]]:
        return self.parts(CLOCK)

    def more(self) -> Iterator[tuple[forms.BoundField, str]]:
        return self.parts(MORE)

    @property
    def missing(self) -> str:
        """What keeps it from being judged, as a hint."""
        op, low = self["op"].value(), self["low"].value()
        if op in {one.value for one in NUMBERED} and low in (None, ""):
            return now_("Without a number nobody can say whether it was kept.")
        return ""

    def draft(self, part_of: int | None) -> TargetDraft:
        given = self.cleaned_data
        share = given["least_share"]
        return TargetDraft(
            op=Op(given["op"]),
            measures=Measures(given["measures"] or Measures.OUTPUT),
            direction=Direction(given["direction"] or Direction.UP),
            least_share=None if share is None else share / 100,
            part_of=part_of,
            per=given["per"] or None,
            note=given["note"] or None,
            **{name: given[name] for name in _PLAIN},
        )


_PLAIN = (
    "key",
    "low",
    "high",
    "unit",
    "counting_rule",
    "beyond_ordinary",
    "is_shared",
    "direction_why",
    "clock_starts",
    "precondition",
    "out_of",
)


def initial_of(target: Target, numbers: Mapping[int, int]) -> dict[str, object]:
    """A stored target as it stands in its row. `numbers`: row by target."""
    share = target.least_share
    return {
        **{name: getattr(target, name) for name in _PLAIN if name != "key"},
        "key": str(target.public_id),
        "op": target.op,
        "measures": target.measures,
        "direction": target.direction,
        "per": target.per or "",
        "note": target.note or "",
        "least_share": None if share is None else share * 100,
        "part_of": numbers.get(target.part_of_id or 0, ""),
    }


def drafts_of(rows: Iterable[tuple[int, TargetRow]]) -> Iterator[TargetDraft]:
    """The numbered rows as they are handed in. A part points at its whole above it."""
    places: dict[int, int] = {}
    for nr, row in rows:
        if row.is_given:
            whole = int(row.cleaned_data["part_of"] or 0)
            yield row.draft(places.get(whole))
            places[nr] = len(places)
