"""An event in a few words: its kind and its place."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from handslag.web.workspace.reporting.forms import Choices


def event_words(said: Mapping[str, Any], choices: Choices) -> str:
    """ "Klotter, Torget" of what was typed; what is unknown is left out."""
    return ", ".join(filter(None, (_kind(said, choices), _place(said, choices))))


def _kind(said: Mapping[str, Any], choices: Choices) -> str:
    kind = next((one for one in choices.kinds if one.top == said.get("top")), None)
    if kind is None:
        return ""
    under = dict(kind.kinds).get(str(said.get(f"kind_{kind.top.value}", "")))
    return under or str(kind.name)


def _place(said: Mapping[str, Any], choices: Choices) -> str:
    names = {str(one.public_id): one.name for one in choices.places}
    place = names.get(str(said.get("place", ""))) or str(said.get("where", ""))
    if place:
        return place
    if said.get("same"):
        return _("the same place as last time")
    return _("where you were") if said.get("lon") else ""
