"""Data in, a tagged PDF out (PDF/UA-1). Typst is imported here and nowhere else.

What people wrote goes in as data and comes out as text: a `#` or a `*` in it is a
sign like any other. The same data gives the same bytes.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import typst

_PAPER = Path(__file__).parent / "paper"
# The blocks of signs that the typefaces in `paper/fonts` have: Latin, Cyrillic, Hebrew,
# Arabic, Thai, Ethiopic, Latin of Vietnamese.
_BLOCKS = (
    range(0x0, 0x250),
    range(0x300, 0x370),
    range(0x400, 0x530),
    range(0x591, 0x5C8),
    range(0x5D0, 0x5EB),
    range(0x600, 0x61D),
    range(0x61E, 0x700),
    range(0xE01, 0xE3B),
    range(0xE3F, 0xE5C),
    range(0x1200, 0x1380),
    range(0x1E00, 0x1F00),
)
_DRAWN = "–—‘’“”…•‐‑€\u200c\u200d\u200e\u200f"
MEDIA_TYPE = "application/pdf"


@cache
def _compiler() -> typst.Compiler:
    """With the typefaces in `paper/fonts` and no other of the machine's."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_PAPER / "fonts")],
    )
    return typst.Compiler(root=str(_PAPER), font_paths=fonts)


def report(given: Mapping[str, object], *, made_at: datetime) -> bytes:
    """A report: title, answer, introduction and sections of dated lines."""
    return _made("report.typ", given, made_at)


def poster(given: Mapping[str, object], *, made_at: datetime) -> bytes:
    """A poster: a title, a code to point a telephone at, and what it leads to."""
    return _made("poster.typ", given, made_at)


def letters(given: Mapping[str, object], *, made_at: datetime) -> bytes:
    """Letters with a code of their own, one on each page.

    A name may have any letter there is; one that the typefaces lack would stop them all,
    and is written as the nearest one, or as a question mark."""
    return _made("letters.typ", _drawable(given), made_at)


def form(given: Mapping[str, object], *, made_at: datetime) -> bytes:
    """A form to fill in by hand: questions with their numbers, and room to answer."""
    return _made("form.typ", _drawable(given), made_at)


def draws(text: str) -> bool:
    """Whether the typefaces have every letter of a text."""
    return all(_nearest(sign) == sign for sign in text)


def _drawable(given: Any) -> Any:
    if isinstance(given, str):
        return "".join(map(_nearest, given))
    if isinstance(given, Mapping):
        return {name: _drawable(one) for name, one in given.items()}
    if isinstance(given, list):
        return [_drawable(one) for one in given]
    return given


@cache
def _nearest(sign: str) -> str:
    if _has(sign):
        return sign
    plain = normalize("NFKD", sign)[:1]
    return plain if _has(plain) else "?"


def _has(sign: str) -> bool:
    return sign in _DRAWN or any(ord(sign) in block for block in _BLOCKS)


def _made(paper: str, given: Mapping[str, object], made_at: datetime) -> bytes:
    made = _compiler().compile(
        input=(_PAPER / paper).read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"given": json.dumps(given)},
        timestamp=int(made_at.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("A document is one file.")
    return made
