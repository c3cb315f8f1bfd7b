"""Fields in which nobody is to be pointed out: marked while one types, then judged."""

import json
from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazystr
from django.utils.html import format_html
from django.utils.safestring import SafeString

from handslag.core.guard.rules import Finding, Kind, find
from handslag.web.ui.templatetags.ui import asset
from handslag.web.words.guard import REFUSED, SEEN

NUMBERS = frozenset({Kind.PERSONNUMMER, Kind.CASE_NUMBER})
EVERYTHING = frozenset(Kind)
MOST_NAMED = 5  # things in one sentence each; whoever pastes a register needs no more

AnyField = TypeVar("AnyField", bound=forms.Field)


class _Sentences:
    """The sentences of this page's language, for guard.js."""

    def __init__(self, kinds: Collection[Kind]) -> None:
        self.kinds = kinds

    def __str__(self) -> str:
        told = {kind.value: str(SEEN[kind]) for kind in Kind if kind in self.kinds}
        return json.dumps(told, ensure_ascii=False)


class _Lists:
    """Where the forms and the commonest names lie that guard.js looks for."""

    def __str__(self) -> str:
        return asset("ui/guard.json")


def guarded(field: AnyField, kinds: Collection[Kind] = EVERYTHING) -> AnyField:
    """The field, which refuses what certainly is of these kinds and marks what may be.

    The page needs `ui/guard.js` among its scripts; without it the server says the same.
    """
    marked(field, kinds)
    field.validators = [*field.validators, lambda text: _refuse(str(text), kinds)]
    setattr(field, "is_guarded", True)  # noqa: B010 - ui/field.html asks for it
    return field


def marked(field: AnyField, kinds: Collection[Kind] = EVERYTHING) -> AnyField:
    """The field, in which what may be of these kinds is marked while one types; whether
    it is refused is for the service to say. The page needs `ui/guard.js`."""
    field.widget.attrs["data-guard"] = lazystr(_Sentences(kinds))
    field.widget.attrs["data-guard-lists"] = lazystr(_Lists())
    return field


def guard_attributes(kinds: Collection[Kind] = EVERYTHING) -> SafeString:
    """The same for a field that no form of Django's draws: attributes, ready for HTML."""
    return format_html(
        ' data-guard="{}" data-guard-lists="{}"', str(_Sentences(kinds)), str(_Lists())
    )


class Guarded(forms.Form):
    """A form whose texts hold no numbers of persons or cases."""

    refused_kinds: Collection[Kind] = NUMBERS

    def full_clean(self) -> None:
        """Here and not in clean(), which forms override."""
        super().full_clean()
        texts: dict[str, Any] = getattr(self, "cleaned_data", {})
        for name, value in list(texts.items()):
            if isinstance(value, str):
                for sentence in sentences(value, self.refused_kinds):
                    self.add_error(name, sentence)


def sentences(text: str, kinds: Collection[Kind]) -> Sequence[str]:
    """Why a text cannot be kept: a sentence for each thing that certainly is one."""
    found = [one for one in find(text) if one.certain and one.kind in kinds]
    told = dict.fromkeys(
        str(REFUSED[one.kind]) % {"what": _piece(text, one)} for one in found
    )
    return list(told)[:MOST_NAMED]


def _piece(text: str, one: Finding) -> str:
    return text[one.start : one.end]


def _refuse(text: str, kinds: Collection[Kind]) -> None:
    found = sentences(text, kinds)
    if found:
        raise ValidationError(found, code="guarded")  # type: ignore[arg-type]
