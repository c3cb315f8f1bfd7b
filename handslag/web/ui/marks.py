"""The small drawn marks: thirteen verdicts, ways, sureness, findings, the handshake.

A verdict is a word, a shape and a colour. The shapes differ also in black and
white: filled for what was kept, open for what is not known.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import pgettext_lazy

from handslag.web.ui.drawing import Drawing

_DISC = '<circle class="f" cx="10" cy="10" r="9"/>'
_RING = '<circle cx="10" cy="10" r="8"/>'


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a promise, as it is shown."""

    word: LazyText
    shape: Drawing


def _verdict(word: LazyText, inside: str) -> Verdict:
    return Verdict(
        word, Drawing(f'<svg viewBox="0 0 20 20" aria-hidden="true">{inside}</svg>')
    )


VERDICTS: Mapping[str, Verdict] = {
    "kept": _verdict(
        pgettext_lazy("verdict", "Kept"),
        _DISC + '<path class="i" d="M5.5 10.5 9 13.5 14.5 7"/>',
    ),
    "exceeded": _verdict(
        pgettext_lazy("verdict", "More than promised"),
        _DISC + '<path class="i" d="M10 5V15M5 10H15"/>',
    ),
    "partly": _verdict(
        pgettext_lazy("verdict", "Partly kept"),
        _RING + '<path class="f" d="M10 10V2A8 8 0 1 1 2 10Z"/>',
    ),
    "ongoing": _verdict(
        pgettext_lazy("verdict", "Ongoing"),
        _RING + '<path class="f" d="M10 2A8 8 0 0 1 10 18Z"/>',
    ),
    "not_kept": _verdict(
        pgettext_lazy("verdict", "Not kept"),
        _DISC + '<path class="i" d="M6 6 14 14M14 6 6 14"/>',
    ),
    "with_reservation": _verdict(
        pgettext_lazy("verdict", "Kept with a reservation"),
        _RING + '<path d="M6 10.5 9 13 14 7.5"/>',
    ),
    "cancelled": _verdict(
        pgettext_lazy("verdict", "Cancelled"),
        _RING + '<path d="M5.5 10H14.5"/>',
    ),
    "postponed": _verdict(
        pgettext_lazy("verdict", "Postponed"),
        _RING + '<path d="M10 5.5V10L13.5 12.5"/>',
    ),
    "not_triggered": _verdict(
        pgettext_lazy("verdict", "Not called for yet"),
        _RING + '<circle class="f" cx="10" cy="10" r="2.5"/>',
    ),
    "not_begun": _verdict(
        pgettext_lazy("verdict", "Not begun yet"),
        _RING + '<path d="M8.5 6.5 12.5 10 8.5 13.5"/>',
    ),
    "disputed": _verdict(
        pgettext_lazy("verdict", "The parties report differently"),
        '<path d="M2 7H13L9.5 3.5M18 13H7L10.5 16.5"/>',
    ),
    "not_reported": _verdict(
        pgettext_lazy("verdict", "Not reported"),
        '<circle cx="10" cy="10" r="8" stroke-dasharray="3 3"/>',
    ),
    "unknown": _verdict(
        pgettext_lazy("verdict", "The source does not say"),
        '<circle class="thin" cx="10" cy="10" r="8"/>',
    ),
}


def _small(inside: str) -> Drawing:
    return Drawing(
        f'<svg class="sign" viewBox="0 0 20 20" aria-hidden="true">{inside}</svg>'
    )


# Where something goes, as an arrow. No colour: more is not always worse.
WAYS: Mapping[str, Drawing] = {
    "up": _small('<path d="M4 16 15.5 4.5M7 4.5H15.5V13"/>'),
    "down": _small('<path d="M4 4 15.5 15.5M7 15.5H15.5V7"/>'),
    "level": _small('<path d="M2.5 10H17M11.5 4.5 17 10 11.5 15.5"/>'),
    "unclear": _small('<path stroke-dasharray="1 5" d="M3 10H18"/>'),
}


def _steps(filled: int) -> Drawing:
    return _small(
        "".join(
            f'<rect class="{"f" if nr < filled else "o"}" x="{1.5 + 6 * nr:g}"'
            f' y="{12.5 - 4 * nr:g}" width="5" height="{6 + 4 * nr}"/>'
            for nr in range(3)
        )
    )


# How sure one is, as steps that are filled.
SURENESS: Mapping[str, Drawing] = {
    "low": _steps(1),
    "medium": _steps(2),
    "high": _steps(3),
}


# What a result says: up, down, level and unsure differ also in black and white.
FINDINGS: Mapping[str, Drawing] = {
    "up": _small('<path class="f" d="M10 2.5 18.5 17H1.5Z"/>'),
    "down": _small('<path class="f" d="M10 17.5 1.5 3H18.5Z"/>'),
    "level": _small('<rect class="f" x="3" y="3" width="14" height="14"/>'),
    "unsure": _small(
        '<path d="M10 1.5 18.5 10 10 18.5 1.5 10Z"/>'
        '<path d="M7.6 8.2C7.6 5.4 12.4 5.4 12.4 8.2 12.4 10 10 9.8 10 11.6M10 13.8V14.6"/>'
    ),
    "note": _small('<circle cx="10" cy="10" r="8"/><path d="M10 9V14.5M10 5.4V6.4"/>'),
    "good": _small('<path d="M3 10.5 8 15.5 17 4.5"/>'),
    "bad": _small('<path d="M10 2.5V12M10 16V17.5"/>'),
}


def _handshake(left: str, right: str, more: str = "") -> Drawing:
    return Drawing(
        '<svg class="mark" viewBox="0 0 30 20" aria-hidden="true">'
        f'<path class="{left}" d="M3 15 14 7"/><path class="{right}" d="M27 15 16 7"/>'
        f"{more}</svg>"
    )


HANDSHAKE: Mapping[str, Drawing] = {
    "together": _handshake("k", "p"),
    "municipality": _handshake("k", "off"),
    "police": _handshake("off", "p"),
    "others": _handshake("off", "off", '<path class="o" d="M15 6.5V6.6"/>'),
}
