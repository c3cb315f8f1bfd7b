"""The colours of a municipality, and whether people can read them.

A theme changes a few tokens. It is served as a style sheet at an address of
its own, after ours, and only when `shortcomings` finds nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TOKENS_FILE = Path(__file__).parent / "static" / "ui" / "tokens.css"
TEXT, MARK = 4.5, 3.0
_LINEAR_BELOW = 0.04045

LIGHT, DARK = "light", "dark"
Colours = Mapping[str, str]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_DECLARED = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6});")
_DARK_BEGINS = "(prefers-color-scheme: dark)"

_GROUNDS = ("paper", "surface")
_WORDS = (
    *("ink", "ink-soft", "link", "attention", "kommun", "polis", "together", "others"),
    *("kept", "partly", "not-kept", "ongoing", "unknown", "disputed"),
)
# (what is drawn, on what, how clearly it must stand out)
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((word, ground, TEXT) for word in _WORDS for ground in _GROUNDS),
    *((mark, ground, MARK) for mark in ("line-strong", "focus") for ground in _GROUNDS),
    *((word, "attention-bg", TEXT) for word in ("ink", "link", "attention")),
    *((word, "done-bg", TEXT) for word in ("ink", "link", "kept")),
    *((word, ground, TEXT) for word in ("ink",) for ground in ("added-bg", "removed-bg")),
    ("kept", "added-bg", MARK),
    ("not-kept", "removed-bg", MARK),
    # The number in a square of a map, from few to many.
    *((f"heat-{step}-words", f"heat-{step}", TEXT) for step in range(1, 6)),
    # The lines of a chart on its paper.
    *((f"chart-{kind}", "paper", MARK) for kind in ("own", "other", "third")),
    # The shape of what a result says.
    *((way, ground, MARK) for way in ("rise", "fall", "level") for ground in _GROUNDS),
    # A filled bar on its track, and the mark of what was promised on both.
    *((fill, "line", MARK) for fill in ("kept", "partly", "not-kept", "ongoing")),
    *((fill, "line", MARK) for fill in ("unknown", "disputed", "polis", "ink")),
)
# What a municipality may choose.
CHOSEN = ("kommun", "paper", "link")


def _luminance(colour: str) -> float:
    """How much light a colour gives (WCAG 2.2, relative luminance)."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"Not a colour: {colour!r}. Write it as #1c5a49.")
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How clearly two colours differ: from 1 (the same) to 21 (black on white)."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@cache
def tokens() -> Mapping[str, Colours]:
    """Our own colours in both schemes, as tokens.css declares them."""
    bright, dark = TOKENS_FILE.read_text().split(_DARK_BEGINS)
    light = dict(_DECLARED.findall(bright))
    return {LIGHT: light, DARK: {**light, **dict(_DECLARED.findall(dark))}}


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Two colours of a theme that are too much alike."""

    scheme: str
    what: str
    ground: str
    ratio: float
    needed: float


@dataclass(frozen=True, slots=True)
class Theme:
    """What a municipality has chosen, for light and for dark. May be a part of it."""

    light: Colours
    dark: Colours

    def __post_init__(self) -> None:
        for colours in (self.light, self.dark):
            if unknown := set(colours) - set(CHOSEN):
                raise ValueError(f"A theme may not change {', '.join(sorted(unknown))}.")
            for colour in colours.values():
                _luminance(colour)


def shortcomings(theme: Theme) -> tuple[Shortcoming, ...]:
    """The pairs of colours that nobody could tell apart. None: the theme may be used."""
    return tuple(_shortcomings(theme))


def _shortcomings(theme: Theme) -> Iterator[Shortcoming]:
    for scheme, chosen in ((LIGHT, theme.light), (DARK, theme.dark)):
        colours = {**tokens()[scheme], **chosen}
        for what, ground, needed in PAIRS:
            ratio = contrast(colours[what], colours[ground])
            if ratio < needed:
                yield Shortcoming(scheme, what, ground, ratio, needed)


def stylesheet(theme: Theme) -> str:
    """The theme as a style sheet. It stands in the layer of the tokens, after ours."""
    light, dark = (
        " ".join(f"--{name}: {colour};" for name, colour in sorted(colours.items()))
        for colours in (theme.light, theme.dark)
    )
    return (
        f"@layer tokens {{\n  :root {{ {light} }}\n"
        f"  @media screen and {_DARK_BEGINS} {{ :root {{ {dark} }} }}\n}}\n"
    )
