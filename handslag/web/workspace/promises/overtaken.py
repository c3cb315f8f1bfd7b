"""Two people wrote at once: what the other saved, beside what this one wrote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the two have written differently."""

    label: str
    theirs: str
    mine: str


def differences(form: forms.Form, theirs: Mapping[str, object]) -> list[Difference]:
    """The fields of a form whose stored values differ from what was typed."""
    pairs = (
        (str(form.fields[name].label), _said(value), _said(form.cleaned_data.get(name)))
        for name, value in theirs.items()
        if name in form.fields and name != "revision"
    )
    return differing(pairs)


def differing(pairs: Iterable[tuple[str, str, str]]) -> list[Difference]:
    """Of (label, theirs, mine), those that are not the same."""
    return [
        Difference(label, theirs, mine)
        for label, theirs, mine in pairs
        if theirs.split() != mine.split()
    ]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | QuerySet):
        return ", ".join(sorted(map(_said, value)))
    return "" if value is None else str(value)
