"""Whose promise it is, in words and as the strokes of the handshake."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handslag.domain.promises.published import (
    PublishedPromise,
    PublishedResponsible,
    PublishedWording,
)
from handslag.domain.promises.rules.bank import whose
from handslag.domain.promises.rules.words import LEADS
from handslag.web.answers import joined
from handslag.web.public.spoken import capital, swedish
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.marks import HANDSHAKE

NOTHING = Drawing("")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose promise it is, as a side and in words."""

    side: str
    words: SafeString

    @property
    def mark(self) -> Drawing:
        return HANDSHAKE.get(self.side, NOTHING)


def owner_of(promise: PublishedPromise, wording: PublishedWording) -> Owner:
    """ "Kommunen, med Degerforsbyggen": who answers for it, and who helps."""
    if not promise.responsible:
        return Owner("unstated", conditional_escape(_("Not said who")))
    leads = [one for one in promise.responsible if one.part in LEADS]
    leads = leads or list(promise.responsible)
    helpers = [one for one in promise.responsible if one not in leads]
    side = whose(promise.sides)
    words = _names(leads, wording)
    if helpers:
        words = format_html(
            "{}, {} {}", words, _("with"), _names(helpers, wording, in_sentence=True)
        )
    return Owner(side, words)


def _names(
    who: Sequence[PublishedResponsible],
    wording: PublishedWording,
    *,
    in_sentence: bool = False,
) -> SafeString:
    """ "Kommunen och polisen" when it is clear which; otherwise by their names."""
    plain = {"municipality": _("the municipality"), "police": _("the police")}
    alone = {
        side
        for side in plain
        if len({one.name for one in who if one.side == side}) == 1
        and (side == "police" or len(wording.areas) <= 1)
    }
    names: dict[str, SafeString] = {}
    for one in who:
        if one.side in alone:
            names[one.side] = conditional_escape(plain[one.side])
        else:
            names[one.name] = swedish(one.name)
    first, *rest = names.values()
    if not in_sentence:
        first = capital(first)
    return SafeString(joined([first, *rest]))
