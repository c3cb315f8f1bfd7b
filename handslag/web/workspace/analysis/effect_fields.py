"""The parts that every form of a plan for seeing whether something helped has."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.analysis.rules.effects import LONGEST_NAME
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded
from handslag.web.workspace import fields


def whole(label: fields.Text, *, initial: int, **more: Any) -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(
        label=label,
        initial=initial,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
        error_messages={
            "invalid": fields.A_WHOLE_NUMBER,
            "required": fields.A_WHOLE_NUMBER,
        },
        **more,
    )


class WhatForm(LockForm):
    """What is to be done, and on which day it begins."""

    name = guarded(
        fields.line(
            _("What is to be done?"),
            required=_("Write what is to be done."),
            max_length=LONGEST_NAME,
            help_text=_("For example: new lighting along the path by the river."),
        )
    )
    begins = fields.day(
        _("Which day does it begin?"),
        required=_("Choose the day when it begins."),
        help_text=_("From that day the plan cannot be changed."),
    )


class CallOffForm(LockForm):
    """Why nothing came of it."""

    why = guarded(
        fields.words(
            _("Why did nothing come of it?"),
            required=_("Write why nothing came of it."),
            max_length=1000,
        )
    )
