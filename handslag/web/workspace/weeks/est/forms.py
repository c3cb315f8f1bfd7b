"""The forms of an EST picture: which span, the words under a heading, the last look."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks.rules.pictures import MOST_WORDS
from handslag.domain.weeks.rules.spans import Span
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded
from handslag.web.words.est import KINDS, span_name
from handslag.web.workspace import fields


class BeginForm(forms.Form):
    """Which span, and of which municipality when the group has several."""

    span = fields.choice(_("Which span?"), [], required=_("Choose a span."), help_text="")
    within = fields.choice(_("Which municipality?"), [])

    def __init__(
        self,
        *args: Any,
        spans: Iterable[Span],
        among: Iterable[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.spans = {one.address: one for one in spans}
        self.among = {str(one.public_id): one for one in among}
        _offer(self.fields["span"], [("", _("Choose")), *self._by_kind()])
        if len(self.among) > 1:
            everywhere = [("", _("All of the group together"))]
            named = [(key, one.name) for key, one in self.among.items()]
            _offer(self.fields["within"], [*everywhere, *named])
        else:
            del self.fields["within"]

    def _by_kind(self) -> list[Any]:
        return [
            (name, [(a, span_name(s)) for a, s in self.spans.items() if s.kind is kind])
            for kind, name in KINDS.items()
        ]

    @property
    def chosen(self) -> Span:
        return self.spans[self.cleaned_data["span"]]

    @property
    def municipality(self) -> Organisation | None:
        return self.among.get(self.cleaned_data.get("within", ""))


class PassageForm(LockForm):
    """What is written under one heading."""

    words = guarded(
        fields.words(
            _("What you write"),
            max_length=MOST_WORDS,
            help_text=_("About places and what is done. No names of persons."),
            rows=12,
        )
    )


class ReadForm(LockForm):
    """A last look before others read it."""

    is_read = fields.tick(
        _("I have read it: nobody can be recognised in it"),
        help_text=_("Needed when something in it may be a name."),
    )


def _offer(field: forms.Field, choices: list[Any]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = choices
