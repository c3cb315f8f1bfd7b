"""The forms of a file from another system: the file, its columns, what its values mean."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.core.text import fold
from handslag.domain.incidents.models import Category
from handslag.domain.incidents.rules import Inside, Outcome
from handslag.domain.incidents.rules.importing import (
    VALUED,
    Certain,
    Field,
    Plan,
)
from handslag.web.forms import LockForm
from handslag.web.words.importing import (
    CERTAINS,
    FIELDS,
    HINTS,
    NOT_READ_IN,
    SAFES,
    STILL_OPEN,
)
from handslag.web.words.incidents import INSIDES, OUTCOMES
from handslag.web.workspace import fields

LONGEST_SYSTEM = 80
NO_DAY = _("Say which column tells the day.")
_CLOSED_WORDS = ("klar", "avslut", "stang", "lost", "closed", "fixed", "fardig")
_OUTCOMES = (
    Outcome.FIXED,
    Outcome.PARTLY,
    Outcome.NOT_OURS,
    Outcome.WILL_NOT,
    Outcome.NOTED,
)
Choices = list[tuple[str, str]]


class FileForm(forms.Form):
    """Which file, and from where."""

    system = fields.line(
        _("Which system does it come from?"),
        required=_("Write which system the file comes from."),
        help_text=_("For example: the fault reports. Write the same name the next time."),
        max_length=LONGEST_SYSTEM,
    )
    file = fields.upload(
        _("CSV or Excel (.xlsx), at most 10 MB and 20 000 rows. The first row is headings.")
    )


class ColumnsForm(LockForm):
    """What each column is about, and what holds for all rows."""

    def __init__(
        self,
        *args: Any,
        headings: Sequence[str],
        kinds: Sequence[Category],
        plan: Plan,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        columns = [(str(at), name) for at, name in enumerate(headings)]
        for one in Field:
            self.fields[one.value] = fields.choice(
                str(FIELDS[one]),
                [("", _("No column")), *columns],
                help_text=HINTS.get(one, ""),
                required=NO_DAY if one is Field.DAY else "",
                initial=str(plan.columns.get(one, "")),
            )
        self.fields["category"] = fields.choice(
            _("What is it about, where the file does not say?"),
            [("", _("Leave such rows out")), *kinds_offered(kinds)],
            initial=plan.category,
        )
        self.fields["inside"] = fields.choice(
            _("Did it happen indoors or out of doors?"),
            [(one.value, INSIDES[one]) for one in Inside],
            required=_("Choose one."),
            initial=plan.inside.value,
        )
        self.fields["certain"] = fields.choice(
            _("What do we do with a row that points at a person?"),
            [(one.value, CERTAINS[one]) for one in Certain],
            required=_("Choose one."),
            initial=plan.certain.value,
            help_text=_(
                "A personal number, a telephone, an address of e-mail, a plate. What only"
                " may name somebody always waits for your moderator."
            ),
            radio=True,
        )

    @property
    def columns(self) -> Iterator[forms.BoundField]:
        return (self[one.value] for one in Field)

    @property
    def for_all(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in ("category", "inside", "certain"))

    @property
    def plan(self) -> Plan:
        given = self.cleaned_data
        return Plan(
            columns={one: int(given[one.value]) for one in Field if given[one.value]},
            category=given["category"],
            inside=Inside(given["inside"]),
            certain=Certain(given["certain"]),
        )


class ValuesForm(LockForm):
    """What each value of some columns means here. Numbered, for a value may be anything."""

    def __init__(
        self,
        *args: Any,
        values: Mapping[Field, Sequence[str]],
        kinds: Sequence[Category],
        plan: Plan,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.values = values
        offered: dict[Field, list[tuple[str, Any]]] = {
            Field.KIND: [*kinds_offered(kinds), NOT_READ_IN],
            Field.SAFE: [*SAFES.items(), NOT_READ_IN],
            Field.STATUS: [
                STILL_OPEN,
                *((one.value, OUTCOMES[one]) for one in _OUTCOMES),
                NOT_READ_IN,
            ],
        }
        for of, said in values.items():
            for nr, value in enumerate(said):
                guess = meant(of, value, kinds, plan)
                self.fields[f"{of.value}-{nr}"] = fields.choice(
                    value,
                    [("", _("Choose")), *offered[of]],
                    required=_("Choose what it means here."),
                    initial=guess,
                )

    @property
    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for of, said in self.values.items():
            yield (
                str(FIELDS[of]),
                [self[f"{of.value}-{nr}"] for nr in range(len(said))],
            )

    @property
    def meanings(self) -> dict[str, dict[str, str]]:
        """For each of the columns: the folded value, and what it means."""
        return {
            of.value: {
                fold(value): self.cleaned_data[f"{of.value}-{nr}"]
                for nr, value in enumerate(said)
            }
            for of, said in self.values.items()
        }


def kinds_offered(kinds: Sequence[Category]) -> Choices:
    """The kinds in order, those below a category with a stroke."""
    return [(one.code, one.sv if one.code == one.top else f"– {one.sv}") for one in kinds]


def meant(of: Field, value: str, kinds: Sequence[Category], plan: Plan) -> str:
    """What was said of it before, else what its words say."""
    key = fold(value)
    said = plan.values.get(of, {}).get(key, "")
    if said:
        return said
    if of is Field.KIND:
        named = (one.code for one in kinds if key in (fold(one.sv), fold(one.en)))
        return next(named, "")
    if of is Field.SAFE:
        unsafe = key.startswith(("otrygg", "nej", "unsafe", "0", "false"))
        safe = key.startswith(("trygg", "ja", "safe", "1", "true"))
        return "unsafe" if unsafe else "safe" if safe else ""
    is_closed = any(word in key for word in _CLOSED_WORDS)
    return "" if is_closed else "open"


def valued(plan: Plan) -> list[Field]:
    """The chosen columns whose values each need a meaning."""
    return [one for one in VALUED if one in plan.columns]
